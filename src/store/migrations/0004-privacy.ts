// SPDX-License-Identifier: Apache-2.0
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Migration } from './migration.ts';

/** Who reached for what, sealed into a chain for each company; pictures that are to go, or are gone. */
export const privacy: Migration = {
  name: '0004-privacy',
  async apply(db) {
    await createWaiting(db);
    await createChains(db);
    await createEntries(db);
    await createErasures(db);
    await markPictures(db);
  },
};

/** Entries that are not sealed yet. `company_id` refers to no row here and below: a trace outlives what it tells of. */
async function createWaiting(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('audit_waiting')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('company_id', 'text', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('audit_waiting_by_company')
    .on('audit_waiting')
    .columns(['company_id', 'at_ms', 'id'])
    .execute();
}

/** Where each chain begins, which moves as old entries are dropped, and where it ends. */
async function createChains(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('audit_chains')
    .addColumn('company_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('start_sequence', 'bigint', (column) => column.notNull())
    .addColumn('start_hash', 'text', (column) => column.notNull())
    .addColumn('end_sequence', 'bigint', (column) => column.notNull())
    .addColumn('end_hash', 'text', (column) => column.notNull())
    .execute();
}

async function createEntries(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('audit_entries')
    .addColumn('company_id', 'text', (column) => column.notNull())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_entries_pkey', ['company_id', 'sequence'])
    .execute();
  await db.schema
    .createIndex('audit_entries_by_time')
    .on('audit_entries')
    .columns(['company_id', 'at_ms', 'sequence'])
    .execute();
}

/** Reports whose files are still to be removed: written with the decision, so that a crash forgets none. */
async function createErasures(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('erasures')
    .addColumn('report_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('company_id', 'text', (column) => column.notNull())
    .execute();
}

/** Pictures may go before their report does. The index has only reports that still have theirs. */
async function markPictures(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('reports').addColumn('pictures_gone_at_ms', 'bigint').execute();
  await db.schema
    .createIndex('reports_with_pictures')
    .on('reports')
    .columns(['company_id', 'created_at_ms', 'id'])
    .where(sql.ref('pictures_gone_at_ms'), 'is', null)
    .execute();
}
