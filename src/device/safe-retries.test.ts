// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { openTemporaryStore } from '../../test/fixtures/data-folder.ts';
import { createSafeRetries } from './safe-retries.ts';

const hourMs = 3_600_000;
const bodyHash = 'a'.repeat(64);
const key = { scope: 'a company and a route', key: 'a key' };

async function open() {
  const store = await openTemporaryStore();
  const clock = { atMs: Date.UTC(2026, 10, 21), nowMs: () => clock.atMs };
  const ids = { create: () => randomUUID() };
  return { store, clock, retries: createSafeRetries({ store: store.idempotency, clock, ids }) };
}

async function takeNew(retries: ReturnType<typeof createSafeRetries>): Promise<string> {
  const state = await retries.take(key);
  if (state.kind !== 'taken') throw new Error(`Expected a free key, received ${state.kind}`);
  return state.id;
}

it('keeps a key for as long as its server says that it works, and 15 seconds more', async () => {
  const { store, clock, retries } = await open();
  await using _ = store;
  await takeNew(retries);
  for (let renewed = 0; renewed < 3; renewed += 1) {
    clock.atMs += 14_999;
    await retries.renew();
    expect(await retries.take(key)).toEqual({ kind: 'inFlight' });
  }
  clock.atMs += 15_000;
  expect(await retries.take(key)).toMatchObject({ kind: 'taken' });
});

it('repeats an answer for 24 hours and forgets it an hour later', async () => {
  const { store, clock, retries } = await open();
  await using _ = store;
  const id = await takeNew(retries);
  await retries.keepPiece(id, 0, Uint8Array.of(1));
  await retries.finish({ id, bodyHash }, { status: 200, headers: {} });
  clock.atMs += 24 * hourMs - 1;
  expect(await retries.take(key)).toMatchObject({ kind: 'answered', id });
  clock.atMs += hourMs + 1;
  await retries.sweep();
  expect(await retries.readPiece(id, 0)).toEqual(Uint8Array.of(1));
  clock.atMs += 1;
  await retries.sweep();
  expect(await retries.readPiece(id, 0)).toBeUndefined();
});
