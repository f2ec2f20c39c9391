// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import { type ConditionSets, createConditionSets } from '../analyses/condition-sets.ts';
import { eraseReportRows, type ReportKey } from '../erasures/erase-report-rows.ts';
import { isStorableText } from '../is-storable-text.ts';
import type { ReportRow, Tables } from '../tables.ts';
import { addSeverities } from './add-severities.ts';
import { keepBeside } from './keep-beside.ts';
import { packReport, toScoreRows, unpackReport } from './pack-report.ts';
import type { ReportStore, ReportSummary } from './report-store.ts';
import { findMissing } from './sql-missing-reports.ts';
import { findNeighbours, listEarlier } from './sql-patient-course.ts';

export function createSqlReportStore(db: Kysely<Tables>): ReportStore {
  const sets = createConditionSets(db);
  return {
    async add(record, beside = {}) {
      const row = await packReport(record, sets);
      const scores = toScoreRows(record);
      await db.transaction().execute(async (transaction) => {
        await transaction.insertInto('reports').values(row).execute();
        if (scores.length > 0) await transaction.insertInto('report_scores').values(scores).execute();
        await keepBeside(transaction, record, beside);
      });
    },
    addSeverities: (named, added, beside = {}) =>
      db.transaction().execute((transaction) => addSeverities(transaction, named, { ...added, beside })),
    find: (companyId, id) => findReport(db, sets, { companyId, id }),
    missing: (named) => findMissing(db, named),
    list: (companyId, limit, before) => listReports(db, { companyId, limit, before }),
    async earlier(companyId, query) {
      const keys = [companyId, query.subjectHash, query.form, query.bodySite];
      return keys.every(isStorableText) ? await listEarlier(db, companyId, query) : [];
    },
    async neighbours(companyId, subjectHash, id) {
      const none = { earlier: null, later: null };
      if (![companyId, subjectHash, id].every(isStorableText)) return none;
      return (await findNeighbours(db, { companyId, subjectHash }, id)) ?? none;
    },
    remove: (companyId, id) => removeReport(db, { companyId, id }),
  };
}

async function findReport(db: Kysely<Tables>, sets: ConditionSets, { companyId, id }: ReportKey) {
  if (!isStorableText(companyId) || !isStorableText(id)) return undefined;
  const row = await db
    .selectFrom('reports')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && unpackReport(row, await sets.find(row.condition_set_id));
}

interface ReportPage {
  readonly companyId: string;
  readonly limit: number;
  readonly before: string | undefined;
}

const summaryColumns = [
  'id',
  'company_id',
  'created_at_ms',
  'body_site',
  'pathology',
  'software_version',
] as const;

async function listReports(
  db: Kysely<Tables>,
  { companyId, limit, before }: ReportPage,
): Promise<readonly ReportSummary[]> {
  if (!isStorableText(companyId)) return [];
  const newestFirst = selectSummaries(db, companyId).limit(limit);
  if (before === undefined) return (await newestFirst.execute()).map(toSummary);
  const place = isStorableText(before)
    ? await selectSummaries(db, companyId).where('id', '=', before).executeTakeFirst()
    : undefined;
  if (place === undefined) return [];
  const older = newestFirst.where(({ eb, refTuple, tuple }) =>
    eb(refTuple('created_at_ms', 'id'), '<', tuple(place.created_at_ms, place.id)),
  );
  return (await older.execute()).map(toSummary);
}

function selectSummaries(db: Kysely<Tables>, companyId: string) {
  return db
    .selectFrom('reports')
    .select(summaryColumns)
    .where('company_id', '=', companyId)
    .orderBy('created_at_ms', 'desc')
    .orderBy('id', 'desc');
}

function toSummary(row: Pick<ReportRow, (typeof summaryColumns)[number]>): ReportSummary {
  return {
    id: row.id,
    companyId: row.company_id,
    createdAtMs: row.created_at_ms,
    bodySite: row.body_site,
    pathology: row.pathology,
    softwareVersion: row.software_version,
  };
}

async function removeReport(db: Kysely<Tables>, { companyId, id }: ReportKey): Promise<boolean> {
  if (!isStorableText(companyId) || !isStorableText(id)) return false;
  return await db.transaction().execute((whole) => eraseReportRows(whole, { companyId, id }));
}
