// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { EarlierScore } from '../../record/report-record.ts';
import type { ReportScoreRow, Tables } from '../tables.ts';
import type { EarlierQuery, ReportNeighbours, ReportPlace } from './report-store.ts';

/** A weekly photograph for nearly four years: more is not drawn in one curve. Our own convention. */
export const mostEarlierScores = 200;

/** Oldest first; the latest where there are too many. */
export async function listEarlier(
  db: Kysely<Tables>,
  companyId: string,
  query: EarlierQuery,
): Promise<readonly EarlierScore[]> {
  const newestFirst = await selectCourse(db, companyId, query).limit(mostEarlierScores).execute();
  return newestFirst.toReversed().map(toScore);
}

/** Newest first. */
export function selectCourse(
  db: Kysely<Tables>,
  companyId: string,
  { subjectHash, form, bodySite, beforeMs }: EarlierQuery,
) {
  return db
    .selectFrom('report_scores')
    .select(['report_id', 'created_at_ms', 'value'])
    .where('company_id', '=', companyId)
    .where('subject_hash', '=', subjectHash)
    .where('form', '=', form)
    .where('body_site', '=', bodySite)
    .where('created_at_ms', '<', beforeMs)
    .orderBy('created_at_ms', 'desc')
    .orderBy('report_id', 'desc')
    .orderBy('place', 'desc');
}

function toScore(row: Pick<ReportScoreRow, 'report_id' | 'created_at_ms' | 'value'>): EarlierScore {
  const value: number = JSON.parse(row.value);
  return { reportId: row.report_id, createdAtMs: row.created_at_ms, value };
}

/** One patient of one company. */
export interface Patient {
  readonly companyId: string;
  readonly subjectHash: string;
}

/** Undefined when the report is not this patient's. */
export async function findNeighbours(
  db: Kysely<Tables>,
  patient: Patient,
  id: string,
): Promise<ReportNeighbours | undefined> {
  const own = await selectPlaces(db, patient).where('id', '=', id).executeTakeFirst();
  if (own === undefined) return undefined;
  const [earlier, later] = await Promise.all([
    findNext(db, patient, { from: own, direction: 'earlier' }),
    findNext(db, patient, { from: own, direction: 'later' }),
  ]);
  return { earlier, later };
}

interface Step {
  readonly from: { readonly id: string; readonly created_at_ms: number };
  readonly direction: 'earlier' | 'later';
}

async function findNext(
  db: Kysely<Tables>,
  patient: Patient,
  { from, direction }: Step,
): Promise<ReportPlace | null> {
  const [order, comparison] = direction === 'earlier' ? (['desc', '<'] as const) : (['asc', '>'] as const);
  const next = await selectPlaces(db, patient)
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('created_at_ms', 'id'), comparison, tuple(from.created_at_ms, from.id)),
    )
    .orderBy('created_at_ms', order)
    .orderBy('id', order)
    .limit(1)
    .executeTakeFirst();
  return next ? { id: next.id, createdAtMs: next.created_at_ms } : null;
}

function selectPlaces(db: Kysely<Tables>, { companyId, subjectHash }: Patient) {
  return db
    .selectFrom('reports')
    .select(['id', 'created_at_ms'])
    .where('company_id', '=', companyId)
    .where('subject_hash', '=', subjectHash);
}
