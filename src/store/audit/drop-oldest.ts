// SPDX-License-Identifier: Apache-2.0
import type { Kysely, Transaction } from 'kysely';
import { isStorableText } from '../is-storable-text.ts';
import type { Tables } from '../tables.ts';

/**
 * Drops the beginning of a chain. Entries are sealed nearly in the order of time, not quite: the first one that has to
 * stay ends the dropping, so that the rest still follows on without a gap.
 */
export async function dropOldest(
  db: Kysely<Tables>,
  companyId: string,
  olderThanMs: number,
): Promise<number> {
  if (!isStorableText(companyId)) return 0;
  return await db.transaction().execute(async (whole) => {
    const last = await findLastToDrop(whole, companyId, olderThanMs);
    if (last === undefined) return 0;
    const { numUpdatedRows } = await whole
      .updateTable('audit_chains')
      .set({ start_sequence: last.sequence, start_hash: last.hash })
      .where('company_id', '=', companyId)
      // Another server may have dropped more since: the beginning never goes back.
      .where('start_sequence', '<', last.sequence)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return 0;
    const { numDeletedRows } = await whole
      .deleteFrom('audit_entries')
      .where('company_id', '=', companyId)
      .where('sequence', '<=', last.sequence)
      .executeTakeFirst();
    return Number(numDeletedRows);
  });
}

async function findLastToDrop(db: Transaction<Tables>, companyId: string, olderThanMs: number) {
  const own = db.selectFrom('audit_entries').select(['sequence', 'hash']).where('company_id', '=', companyId);
  const firstToStay = await own
    .where('at_ms', '>=', olderThanMs)
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst();
  const end = firstToStay?.sequence ?? Number.MAX_SAFE_INTEGER;
  return await own.where('sequence', '<', end).orderBy('sequence', 'desc').limit(1).executeTakeFirst();
}
