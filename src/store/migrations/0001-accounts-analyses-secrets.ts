// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { ColumnWords, Migration } from './migration.ts';

/** Who may log in, what was answered, and the keys all replicas share. */
export const accountsAnalysesSecrets: Migration = {
  name: '0001-accounts-analyses-secrets',
  async apply(db, words) {
    await createAccounts(db);
    await createSecrets(db, words);
    await createConditionSets(db);
    await createAnalyses(db, words);
    await db.schema
      .createIndex('analyses_by_time')
      .on('analyses')
      .columns(['created_at_ms desc', 'id desc'])
      .execute();
  },
};

async function createAccounts(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('accounts')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('password_changed_at_ms', 'bigint', (column) => column.notNull())
    .execute();
}

async function createSecrets(db: Kysely<Tables>, { blob }: ColumnWords): Promise<void> {
  await db.schema
    .createTable('secrets')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('bytes', blob, (column) => column.notNull())
    .execute();
}

async function createConditionSets(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('condition_sets')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('slugs', 'text', (column) => column.notNull())
    .execute();
}

/** `account_id` refers to no row: a record outlives the account that asked for it. */
async function createAnalyses(db: Kysely<Tables>, { blob }: ColumnWords): Promise<void> {
  await db.schema
    .createTable('analyses')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('software_version', 'text', (column) => column.notNull())
    .addColumn('image_count', 'integer', (column) => column.notNull())
    .addColumn('valid_image_count', 'integer', (column) => column.notNull())
    .addColumn('top_condition', 'text')
    .addColumn('top_probability_ppm', 'integer')
    .addColumn('condition_set_id', 'text', (column) => column.notNull().references('condition_sets.id'))
    .addColumn('conclusions', blob, (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .execute();
}
