// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { ColumnWords, Migration } from './migration.ts';

/** Reports being made on pages, and the pieces of their photographs. */
export const drafts: Migration = {
  name: '0008-drafts',
  async apply(db, words) {
    await createDrafts(db);
    await createChunks(db, words);
  },
};

async function createDrafts(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('drafts')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('company_id', 'text', (column) => column.notNull().references('companies.id'))
    .addColumn('handle_hash', 'text', (column) => column.notNull().unique())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('expires_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('drafts_by_expiry').on('drafts').column('expires_at_ms').execute();
}

async function createChunks(db: Kysely<Tables>, { blob }: ColumnWords): Promise<void> {
  await db.schema
    .createTable('draft_chunks')
    .addColumn('draft_id', 'text', (column) => column.notNull().references('drafts.id'))
    .addColumn('photo_id', 'text', (column) => column.notNull())
    .addColumn('chunk_offset', 'integer', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('bytes', blob, (column) => column.notNull())
    .addPrimaryKeyConstraint('draft_chunks_pkey', ['draft_id', 'photo_id', 'chunk_offset'])
    .execute();
}
