// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { Moment } from './concept.ts';
import { Envelope } from './envelope.ts';

/** Longest key that is taken: it stands in the address of a page. */
const maxAppKeyCharacters = 256;

/** A key that the integrator's backend made itself, for its own page to carry. */
export const AppKeyRequest = Type.Object({
  appKey: Type.String({
    minLength: 64,
    maxLength: maxAppKeyCharacters,
    pattern: '^[A-Za-z0-9]*$',
    description: 'At least 64 letters and digits, random, made anew each time.',
  }),
  expiresAt: Type.String({
    maxLength: 64,
    description: 'ISO 8601 date and time with offset, in the future; ten minutes are plenty.',
  }),
});
export type AppKeyRequest = Static<typeof AppKeyRequest>;

export const AppKeyData = Type.Object({
  appKey: Type.String(),
  expiresAt: Moment,
});
export type AppKeyData = Static<typeof AppKeyData>;

export const AppKeyResponse = Envelope(AppKeyData);
export type AppKeyResponse = Static<typeof AppKeyResponse>;
