// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { DraftChunkRow } from './draft-rows.ts';
import type { DraftStore, PhotoChunk } from './draft-store.ts';

type PhotoPart = Pick<DraftStore, 'addChunk' | 'readPhoto' | 'receivedBytes' | 'removePhoto'>;

/** The photographs of drafts, piece by piece. */
export function createSqlDraftPhotos(db: Kysely<Tables>): PhotoPart {
  return {
    addChunk: (chunk) => addChunk(db, chunk),
    receivedBytes: (draftId, photoId) => countBytes(db, draftId, photoId),
    async readPhoto(draftId, photoId) {
      const rows = await db
        .selectFrom('draft_chunks')
        .select('bytes')
        .where('draft_id', '=', draftId)
        .where('photo_id', '=', photoId)
        .orderBy('chunk_offset')
        .execute();
      return Buffer.concat(rows.map(({ bytes }) => bytes));
    },
    async removePhoto(draftId, photoId) {
      await db
        .deleteFrom('draft_chunks')
        .where('draft_id', '=', draftId)
        .where('photo_id', '=', photoId)
        .execute();
    },
  };
}

/** The same piece sent twice at once is kept once: the place of a piece is its key. */
async function addChunk(db: Kysely<Tables>, chunk: PhotoChunk): Promise<number> {
  const { draftId, photoId, offset, bytes } = chunk;
  const receivedBytes = await countBytes(db, draftId, photoId);
  if (offset !== receivedBytes || bytes.byteLength === 0) return receivedBytes;
  const row = { draft_id: draftId, photo_id: photoId, chunk_offset: offset, size: bytes.byteLength, bytes };
  if (await keep(db, row)) return offset + bytes.byteLength;
  return await countBytes(db, draftId, photoId);
}

/** False where the place is taken, and where the draft was forgotten in this very moment. */
async function keep(db: Kysely<Tables>, row: DraftChunkRow): Promise<boolean> {
  try {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('draft_chunks')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  } catch (error) {
    const draft = db.selectFrom('drafts').select('id').where('id', '=', row.draft_id);
    if ((await draft.executeTakeFirst()) !== undefined) throw error;
    return false;
  }
}

/** Pieces follow each other without a gap: where the last one ends is how much there is. */
async function countBytes(db: Kysely<Tables>, draftId: string, photoId: string): Promise<number> {
  const last = await db
    .selectFrom('draft_chunks')
    .select(['chunk_offset', 'size'])
    .where('draft_id', '=', draftId)
    .where('photo_id', '=', photoId)
    .orderBy('chunk_offset', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last === undefined ? 0 : last.chunk_offset + last.size;
}
