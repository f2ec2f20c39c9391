// SPDX-License-Identifier: Apache-2.0
import type { Transaction } from 'kysely';
import type { OutboxEvent } from '../../record/outbox-event.ts';
import type { Tables } from '../tables.ts';
import type { WebhookDeliveryRow, WebhookRow } from './webhook-rows.ts';

/**
 * Puts news on its way to every webhook that wants it, in the transaction of what has happened: both are kept, or neither.
 * Where a webhook is disabled its delivery is kept as given up, so that it can be replayed.
 */
export async function keepEvents(db: Transaction<Tables>, events: readonly OutboxEvent[]): Promise<void> {
  const companyIds = [...new Set(events.map(({ companyId }) => companyId))];
  if (companyIds.length === 0) return;
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

function wants({ company_id, events }: WebhookRow, { companyId, type }: OutboxEvent): boolean {
  const wanted: readonly string[] = JSON.parse(events);
  return company_id === companyId && wanted.includes(type);
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
