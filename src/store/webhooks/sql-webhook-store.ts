// SPDX-License-Identifier: Apache-2.0
import { type Kysely, sql } from 'kysely';
import { assertStorableText } from '../assert-storable-text.ts';
import { isStorableText } from '../is-storable-text.ts';
import type { Tables } from '../tables.ts';
import { toDelivery, toWebhook, toWebhookRow } from './read-webhook-rows.ts';
import type { WebhookStore } from './webhook-store.ts';

export function createSqlWebhookStore(db: Kysely<Tables>): WebhookStore {
  return {
    async add(webhook) {
      assertStorableText(webhook.url);
      await db.insertInto('webhooks').values(toWebhookRow(webhook)).execute();
    },
    async find(id) {
      if (!isStorableText(id)) return undefined;
      const row = await db.selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toWebhook(row);
    },
    async list(companyId) {
      if (!isStorableText(companyId)) return [];
      const mine = db.selectFrom('webhooks').selectAll().where('company_id', '=', companyId);
      return (await mine.orderBy('created_at_ms').orderBy('id').execute()).map(toWebhook);
    },
    remove: (id) => removeWebhook(db, id),
    rotate: (id, atMs) => rotate(db, id, atMs),
    enable: (id) => enable(db, id),
    listDeliveries: (webhookId, query) => listDeliveries(db, webhookId, query),
    replay: createReplay(db),
  };
}

/** Deliveries that are left behind, as when a report adds one in this very moment, are strays, and swept. */
async function removeWebhook(db: Kysely<Tables>, id: string): Promise<boolean> {
  if (!isStorableText(id)) return false;
  const { numDeletedRows } = await db.deleteFrom('webhooks').where('id', '=', id).executeTakeFirst();
  await db.deleteFrom('webhook_deliveries').where('webhook_id', '=', id).execute();
  return numDeletedRows === 1n;
}

async function rotate(db: Kysely<Tables>, id: string, atMs: number) {
  if (!isStorableText(id)) return undefined;
  const row = await db
    .updateTable('webhooks')
    .set({ rotated_at_ms: atMs, secret_generation: sql`secret_generation + 1` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row && toWebhook(row);
}

async function enable(db: Kysely<Tables>, id: string): Promise<boolean> {
  if (!isStorableText(id)) return false;
  const { numUpdatedRows } = await db
    .updateTable('webhooks')
    .set({ disabled_at_ms: null, disabled_reason: null, failing_since_ms: null })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function listDeliveries(
  db: Kysely<Tables>,
  webhookId: string,
  { limit, state }: Parameters<WebhookStore['listDeliveries']>[1],
) {
  if (!isStorableText(webhookId)) return [];
  const all = db.selectFrom('webhook_deliveries').selectAll().where('webhook_id', '=', webhookId);
  const wanted = state === undefined ? all : all.where('state', '=', state);
  const newestFirst = wanted.orderBy('event_at_ms', 'desc').orderBy('event_id', 'desc');
  return (await newestFirst.limit(limit).execute()).map(toDelivery);
}

function createReplay(db: Kysely<Tables>): WebhookStore['replay'] {
  return async (webhookId, which, nowMs) => {
    const eventId = which === 'dead' ? '' : which.eventId;
    if (!isStorableText(webhookId) || !isStorableText(eventId)) return 0;
    const all = db
      .updateTable('webhook_deliveries')
      .set({
        state: 'pending',
        attempts: 0,
        due_at_ms: nowMs,
        lease_id: null,
        finished_at_ms: null,
        status: null,
        problem: null,
      })
      .where('webhook_id', '=', webhookId);
    const wanted = which === 'dead' ? all.where('state', '=', 'dead') : all.where('event_id', '=', eventId);
    const { numUpdatedRows } = await wanted.executeTakeFirst();
    return Number(numUpdatedRows);
  };
}
