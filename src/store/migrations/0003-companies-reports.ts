// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { ColumnWords, Migration } from './migration.ts';

/** Tenants with their keys, their reports, and the scores of those by themselves, for a patient's course. */
export const companiesReports: Migration = {
  name: '0003-companies-reports',
  async apply(db, words) {
    await createCompanies(db);
    await createTokens(db);
    await createAppKeys(db);
    await createReports(db, words);
    await createReportScores(db);
  },
};

async function createCompanies(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('companies')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .execute();
}

async function createTokens(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('api_tokens')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('company_id', 'text', (column) => column.notNull().references('companies.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('secret_hash', 'text', (column) => column.notNull().unique())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('revoked_at_ms', 'bigint')
    .execute();
}

/** A key opens the page of one company for good: nobody registers it again, also when it has expired. */
async function createAppKeys(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('app_keys')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('company_id', 'text', (column) => column.notNull().references('companies.id'))
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('expires_at_ms', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('app_keys_by_company')
    .on('app_keys')
    .columns(['company_id', 'expires_at_ms', 'key'])
    .execute();
}

async function createReports(db: Kysely<Tables>, { blob }: ColumnWords): Promise<void> {
  await db.schema
    .createTable('reports')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('company_id', 'text', (column) => column.notNull().references('companies.id'))
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('subject_hash', 'text')
    .addColumn('body_site', 'text', (column) => column.notNull())
    .addColumn('pathology', 'text')
    .addColumn('software_version', 'text', (column) => column.notNull())
    .addColumn('condition_set_id', 'text', (column) => column.notNull().references('condition_sets.id'))
    .addColumn('conclusions', blob, (column) => column.notNull())
    .addColumn('diagnosis', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('reports_by_time')
    .on('reports')
    .columns(['company_id', 'created_at_ms', 'id'])
    .execute();
  await db.schema
    .createIndex('reports_by_subject')
    .on('reports')
    .columns(['company_id', 'subject_hash', 'created_at_ms', 'id'])
    .execute();
}

/** `place`: where the score stands in its report. */
async function createReportScores(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('report_scores')
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id'))
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('company_id', 'text', (column) => column.notNull())
    .addColumn('subject_hash', 'text', (column) => column.notNull())
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('body_site', 'text', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('report_scores_pkey', ['report_id', 'place'])
    .execute();
  await db.schema
    .createIndex('report_scores_by_course')
    .on('report_scores')
    .columns(['company_id', 'subject_hash', 'form', 'body_site', 'created_at_ms', 'report_id', 'place'])
    .execute();
}
