// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { Draft } from '../../record/draft.ts';
import { isStorableText } from '../is-storable-text.ts';
import type { Tables } from '../tables.ts';
import type { DraftRow } from './draft-rows.ts';
import type { DraftStore } from './draft-store.ts';
import { removeDrafts } from './remove-drafts.ts';
import { createSqlDraftPhotos } from './sql-draft-photos.ts';

export function createSqlDraftStore(db: Kysely<Tables>): DraftStore {
  return {
    async add(draft, handleHash) {
      await db
        .insertInto('drafts')
        .values({ ...toRow(draft), handle_hash: handleHash })
        .execute();
    },
    async find(handleHash, nowMs) {
      if (!isStorableText(handleHash)) return undefined;
      const row = await db
        .selectFrom('drafts')
        .selectAll()
        .where('handle_hash', '=', handleHash)
        .where('expires_at_ms', '>', nowMs)
        .executeTakeFirst();
      return row && toDraft(row);
    },
    replace: (draft) => replaceDraft(db, draft),
    ...createSqlDraftPhotos(db),
    remove: (draftId) => db.transaction().execute((whole) => removeDrafts(whole, [draftId])),
    removeExpired: (nowMs) => removeExpired(db, nowMs),
  };
}

async function replaceDraft(db: Kysely<Tables>, draft: Draft): Promise<boolean> {
  const { revision, content } = toRow(draft);
  const { numUpdatedRows } = await db
    .updateTable('drafts')
    .set({ content, revision: revision + 1 })
    .where('id', '=', draft.id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Drafts that are forgotten in one go: the lock is not held for long. Our own convention. */
const mostAtOnce = 100;

async function removeExpired(db: Kysely<Tables>, nowMs: number): Promise<number> {
  const expired = await db
    .selectFrom('drafts')
    .select('id')
    .where('expires_at_ms', '<=', nowMs)
    .limit(mostAtOnce)
    .execute();
  const ids = expired.map(({ id }) => id);
  if (ids.length > 0) await db.transaction().execute((whole) => removeDrafts(whole, ids));
  return ids.length;
}

function toRow({ id, companyId, createdAtMs, expiresAtMs, revision, ...content }: Draft) {
  return {
    id,
    company_id: companyId,
    created_at_ms: createdAtMs,
    expires_at_ms: expiresAtMs,
    revision,
    content: JSON.stringify(content),
  };
}

function toDraft(row: DraftRow): Draft {
  const content: Omit<Draft, 'id' | 'companyId' | 'createdAtMs' | 'expiresAtMs' | 'revision'> = JSON.parse(
    row.content,
  );
  return {
    ...content,
    id: row.id,
    companyId: row.company_id,
    createdAtMs: row.created_at_ms,
    expiresAtMs: row.expires_at_ms,
    revision: row.revision,
  };
}
