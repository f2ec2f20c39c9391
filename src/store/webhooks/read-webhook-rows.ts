// SPDX-License-Identifier: Apache-2.0
import type { Webhook, WebhookDelivery } from '../../record/webhook.ts';
import type { WebhookDeliveryRow, WebhookRow } from './webhook-rows.ts';

export function toWebhookRow(webhook: Webhook): WebhookRow {
  return {
    id: webhook.id,
    company_id: webhook.companyId,
    url: webhook.url,
    events: JSON.stringify(webhook.events),
    body: webhook.body,
    created_at_ms: webhook.createdAtMs,
    secret_generation: webhook.secretGeneration,
    rotated_at_ms: webhook.rotatedAtMs,
    failing_since_ms: webhook.failingSinceMs,
    disabled_at_ms: webhook.disabled?.atMs ?? null,
    disabled_reason: webhook.disabled?.reason ?? null,
  };
}

export function toWebhook(row: WebhookRow): Webhook {
  const { disabled_at_ms: atMs, disabled_reason: reason } = row;
  return {
    id: row.id,
    companyId: row.company_id,
    url: row.url,
    events: JSON.parse(row.events),
    body: row.body,
    createdAtMs: row.created_at_ms,
    secretGeneration: row.secret_generation,
    rotatedAtMs: row.rotated_at_ms,
    failingSinceMs: row.failing_since_ms,
    disabled: atMs === null || reason === null ? null : { atMs, reason },
  };
}

export function toDelivery(row: WebhookDeliveryRow): WebhookDelivery {
  const { event_id: id, company_id: companyId, type, report_id: reportId, event_at_ms: atMs } = row;
  return {
    webhookId: row.webhook_id,
    event: { id, companyId, type, reportId, atMs },
    state: row.state,
    attempts: row.attempts,
    dueAtMs: row.due_at_ms,
    finishedAtMs: row.finished_at_ms,
    status: row.status,
    problem: row.problem,
  };
}
