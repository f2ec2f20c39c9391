// SPDX-License-Identifier: Apache-2.0
import type { Transaction } from 'kysely';
import { removeDrafts } from '../drafts/remove-drafts.ts';
import { forgetKeysOfReport } from '../idempotency/keys-of-report.ts';
import type { Tables } from '../tables.ts';
import { forgetDeliveries } from '../webhooks/keep-events.ts';

/** Whose, and which. */
export interface ReportKey {
  readonly companyId: string;
  readonly id: string;
}

/** All rows of a report, and those that speak of it. Scores first: they refer to it. False where there is no such report. */
export async function eraseReportRows(
  db: Transaction<Tables>,
  { companyId, id }: ReportKey,
): Promise<boolean> {
  await db
    .deleteFrom('report_scores')
    .where('company_id', '=', companyId)
    .where('report_id', '=', id)
    .execute();
  const { numDeletedRows } = await db
    .deleteFrom('reports')
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (numDeletedRows !== 1n) return false;
  // What a report was made of on a page has the report's own id.
  await removeDrafts(db, [id]);
  await forgetKeysOfReport(db, id);
  await forgetDeliveries(db, { companyId, reportId: id });
  await noteErasure(db, { companyId, id });
  return true;
}

/** From now on the files are to go. */
export async function noteErasure(db: Transaction<Tables>, { companyId, id }: ReportKey): Promise<void> {
  await db
    .insertInto('erasures')
    .values({ company_id: companyId, report_id: id })
    .onConflict((conflict) => conflict.column('report_id').doNothing())
    .execute();
}
