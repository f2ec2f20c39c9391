// SPDX-License-Identifier: Apache-2.0
import type { Transaction } from 'kysely';
import type { AuditEntry } from '../../record/audit-entry.ts';
import type { OutboxEvent } from '../../record/outbox-event.ts';
import type { Webhook } from '../../record/webhook.ts';
import { keepWaiting } from '../audit/keep-waiting.ts';
import type { Tables } from '../tables.ts';
import { toWebhookRow } from './read-webhook-rows.ts';
import type { WebhookDeliveryRow, WebhookRow } from './webhook-rows.ts';

/**
 * Puts news on its way to every webhook that wants it, in the transaction of what has happened: both are kept, or neither.
 * Where a webhook is disabled its delivery is kept as given up, so that it can be replayed.
 * @param audit of what has happened: whoever did it made the webhooks of callbacks too
 */
export async function keepEvents(
  db: Transaction<Tables>,
  events: readonly OutboxEvent[],
  audit?: AuditEntry,
): Promise<void> {
  const companyIds = [...new Set(events.map(({ companyId }) => companyId))];
  if (companyIds.length === 0) return;
  const made = await makeCallbacks(db, events);
  const entries = audit === undefined ? [] : made.map((callback) => toEntry(callback, audit));
  await keepWaiting(db, entries);
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
async function makeCallbacks(
  db: Transaction<Tables>,
  events: readonly OutboxEvent[],
): Promise<readonly Callback[]> {
  const made: Callback[] = [];
  for (const { id: eventId, companyId, push, atMs } of events) {
    if (push === undefined || push === 'none') continue;
    const callback = { eventId, companyId, atMs, ...push };
    const known = await db
      .selectFrom('webhooks')
      .select('id')
      .where('company_id', '=', companyId)
      .where('url', '=', push.url)
      .executeTakeFirst();
    if (known === undefined && (await makeCallback(db, callback))) made.push(callback);
  }
  return made;
}

interface Callback {
  readonly eventId: string;
  readonly webhookId: string;
  readonly url: string;
  readonly companyId: string;
  readonly atMs: number;
}

/** False where another report has just made it. */
async function makeCallback(
  db: Transaction<Tables>,
  { webhookId, url, companyId, atMs }: Callback,
): Promise<boolean> {
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
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('webhooks')
    .values(toWebhookRow(webhook))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The event that made the webhook names the entry: both are made once. */
function toEntry({ eventId: id, webhookId }: Callback, audit: AuditEntry): AuditEntry {
  return { ...audit, id, action: 'create', object: { kind: 'webhook', id: webhookId } };
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
