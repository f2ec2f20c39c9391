// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Migration } from './migration.ts';

/** Severity assessments, and each score of them by itself, so that a patient's series is read without opening results. */
export const assessments: Migration = {
  name: '0002-assessments',
  async apply(db) {
    await createAssessments(db);
    await createScores(db);
    await db.schema
      .createIndex('assessments_by_time')
      .on('assessments')
      .columns(['created_at_ms desc', 'id desc'])
      .execute();
    await db.schema
      .createIndex('assessment_scores_by_subject')
      .on('assessment_scores')
      .columns(['account_id', 'subject_hash', 'created_at_ms', 'assessment_id', 'place'])
      .execute();
  },
};

/** `account_id` refers to no row: a record outlives the account that asked for it. */
async function createAssessments(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('assessments')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('subject_hash', 'text')
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('software_version', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .execute();
}

/** `place`: where the score stood in the request. */
async function createScores(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('assessment_scores')
    .addColumn('assessment_id', 'text', (column) => column.notNull().references('assessments.id'))
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('subject_hash', 'text', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('body_site', 'text', (column) => column.notNull())
    .addColumn('category', 'text')
    .addColumn('score', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('assessment_scores_pkey', ['assessment_id', 'place'])
    .execute();
}
