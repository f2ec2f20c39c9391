// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto';

/** A new secret for a company's backend, and what is kept of it. */
export interface ApiSecret {
  /** `openderm_` and 43 letters, digits, `-` and `_`. Shown once. */
  readonly secret: string;
  /** As `hashApiSecret` gives it. */
  readonly hash: string;
}

/** Nobody guesses it, so a fast hash without salt is enough. @source security controls, section 2.2 */
const secretBytes = 32;
/** Tells whoever finds it, and the programs that look for leaked keys, what it opens. */
const prefix = 'openderm_';

/** 256 random bits. */
export function createApiSecret(): ApiSecret {
  const secret = prefix + randomBytes(secretBytes).toString('base64url');
  return { secret, hash: hashApiSecret(secret) };
}

/** SHA-256 of the secret, 64 hex digits in lower case: what is kept, and looked up, in its place. */
export function hashApiSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
