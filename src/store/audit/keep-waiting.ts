// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { AuditEntry } from '../../record/audit-entry.ts';
import { assertStorableText } from '../assert-storable-text.ts';
import type { Tables } from '../tables.ts';
import type { AuditWaitingRow } from './audit-tables.ts';

/** Rows of one statement: far below what either database takes as parameters. Our own convention. */
const rowsAtOnce = 500;

/** Keeps entries until they are sealed, each once; within a transaction, with whatever else is written there. */
export async function keepWaiting(db: Kysely<Tables>, entries: readonly AuditEntry[]): Promise<void> {
  const rows = entries.map(toRow);
  for (let first = 0; first < rows.length; first += rowsAtOnce)
    await db
      .insertInto('audit_waiting')
      .values(rows.slice(first, first + rowsAtOnce))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
}

function toRow(entry: AuditEntry): AuditWaitingRow {
  // JSON writes what columns cannot keep as escapes: it is the keys that have to be looked at.
  for (const key of [entry.id, entry.companyId]) assertStorableText(key);
  return { id: entry.id, company_id: entry.companyId, at_ms: entry.atMs, entry: toCanonicalText(entry) };
}

/** One entry, one text. For strings, whole numbers and null this is RFC 8785. */
function toCanonicalText({ actor, object, ...rest }: AuditEntry): string {
  return JSON.stringify(inOrder({ ...rest, actor: inOrder(actor), object: inOrder(object) }));
}

function inOrder(fields: object): object {
  return Object.fromEntries(Object.entries(fields).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
