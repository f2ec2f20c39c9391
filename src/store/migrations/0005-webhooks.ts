// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Migration } from './migration.ts';

/** Whom companies want told, and what is on its way to them. */
export const webhooks: Migration = {
  name: '0005-webhooks',
  async apply(db) {
    await createWebhooks(db);
    await createDeliveries(db);
    await db.schema.createIndex('webhooks_by_company').on('webhooks').columns(['company_id', 'id']).execute();
    const onDeliveries = (name: string) => db.schema.createIndex(name).on('webhook_deliveries');
    await onDeliveries('webhook_deliveries_by_due').columns(['webhook_id', 'state', 'due_at_ms']).execute();
    await onDeliveries('webhook_deliveries_by_report').columns(['company_id', 'report_id']).execute();
    await onDeliveries('webhook_deliveries_by_end').columns(['finished_at_ms']).execute();
  },
};

async function createWebhooks(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('webhooks')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('company_id', 'text', (column) => column.notNull().references('companies.id'))
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('events', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('secret_generation', 'integer', (column) => column.notNull())
    .addColumn('rotated_at_ms', 'bigint')
    .addColumn('failing_since_ms', 'bigint')
    .addColumn('disabled_at_ms', 'bigint')
    .addColumn('disabled_reason', 'text')
    .execute();
}

/** No row of another table is referred to: what is removed there takes its deliveries along by itself. */
async function createDeliveries(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('webhook_deliveries')
    .addColumn('webhook_id', 'text', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('company_id', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('report_id', 'text', (column) => column.notNull())
    .addColumn('event_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('lease_id', 'text')
    .addColumn('finished_at_ms', 'bigint')
    .addColumn('status', 'integer')
    .addColumn('problem', 'text')
    .addPrimaryKeyConstraint('webhook_deliveries_pkey', ['webhook_id', 'event_id'])
    .execute();
}
