// SPDX-License-Identifier: Apache-2.0
import { type Kysely, sql } from 'kysely';
import type { AuditEntry } from '../../record/audit-entry.ts';
import { keepWaiting } from '../audit/keep-waiting.ts';
import { removeDrafts } from '../drafts/remove-drafts.ts';
import { isStorableText } from '../is-storable-text.ts';
import type { DatabaseKind } from '../migrations/run-migrations.ts';
import type { Tables } from '../tables.ts';
import { eraseReportRows, noteErasure, type ReportKey } from './erase-report-rows.ts';
import type { ErasureStore } from './erasure-store.ts';

export function createSqlErasureStore(db: Kysely<Tables>, kind: DatabaseKind): ErasureStore {
  return {
    async listReports(companyId, beforeMs, limit) {
      const before = selectIds(db, companyId).where('created_at_ms', '<', beforeMs).limit(limit);
      return (await before.execute()).map(({ id }) => id);
    },
    async listWithPictures(companyId, beforeMs, limit) {
      const before = selectIds(db, companyId).where('created_at_ms', '<', beforeMs).limit(limit);
      return (await before.where('pictures_gone_at_ms', 'is', null).execute()).map(({ id }) => id);
    },
    async listOfSubject(companyId, subjectHash) {
      if (!isStorableText(companyId)) return [];
      const own = selectIds(db, companyId).where('subject_hash', '=', subjectHash);
      return (await own.execute()).map(({ id }) => id);
    },
    eraseReport: (companyId, id, audit) => eraseReport(db, { companyId, id }, audit),
    erasePictures: (companyId, id, audit) => erasePictures(db, { companyId, id }, audit),
    async listUnfinished(limit) {
      const rows = await db.selectFrom('erasures').selectAll().limit(limit).execute();
      return rows.map((row) => ({ companyId: row.company_id, reportId: row.report_id }));
    },
    async finish(reportIds) {
      if (reportIds.length > 0) await db.deleteFrom('erasures').where('report_id', 'in', reportIds).execute();
    },
    scrub: async () => kind === 'postgres' || (await emptyLog(db)),
  };
}

function selectIds(db: Kysely<Tables>, companyId: string) {
  return db
    .selectFrom('reports')
    .select('id')
    .where('company_id', '=', companyId)
    .orderBy('created_at_ms')
    .orderBy('id');
}

async function eraseReport(db: Kysely<Tables>, key: ReportKey, audit: AuditEntry): Promise<boolean> {
  if (!isStorableText(key.companyId) || !isStorableText(key.id)) return false;
  return await db.transaction().execute(async (whole) => {
    const isErased = await eraseReportRows(whole, key);
    if (isErased) await keepWaiting(whole, [audit]);
    return isErased;
  });
}

async function erasePictures(db: Kysely<Tables>, key: ReportKey, audit: AuditEntry): Promise<boolean> {
  return await db.transaction().execute(async (whole) => {
    const { numUpdatedRows } = await whole
      .updateTable('reports')
      .set({ pictures_gone_at_ms: audit.atMs })
      .where('company_id', '=', key.companyId)
      .where('id', '=', key.id)
      .where('pictures_gone_at_ms', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return false;
    // The photographs that a report was made of on a page: their draft has the report's own id.
    await removeDrafts(whole, [key.id]);
    await noteErasure(whole, key);
    await keepWaiting(whole, [audit]);
    return true;
  });
}

/** SQLite's write-ahead log has pages as they were before: copied into the file, it is cut to nothing. */
async function emptyLog(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ readonly busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  return rows[0]?.busy === 0;
}
