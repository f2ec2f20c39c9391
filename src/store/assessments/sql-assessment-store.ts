// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { AssessmentRecord } from '../../record/assessment-record.ts';
import type { SeriesPoint } from '../../record/severity-assessment.ts';
import { isStorableText } from '../is-storable-text.ts';
import type { AssessmentRow, AssessmentScoreRow, Tables } from '../tables.ts';
import type { AssessmentStore, RecordPage, SubjectKey } from './assessment-store.ts';
import { listScores } from './list-scores.ts';

export function createSqlAssessmentStore(db: Kysely<Tables>): AssessmentStore {
  return {
    async keep(record) {
      const scores = toScoreRows(record);
      await db.transaction().execute(async (transaction) => {
        await transaction.insertInto('assessments').values(toRow(record)).execute();
        if (scores.length > 0) await transaction.insertInto('assessment_scores').values(scores).execute();
      });
    },
    async find(id) {
      if (!isStorableText(id)) return undefined;
      const row = await db.selectFrom('assessments').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toRecord(row);
    },
    list: (page) => listRecords(db, page),
    async listSeries(subject, { code } = {}) {
      if (code !== undefined && !isStorableText(code)) return [];
      const series = selectSeries(db, subject);
      const rows = await (code === undefined ? series : series.where('code', '=', code)).execute();
      return rows.map(toPoint);
    },
    async listOfSubject({ accountId, subjectHash }) {
      const own = db.selectFrom('assessments').select('id').where('account_id', '=', accountId);
      return (await own.where('subject_hash', '=', subjectHash).execute()).map(({ id }) => id);
    },
    erase: async (id) => isStorableText(id) && (await eraseRecord(db, id)),
  };
}

/** Scores first: they refer to it. */
async function eraseRecord(db: Kysely<Tables>, id: string): Promise<boolean> {
  return await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('assessment_scores').where('assessment_id', '=', id).execute();
    const erased = await transaction.deleteFrom('assessments').where('id', '=', id).executeTakeFirst();
    return erased.numDeletedRows > 0n;
  });
}

async function listRecords(
  db: Kysely<Tables>,
  { limit, after }: RecordPage,
): Promise<readonly AssessmentRecord[]> {
  const newestFirst = db
    .selectFrom('assessments')
    .selectAll()
    .orderBy('created_at_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (after === undefined) return (await newestFirst.execute()).map(toRecord);
  const last = isStorableText(after)
    ? await db.selectFrom('assessments').selectAll().where('id', '=', after).executeTakeFirst()
    : undefined;
  if (last === undefined) return [];
  const older = newestFirst.where(({ eb, refTuple, tuple }) =>
    eb(refTuple('created_at_ms', 'id'), '<', tuple(last.created_at_ms, last.id)),
  );
  return (await older.execute()).map(toRecord);
}

/** A patient's scores, oldest first. */
export function selectSeries(db: Kysely<Tables>, { accountId, subjectHash }: SubjectKey) {
  return db
    .selectFrom('assessment_scores')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('subject_hash', '=', subjectHash)
    .orderBy('created_at_ms')
    .orderBy('assessment_id')
    .orderBy('place');
}

function toRow(record: AssessmentRecord): AssessmentRow {
  return {
    id: record.id,
    kind: record.kind,
    account_id: record.accountId,
    subject_hash: record.subjectHash,
    created_at_ms: record.createdAtMs,
    software_version: record.softwareVersion,
    result: JSON.stringify(record.result),
  };
}

/** Scores of nobody in particular are in no series. */
function toScoreRows(record: AssessmentRecord): AssessmentScoreRow[] {
  const { id, accountId, subjectHash, createdAtMs } = record;
  if (subjectHash === null) return [];
  return listScores(record).map(({ code, form, bodySite, value, answers, category }, place) => ({
    assessment_id: id,
    place,
    account_id: accountId,
    subject_hash: subjectHash,
    created_at_ms: createdAtMs,
    code,
    form,
    body_site: bodySite,
    category,
    score: JSON.stringify({ value, answers }),
  }));
}

function toRecord(row: AssessmentRow): AssessmentRecord {
  const record = {
    id: row.id,
    accountId: row.account_id,
    kind: row.kind,
    subjectHash: row.subject_hash,
    createdAtMs: row.created_at_ms,
    softwareVersion: row.software_version,
    result: JSON.parse(row.result) as unknown,
  };
  // The row was written from a record of the same kind.
  return record as AssessmentRecord;
}

function toPoint(row: AssessmentScoreRow): SeriesPoint {
  const { value, answers } = JSON.parse(row.score) as Pick<SeriesPoint, 'value' | 'answers'>;
  return {
    assessmentId: row.assessment_id,
    code: row.code,
    form: row.form,
    bodySite: row.body_site,
    atMs: row.created_at_ms,
    category: row.category,
    value,
    answers,
  };
}
