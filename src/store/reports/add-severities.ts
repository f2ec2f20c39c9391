// SPDX-License-Identifier: Apache-2.0
import type { Transaction } from 'kysely';
import { isStorableText } from '../is-storable-text.ts';
import type { ReportRow, ReportScoreRow, Tables } from '../tables.ts';
import { keepBeside } from './keep-beside.ts';
import type { KeptWithReport } from './kept-with-report.ts';
import { addToDetails } from './pack-report.ts';
import type { AddedSeverities, NamedReport } from './report-store.ts';

/** Only where nobody has changed the report meanwhile: of two that add the same score one comes first. */
export async function addSeverities(
  db: Transaction<Tables>,
  { companyId, reportId }: NamedReport,
  { beside, ...added }: AddedSeverities & { readonly beside: KeptWithReport },
): Promise<boolean> {
  if (!isStorableText(companyId) || !isStorableText(reportId)) return false;
  const row = await db
    .selectFrom('reports')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', reportId)
    .where('pictures_gone_at_ms', 'is', null)
    .executeTakeFirst();
  const details = row && addToDetails(row.details, added);
  if (row === undefined || details === undefined) return false;
  const { numUpdatedRows } = await db
    .updateTable('reports')
    .set({ details })
    .where('id', '=', reportId)
    .where('details', '=', row.details)
    .where('pictures_gone_at_ms', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await addToCourse(db, row, added);
  await keepBeside(db, row, beside);
  return true;
}

/** The patient's course, where it is known whose report it is. */
async function addToCourse(
  db: Transaction<Tables>,
  row: ReportRow,
  { severities }: AddedSeverities,
): Promise<void> {
  if (row.subject_hash === null || severities.length === 0) return;
  const { subject_hash, company_id, body_site, created_at_ms } = row;
  const { count } = await db
    .selectFrom('report_scores')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('report_id', '=', row.id)
    .executeTakeFirstOrThrow();
  const rows: ReportScoreRow[] = severities.map(({ score }, index) => ({
    report_id: row.id,
    place: Number(count) + index,
    company_id,
    subject_hash,
    form: score.form,
    body_site,
    created_at_ms,
    value: JSON.stringify(score.value),
  }));
  await db.insertInto('report_scores').values(rows).execute();
}
