// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { ColumnWords, Migration } from './migration.ts';

/** Keys of clients that may ask twice, with the answers to repeat. */
export const idempotency: Migration = {
  name: '0006-idempotency',
  async apply(db, words) {
    await createKeys(db);
    await createPieces(db, words);
  },
};

async function createKeys(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('idempotency_keys')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('lease_until_ms', 'bigint', (column) => column.notNull())
    .addColumn('expires_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('body_hash', 'text')
    .addColumn('report_id', 'text')
    .addColumn('status', 'integer')
    .addColumn('headers', 'text')
    .addUniqueConstraint('idempotency_keys_of_scope', ['scope', 'key'])
    .execute();
  for (const column of ['expires_at_ms', 'report_id'] as const)
    await db.schema
      .createIndex(`idempotency_keys_by_${column}`)
      .on('idempotency_keys')
      .columns([column])
      .execute();
}

/** An attempt that has lost its key loses what it has kept, and can keep nothing more. */
async function createPieces(db: Kysely<Tables>, { blob }: ColumnWords): Promise<void> {
  await db.schema
    .createTable('idempotency_pieces')
    .addColumn('key_id', 'text', (column) =>
      column.notNull().references('idempotency_keys.id').onDelete('cascade'),
    )
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('bytes', blob, (column) => column.notNull())
    .addPrimaryKeyConstraint('idempotency_pieces_pkey', ['key_id', 'place'])
    .execute();
}
