// SPDX-License-Identifier: Apache-2.0
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import type { ChainPlace, LinkEntry } from './audit-store.ts';
import type { AuditEntryRow, AuditWaitingRow } from './audit-tables.ts';

/** Before the first entry there is nothing: as many zeros as SHA-256 has hex digits. */
const nothing = '0'.repeat(64);
/** One transaction holds the one connection of SQLite: short ones let others in between. Our own convention. */
const entriesAtOnce = 200;

/** Moves what waits to the ends of the chains. */
export async function sealWaiting(db: Kysely<Tables>, link: LinkEntry, limit: number): Promise<number> {
  const companies = await db.selectFrom('audit_waiting').select('company_id').distinct().execute();
  let sealed = 0;
  for (const { company_id: companyId } of companies) {
    for (;;) {
      const now = await db.transaction().execute((turn) => sealSome(turn, companyId, link));
      sealed += now;
      if (now < entriesAtOnce || sealed >= limit) break;
    }
    if (sealed >= limit) break;
  }
  return sealed;
}

async function sealSome(db: Transaction<Tables>, companyId: string, link: LinkEntry): Promise<number> {
  const end = await lockChain(db, companyId);
  const waiting = await db
    .selectFrom('audit_waiting')
    .selectAll()
    .where('company_id', '=', companyId)
    .orderBy('at_ms')
    .orderBy('id')
    .limit(entriesAtOnce)
    .execute();
  const rows = linkAll(waiting, end, link);
  const last = rows.at(-1);
  if (last === undefined) return 0;
  await db.insertInto('audit_entries').values(rows).execute();
  const ids = waiting.map(({ id }) => id);
  await db.deleteFrom('audit_waiting').where('id', 'in', ids).execute();
  await db
    .updateTable('audit_chains')
    .set({ end_sequence: last.sequence, end_hash: last.hash })
    .where('company_id', '=', companyId)
    .execute();
  return rows.length;
}

/** Whoever else would seal for this company waits until the transaction is over, and then sees where it ended. */
async function lockChain(db: Transaction<Tables>, companyId: string): Promise<ChainPlace> {
  const start = { start_sequence: 0, start_hash: nothing, end_sequence: 0, end_hash: nothing };
  await db
    .insertInto('audit_chains')
    .values({ company_id: companyId, ...start })
    .onConflict((conflict) => conflict.column('company_id').doUpdateSet({ company_id: companyId }))
    .execute();
  const row = await db
    .selectFrom('audit_chains')
    .select(['end_sequence', 'end_hash'])
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow();
  return { sequence: row.end_sequence, hash: row.end_hash };
}

function linkAll(
  waiting: readonly AuditWaitingRow[],
  end: ChainPlace,
  link: LinkEntry,
): readonly AuditEntryRow[] {
  let { sequence, hash } = end;
  return waiting.map(({ id: _, ...row }) => {
    sequence += 1;
    hash = link(hash, row.entry);
    return { ...row, sequence, hash };
  });
}
