// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { AnalysisRecord, AnalysisSummary } from '../../record/analysis-record.ts';
import { isStorableText } from '../is-storable-text.ts';
import type { AnalysisRow, Tables } from '../tables.ts';
import type { AnalysisPage, AnalysisStore } from './analysis-store.ts';
import { type ConditionSets, createConditionSets } from './condition-sets.ts';
import { packResult, unpackResult } from './pack-result.ts';

export function createSqlAnalysisStore(db: Kysely<Tables>): AnalysisStore {
  const sets = createConditionSets(db);
  return {
    async keep(record) {
      const row = await toRow(record, sets);
      await db.insertInto('analyses').values(row).execute();
    },
    async find(id) {
      if (!isStorableText(id)) return undefined;
      const row = await db.selectFrom('analyses').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toRecord(row, sets);
    },
    list: (page) => listSummaries(db, page),
    async count() {
      const { count } = await db
        .selectFrom('analyses')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },
    async erase(id) {
      if (!isStorableText(id)) return false;
      const { numDeletedRows } = await db.deleteFrom('analyses').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

const PARTS_PER_MILLION = 1_000_000;

async function toRow(record: AnalysisRecord, sets: ConditionSets): Promise<AnalysisRow> {
  const { json, conclusions, slugs } = packResult(record.result);
  const [top] = record.result.conclusions;
  return {
    id: record.id,
    kind: record.kind,
    account_id: record.accountId,
    created_at_ms: record.createdAtMs,
    software_version: record.softwareVersion,
    image_count: record.result.images.length,
    valid_image_count: record.result.images.filter(({ validity }) => validity.isValid).length,
    top_condition: top?.condition ?? null,
    top_probability_ppm: top ? Math.round(top.probability * PARTS_PER_MILLION) : null,
    condition_set_id: await sets.keep(slugs),
    conclusions,
    result: json,
  };
}

async function toRecord(row: AnalysisRow, sets: ConditionSets): Promise<AnalysisRecord> {
  const slugs = await sets.find(row.condition_set_id);
  return {
    id: row.id,
    accountId: row.account_id,
    kind: row.kind,
    createdAtMs: row.created_at_ms,
    softwareVersion: row.software_version,
    result: unpackResult({ json: row.result, conclusions: row.conclusions, slugs }),
  };
}

const summaryColumns = [
  'id',
  'kind',
  'account_id',
  'created_at_ms',
  'software_version',
  'image_count',
  'valid_image_count',
  'top_condition',
  'top_probability_ppm',
] as const;

async function listSummaries(
  db: Kysely<Tables>,
  { limit, after }: AnalysisPage,
): Promise<readonly AnalysisSummary[]> {
  const newestFirst = db
    .selectFrom('analyses')
    .select(summaryColumns)
    .orderBy('created_at_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (after === undefined) return (await newestFirst.execute()).map(toSummary);
  const last = await findPlace(db, after);
  if (!last) return [];
  const rows = await newestFirst
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('created_at_ms', 'id'), '<', tuple(last.created_at_ms, last.id)),
    )
    .execute();
  return rows.map(toSummary);
}

async function findPlace(
  db: Kysely<Tables>,
  id: string,
): Promise<Pick<AnalysisRow, 'created_at_ms' | 'id'> | undefined> {
  if (!isStorableText(id)) return undefined;
  return await db
    .selectFrom('analyses')
    .select(['created_at_ms', 'id'])
    .where('id', '=', id)
    .executeTakeFirst();
}

function toSummary(row: Pick<AnalysisRow, (typeof summaryColumns)[number]>): AnalysisSummary {
  const { top_condition: condition, top_probability_ppm: ppm } = row;
  return {
    id: row.id,
    accountId: row.account_id,
    kind: row.kind,
    createdAtMs: row.created_at_ms,
    softwareVersion: row.software_version,
    imageCount: row.image_count,
    validImageCount: row.valid_image_count,
    top: condition === null || ppm === null ? null : { condition, probability: ppm / PARTS_PER_MILLION },
  };
}
