// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Compilable, Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeptReport } from '../../../test/fixtures/kept-report.ts';
import { createSampleCompany } from '../../../test/fixtures/sample-company.ts';
import { createSqlCompanyStore } from '../companies/sql-company-store.ts';
import { runMigrations } from '../migrations/run-migrations.ts';
import { createSqliteDialect } from '../sqlite/create-sqlite-dialect.ts';
import type { ReportScoreRow, Tables } from '../tables.ts';
import { mostEarlierScores, selectCourse } from './sql-patient-course.ts';
import { createSqlReportStore } from './sql-report-store.ts';

let folder: string;
let db: Kysely<Tables>;
const company = createSampleCompany();
const report = createKeptReport({ companyId: company.id, severities: [] });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openderm-reports-'));
  db = new Kysely<Tables>({ dialect: createSqliteDialect(join(folder, 'openderm.db')) });
  await runMigrations(db, 'sqlite');
  await createSqlCompanyStore(db).add(company);
  await createSqlReportStore(db).add(report);
});
afterAll(async () => {
  await db.destroy();
  await rm(folder, { recursive: true });
});

const patients = 20;
const scoresEach = mostEarlierScores + 50;
const batch = 1000;

function createRow(index: number): ReportScoreRow {
  return {
    report_id: report.id,
    place: index,
    company_id: company.id,
    subject_hash: `patient-${index % patients}`,
    form: 'avasiLocal',
    body_site: 'armLeftTop',
    created_at_ms: Math.floor(index / patients),
    value: '6.3',
  };
}

async function explain(query: Compilable): Promise<readonly string[]> {
  const compiled = query.compile();
  const plan = await db.executeQuery<{ detail: string }>({
    ...compiled,
    sql: `explain query plan ${compiled.sql}`,
  });
  return plan.rows.map(({ detail }) => detail);
}

describe('the course of one patient of many', () => {
  const query = { subjectHash: 'patient-7', form: 'avasiLocal', bodySite: 'armLeftTop', beforeMs: 1e9 };

  it('is read by an index, in order, without sorting', async () => {
    expect(await explain(selectCourse(db, company.id, query))).toEqual([
      expect.stringContaining('USING INDEX report_scores_by_course'),
    ]);
  });

  it('has the latest scores where there are too many', async () => {
    for (let from = 0; from < patients * scoresEach; from += batch) {
      const rows = Array.from({ length: batch }, (_, index) => createRow(from + index));
      await db.insertInto('report_scores').values(rows).execute();
    }
    const earlier = await createSqlReportStore(db).earlier(company.id, query);
    expect(earlier).toHaveLength(mostEarlierScores);
    expect(earlier[0]?.createdAtMs).toBe(scoresEach - mostEarlierScores);
    expect(earlier.at(-1)?.createdAtMs).toBe(scoresEach - 1);
  });
});
