// SPDX-License-Identifier: Apache-2.0
import { type Kysely, sql } from 'kysely';
import { isStorableText } from '../is-storable-text.ts';
import type { Tables } from '../tables.ts';
import type { AuditChain, AuditStore, SealedEntry } from './audit-store.ts';
import type { AuditEntryRow } from './audit-tables.ts';
import { dropOldest } from './drop-oldest.ts';
import { keepWaiting } from './keep-waiting.ts';
import { sealWaiting } from './seal-waiting.ts';

export function createSqlAuditStore(db: Kysely<Tables>): AuditStore {
  return {
    async add(entries) {
      if (entries.length > 0) await db.transaction().execute((whole) => keepWaiting(whole, entries));
    },
    seal: (link, limit) => sealWaiting(db, link, limit),
    findChain: (companyId) => findChain(db, companyId),
    async read(companyId, afterSequence, limit) {
      if (!isStorableText(companyId)) return [];
      const after = selectEntries(db, companyId).where('sequence', '>', afterSequence);
      return (await after.orderBy('sequence').limit(limit).execute()).map(toSealed);
    },
    async list(companyId, limit, beforeSequence = Number.MAX_SAFE_INTEGER) {
      if (!isStorableText(companyId)) return [];
      const before = selectEntries(db, companyId).where('sequence', '<', beforeSequence);
      return (await before.orderBy('sequence', 'desc').limit(limit).execute()).map(toSealed);
    },
    drop: (companyId, olderThanMs) => dropOldest(db, companyId, olderThanMs),
  };
}

function selectEntries(db: Kysely<Tables>, companyId: string) {
  return db.selectFrom('audit_entries').selectAll().where('company_id', '=', companyId);
}

async function findChain(db: Kysely<Tables>, companyId: string): Promise<AuditChain | undefined> {
  if (!isStorableText(companyId)) return undefined;
  const { waiting } = await db
    .selectFrom('audit_waiting')
    .select(sql<number>`cast(count(*) as bigint)`.as('waiting'))
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow();
  const chain = await db
    .selectFrom('audit_chains')
    .selectAll()
    .where('company_id', '=', companyId)
    .executeTakeFirst();
  if (chain === undefined && waiting === 0) return undefined;
  return {
    companyId,
    start: { sequence: chain?.start_sequence ?? 0, hash: chain?.start_hash ?? '0'.repeat(64) },
    end: { sequence: chain?.end_sequence ?? 0, hash: chain?.end_hash ?? '0'.repeat(64) },
    waiting,
  };
}

function toSealed(row: AuditEntryRow): SealedEntry {
  return {
    companyId: row.company_id,
    sequence: row.sequence,
    atMs: row.at_ms,
    text: row.entry,
    hash: row.hash,
  };
}
