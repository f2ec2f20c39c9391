// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runMigrations } from '../migrations/run-migrations.ts';
import { createSqliteDialect } from '../sqlite/create-sqlite-dialect.ts';
import type { AssessmentScoreRow, Tables } from '../tables.ts';
import { createSqlAssessmentStore, selectSeries } from './sql-assessment-store.ts';

let folder: string;
let db: Kysely<Tables>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openderm-series-'));
  db = new Kysely<Tables>({ dialect: createSqliteDialect(join(folder, 'openderm.db')) });
  await runMigrations(db, 'sqlite');
});
afterAll(async () => {
  await db.destroy();
  await rm(folder, { recursive: true });
});

const patients = 100;
const scoresEach = 100;
const batch = 2000;

function createRow(index: number): AssessmentScoreRow {
  return {
    assessment_id: 'one',
    place: index,
    account_id: 'account',
    subject_hash: `patient-${index % patients}`,
    created_at_ms: patients * scoresEach - index,
    code: 'pasi',
    form: 'pasi',
    body_site: 'armLeft',
    category: null,
    score: '{"value":6.3,"answers":{}}',
  };
}

it('reads one patient of many by an index, in order, without sorting', async () => {
  await db
    .insertInto('assessments')
    .values({
      id: 'one',
      kind: 'severity-manual',
      account_id: 'account',
      subject_hash: null,
      created_at_ms: 1,
      software_version: '0',
      result: '{}',
    })
    .execute();
  for (let from = 0; from < patients * scoresEach; from += batch) {
    const rows = Array.from({ length: batch }, (_, index) => createRow(from + index));
    await db.insertInto('assessment_scores').values(rows).execute();
  }
  const subject = { accountId: 'account', subjectHash: 'patient-7' };
  const query = selectSeries(db, subject).compile();
  const plan = await db.executeQuery<{ detail: string }>({
    ...query,
    sql: `explain query plan ${query.sql}`,
  });
  const steps = plan.rows.map(({ detail }) => detail);
  expect(steps).toEqual([expect.stringContaining('USING INDEX assessment_scores_by_subject')]);
  const series = await createSqlAssessmentStore(db).listSeries(subject);
  expect(series).toHaveLength(scoresEach);
  expect(series.map(({ atMs }) => atMs)).toEqual(series.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
});
