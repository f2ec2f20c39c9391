// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { createApiSecret, hashApiSecret } from './api-secret.ts';

describe('a secret of a backend', () => {
  it('is another one each time, of 256 bits behind a name that tells what it opens', () => {
    const made = Array.from({ length: 1000 }, createApiSecret);
    expect(new Set(made.map(({ secret }) => secret)).size).toBe(1000);
    for (const { secret } of made) expect(secret).toMatch(/^openderm_[A-Za-z0-9_-]{43}$/);
  });

  it('is found by its hash, which does not hold it', () => {
    const { secret, hash } = createApiSecret();
    expect(hash).toBe(hashApiSecret(secret));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hashApiSecret(`${secret} `)).not.toBe(hash);
  });

  it('hashes as SHA-256', () => {
    const ofAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(hashApiSecret('abc')).toBe(ofAbc);
  });
});
