// SPDX-License-Identifier: Apache-2.0
import { randomInt } from 'node:crypto';

/** Letters and digits that are not mistaken for one another on a screen. */
const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** 24 of 57 characters are 140 bits. */
const length = 24;

/** A password nobody can guess, without characters that a shell or a form would change. */
export function generatePassword(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
