// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHashSubject } from './subject-key.ts';

const secret = randomBytes(32);
const hash = createHashSubject(secret);

describe('the hash of a patient', () => {
  it('is the same for the same account, key and secret', () => {
    expect(hash('account', 'patient-7')).toBe(createHashSubject(secret)('account', 'patient-7'));
    expect(hash('account', 'patient-7')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('differs by account, by key and by secret', () => {
    const others = [
      hash('other', 'patient-7'),
      hash('account', 'patient-8'),
      createHashSubject(randomBytes(32))('account', 'patient-7'),
    ];
    expect(new Set([...others, hash('account', 'patient-7')]).size).toBe(4);
  });

  it('never takes one pair for another, wherever the line between them lies', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (account, middle, subject) => {
        expect(hash(account + middle, subject) === hash(account, middle + subject)).toBe(middle === '');
      }),
    );
  });

  it('does not hold the key', () => {
    expect(hash('account', 'Ana')).not.toContain('Ana');
  });
});
