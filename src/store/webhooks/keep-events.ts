// SPDX-License-Identifier: Apache-2.0
import type { Transaction } from 'kysely';
import type { OutboxEvent } from '../../record/outbox-event.ts';
import type { Webhook } from '../../record/webhook.ts';
import type { Tables } from '../tables.ts';
import { toWebhookRow } from './read-webhook-rows.ts';
import type { WebhookDeliveryRow, WebhookRow } from './webhook-rows.ts';

/**
 * Puts news on its way to every webhook that wants it, in the transaction of what has happened: both are kept, or neither.
 * Where a webhook is disabled its delivery is kept as given up, so that it can be replayed.
 */
export async function keepEvents(db: Transaction<Tables>, events: readonly OutboxEvent[]): Promise<void> {
  const companyIds = [...new Set(events.map(({ companyId }) => companyId))];
  if (companyIds.length === 0) return;
  await makeCallbacks(db, events);
  const webhooks = await db
    .selectFrom('webhooks')
    .selectAll()
    .where('company_id', 'in', companyIds)
    .execute();
  const rows = events.flatMap((event) =>
    webhooks.filter((webhook) => wants(webhook, event)).map((webhook) => toRow(webhook, event)),
  );
  if (rows.length > 0) await db.insertInto('webhook_deliveries').values(rows).execute();
}

/** What is on its way about a report goes with the report. */
export async function forgetDeliveries(
  db: Transaction<Tables>,
  { companyId, reportId }: Pick<OutboxEvent, 'companyId' | 'reportId'>,
): Promise<void> {
  await db
    .deleteFrom('webhook_deliveries')
    .where('company_id', '=', companyId)
    .where('report_id', '=', reportId)
    .execute();
}

function wants(webhook: WebhookRow, { companyId, type, push }: OutboxEvent): boolean {
  if (webhook.company_id !== companyId) return false;
  if (push !== undefined && push !== 'none' && push.url === webhook.url) return true;
  // The report goes elsewhere, or later; who is told ids only is told them all the same.
  if (push !== undefined && webhook.body === 'report') return false;
  const wanted: readonly string[] = JSON.parse(webhook.events);
  return wanted.includes(type);
}

/** Addresses that reports are sent to one by one: each has a webhook that wants nothing of its own accord. */
async function makeCallbacks(db: Transaction<Tables>, events: readonly OutboxEvent[]): Promise<void> {
  for (const { companyId, push, atMs } of events) {
    if (push === undefined || push === 'none') continue;
    const known = await db
      .selectFrom('webhooks')
      .select('id')
      .where('company_id', '=', companyId)
      .where('url', '=', push.url)
      .executeTakeFirst();
    if (known === undefined) await makeCallback(db, { companyId, atMs, ...push });
  }
}

interface Callback {
  readonly webhookId: string;
  readonly url: string;
  readonly companyId: string;
  readonly atMs: number;
}

async function makeCallback(
  db: Transaction<Tables>,
  { webhookId, url, companyId, atMs }: Callback,
): Promise<void> {
  const webhook: Webhook = {
    id: webhookId,
    companyId,
    url,
    events: [],
    body: 'report',
    createdAtMs: atMs,
    secretGeneration: 1,
    rotatedAtMs: null,
    failingSinceMs: null,
    disabled: null,
  };
  await db
    .insertInto('webhooks')
    .values(toWebhookRow(webhook))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

function toRow({ id, disabled_at_ms }: WebhookRow, event: OutboxEvent): WebhookDeliveryRow {
  const isDisabled = disabled_at_ms !== null;
  return {
    webhook_id: id,
    event_id: event.id,
    company_id: event.companyId,
    type: event.type,
    report_id: event.reportId,
    event_at_ms: event.atMs,
    state: isDisabled ? 'dead' : 'pending',
    attempts: 0,
    due_at_ms: event.atMs,
    lease_id: null,
    finished_at_ms: isDisabled ? event.atMs : null,
    status: null,
    problem: isDisabled ? 'webhookDisabled' : null,
  };
}
