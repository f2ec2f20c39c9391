// SPDX-License-Identifier: Apache-2.0
import { expect, test, vi } from 'vitest';
import { openDraftSweep } from './open-draft-sweep.ts';

const clock = { nowMs: () => 7 };

test('everything that has expired goes at the start, however much it is', async () => {
  const left = [100, 100, 3];
  const removeExpired = vi.fn(async (_nowMs: number) => left.shift() ?? 0);
  const sweep = openDraftSweep({ drafts: { removeExpired }, clock, log: { warn: vi.fn() } });
  await expect.poll(() => removeExpired.mock.calls.length).toBe(4);
  await sweep.stop();
  expect(removeExpired.mock.calls).toEqual([[7], [7], [7], [7]]);
});

test('a database that is away is told of, and ends nothing', async () => {
  const warn = vi.fn();
  const removeExpired = () => Promise.reject(new Error('away'));
  const sweep = openDraftSweep({ drafts: { removeExpired }, clock, log: { warn } });
  await expect.poll(() => warn.mock.calls.length).toBe(1);
  await sweep.stop();
});

test('a server that ends waits for the batch in hand and no other', async () => {
  const batch = Promise.withResolvers<number>();
  const removeExpired = vi.fn(() => batch.promise);
  const sweep = openDraftSweep({ drafts: { removeExpired }, clock, log: { warn: vi.fn() } });
  await expect.poll(() => removeExpired.mock.calls.length).toBe(1);
  const stopped = sweep.stop();
  batch.resolve(100);
  await stopped;
  expect(removeExpired).toHaveBeenCalledOnce();
});
