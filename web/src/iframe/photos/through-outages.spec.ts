// SPDX-License-Identifier: Apache-2.0
import { OpenDermError, type OpenDermErrorCode } from '@openderm/sdk';
import { describe, expect, it } from 'vitest';
import { throughOutages } from './through-outages.ts';

const failure = (code: OpenDermErrorCode, retryAfterS?: number) =>
  new OpenDermError(code, 'no', { details: retryAfterS === undefined ? {} : { retryAfterS } });

/** A call that meets these failures in turn, and then answers; what it waited for, in order. */
function meet(failures: readonly Error[], abort = new AbortController()) {
  const waits: (number | boolean)[] = [];
  const left = [...failures];
  const answer = throughOutages(
    async () => {
      const next = left.shift();
      if (next !== undefined) throw next;
      return 'through';
    },
    {
      signal: abort.signal,
      onWaiting: (isWaiting) => waits.push(isWaiting),
      pause: async (ms) => {
        waits.push(ms);
      },
    },
  );
  return { answer, waits };
}

describe('a call through outages', () => {
  it('waits longer and longer, and says when it goes on', async () => {
    const { answer, waits } = meet(Array.from({ length: 7 }, () => failure('ERR_NETWORK')));
    expect(await answer).toBe('through');
    expect(waits.filter((each) => typeof each === 'number')).toEqual([
      500, 1000, 2000, 4000, 8000, 16_000, 16_000,
    ]);
    expect(waits.at(-1)).toBe(false);
  });

  it('says nothing where nothing goes wrong', async () => {
    const { answer, waits } = meet([]);
    expect([await answer, waits]).toEqual(['through', []]);
  });

  it('waits as long as the server asks for', async () => {
    const { answer, waits } = meet([failure('ERR_UNAVAILABLE', 3), failure('ERR_TOO_MANY_REQUESTS', 60)]);
    await answer;
    expect(waits).toEqual([true, 3000, true, 60_000, false]);
  });

  it.each([failure('ERR_INVALID_REQUEST'), failure('ERR_NOT_FOUND'), new TypeError('a mistake of ours')])(
    'does not wait where waiting cannot help: %s',
    async (error) => {
      const { answer, waits } = meet([error]);
      await expect(answer).rejects.toBe(error);
      expect(waits).toEqual([]);
    },
  );

  it('does not ask a server that fails for ever', async () => {
    const { answer } = meet(Array.from({ length: 9 }, () => failure('ERR_SERVER')));
    await expect(answer).rejects.toMatchObject({ code: 'ERR_SERVER' });
  });

  it('ends when nobody wants the answer any longer', async () => {
    const abort = new AbortController();
    abort.abort();
    const { answer, waits } = meet([failure('ERR_NETWORK')], abort);
    await expect(answer).rejects.toMatchObject({ code: 'ERR_NETWORK' });
    expect(waits).toEqual([]);
  });
});
