// SPDX-License-Identifier: Apache-2.0
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** Drafts and their photographs. */
export async function removeDrafts(db: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  // No handle opens them from now on. Postgres waits here for pieces that are just being kept, and lets no other in.
  await db
    .updateTable('drafts')
    .set(({ ref }) => ({ handle_hash: ref('id') }))
    .where('id', 'in', ids)
    .execute();
  // Pieces first: they refer to their draft.
  await db.deleteFrom('draft_chunks').where('draft_id', 'in', ids).execute();
  await db.deleteFrom('drafts').where('id', 'in', ids).execute();
}
