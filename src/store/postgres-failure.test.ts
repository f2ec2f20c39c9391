// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { isLineBroken, toPostgresFailure } from './postgres-failure.ts';

const refused = (code?: string) => Object.assign(new Error('refused'), code === undefined ? {} : { code });

describe('what Postgres refuses', () => {
  it.each([undefined, 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'EBADF', '08006', '57P01', '57P03'])(
    'is that the line is broken, with code %s',
    (code) => {
      expect(isLineBroken(refused(code))).toBe(true);
      expect(toPostgresFailure(refused(code))).toMatchObject({
        code: 'notReady',
        details: { retryAfterS: 5 },
      });
    },
  );

  it.each(['40001', '40P01', '53300', '57014', '58030', '55P03'])(
    'may come again, and the line stays, with code %s',
    (code) => {
      expect(isLineBroken(refused(code))).toBe(false);
      expect(toPostgresFailure(refused(code))).toMatchObject({ code: 'notReady' });
    },
  );

  it('is that its disk is full', () => {
    expect(toPostgresFailure(refused('53100'))).toMatchObject({
      code: 'storageFull',
      details: { retryAfterS: 60 },
    });
  });

  it.each([refused('23505'), refused('42601'), new TypeError('a fault of ours')])(
    'is passed on as it is where it is a fault of ours: %s',
    (error) => {
      expect(toPostgresFailure(error)).toBe(error);
    },
  );
});
