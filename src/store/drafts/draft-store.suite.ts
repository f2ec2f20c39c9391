// SPDX-License-Identifier: Apache-2.0
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSampleCompany } from '../../../test/fixtures/sample-company.ts';
import { createSampleDraft } from '../../../test/fixtures/sample-draft.ts';
import { createApiSecret } from '../../gate/api-secret.ts';
import type { Draft } from '../../record/draft.ts';
import type { Store } from '../store.ts';

type OpenStore = () => Promise<Store>;

async function addDraft(store: Store, changes: Partial<Draft> = {}) {
  const company = createSampleCompany();
  await store.companies.add(company);
  const draft = createSampleDraft(company.id, changes);
  const { hash } = createApiSecret();
  await store.drafts.add(draft, hash);
  return { draft, hash };
}

/** What every draft store does. */
export function testDraftStore(openStore: OpenStore): void {
  testDrafts(openStore);
  testPieces(openStore);
}

function testDrafts(openStore: OpenStore): void {
  describe('drafts', () => {
    it('come back to whoever knows the handle, on another replica too', async () => {
      const { draft, hash } = await addDraft(await openStore());
      const fresh = await openStore();
      expect(await fresh.drafts.find(hash, draft.createdAtMs)).toEqual(draft);
      expect(await fresh.drafts.find('0'.repeat(64), draft.createdAtMs)).toBeUndefined();
      expect(await fresh.drafts.find('\0', draft.createdAtMs)).toBeUndefined();
    });

    it('are gone from the moment on at which they expire', async () => {
      const store = await openStore();
      const { draft, hash } = await addDraft(store);
      expect(await store.drafts.find(hash, draft.expiresAtMs - 1)).toEqual(draft);
      expect(await store.drafts.find(hash, draft.expiresAtMs)).toBeUndefined();
    });

    it('are changed by the first of two who read the same revision', async () => {
      const store = await openStore();
      const { draft, hash } = await addDraft(store);
      const changed = { ...draft, isDone: true };
      const outcomes = await Promise.all([store.drafts.replace(changed), store.drafts.replace(changed)]);
      expect(outcomes.toSorted()).toEqual([false, true]);
      expect(await store.drafts.find(hash, draft.createdAtMs)).toEqual({ ...changed, revision: 1 });
    });

    it('are forgotten with their photographs once they have expired, and no earlier', async () => {
      const store = await openStore();
      const [old, young] = [await addDraft(store, { expiresAtMs: 1000 }), await addDraft(store)];
      for (const { draft } of [old, young])
        await store.drafts.addChunk({ draftId: draft.id, photoId: 'p', offset: 0, bytes: randomBytes(9) });
      await store.drafts.removeExpired(1000);
      expect(await store.drafts.receivedBytes(old.draft.id, 'p')).toBe(0);
      expect(await store.drafts.find(old.hash, 0)).toBeUndefined();
      expect(await store.drafts.receivedBytes(young.draft.id, 'p')).toBe(9);
    });

    it('can be removed', async () => {
      const store = await openStore();
      const { draft, hash } = await addDraft(store);
      await store.drafts.remove(draft.id);
      expect(await store.drafts.find(hash, 0)).toBeUndefined();
      expect(await store.drafts.replace(draft)).toBe(false);
    });
  });
}

function testPieces(openStore: OpenStore): void {
  describe('pieces of a photograph', () => {
    it('make the photograph, whatever is sent twice, late or too early', async () => {
      const store = await openStore();
      const { draft } = await addDraft(store);
      const place = { draftId: draft.id, photoId: randomUUID() };
      const bytes = randomBytes(1000);
      const send = (from: number, to: number) =>
        store.drafts.addChunk({ ...place, offset: from, bytes: bytes.subarray(from, to) });
      expect(await send(400, 700)).toBe(0);
      expect(await send(0, 400)).toBe(400);
      expect(await Promise.all([send(400, 700), send(400, 700)])).toEqual([700, 700]);
      expect(await send(0, 400)).toBe(700);
      expect(await send(700, 700)).toBe(700);
      expect(await send(700, 1000)).toBe(1000);
      expect(Buffer.compare(await store.drafts.readPhoto(draft.id, place.photoId), bytes)).toBe(0);
    });

    it('that come while the draft is removed are removed with it, and nothing fails', async () => {
      const [store, replica] = [await openStore(), await openStore()];
      for (let round = 0; round < 30; round++) {
        const { draft } = await addDraft(store);
        const chunk = { draftId: draft.id, photoId: 'p', offset: 0, bytes: randomBytes(9) };
        await Promise.all([replica.drafts.addChunk(chunk), store.drafts.remove(draft.id)]);
        expect(await store.drafts.receivedBytes(draft.id, 'p')).toBe(0);
        expect(await store.drafts.addChunk(chunk)).toBe(0);
      }
    });

    it('are of one photograph and one draft', async () => {
      const store = await openStore();
      const [mine, other] = [await addDraft(store), await addDraft(store)];
      const chunk = { photoId: 'p', offset: 0, bytes: randomBytes(5) };
      await store.drafts.addChunk({ ...chunk, draftId: mine.draft.id });
      expect(await store.drafts.receivedBytes(other.draft.id, 'p')).toBe(0);
      await store.drafts.removePhoto(other.draft.id, 'p');
      expect(await store.drafts.receivedBytes(mine.draft.id, 'p')).toBe(5);
      await store.drafts.removePhoto(mine.draft.id, 'p');
      expect(await store.drafts.readPhoto(mine.draft.id, 'p')).toHaveLength(0);
    });
  });
}
