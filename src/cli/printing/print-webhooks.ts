// SPDX-License-Identifier: Apache-2.0
import type { Webhook, WebhookDelivery } from '../../record/webhook.ts';
import { setInColumns } from '../terminal/columns.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { timeWords } from './time-words.ts';

const webhookColumns = [
  { widthColumns: 38 },
  { widthColumns: 22 },
  { widthColumns: 24 },
  { widthColumns: 8 },
];

export function printWebhooks(webhooks: readonly Webhook[], terminal: Terminal): void {
  const rows = webhooks.map((webhook) => [
    webhook.id,
    timeWords(webhook.createdAtMs),
    stateWords(webhook),
    webhook.body,
    `${webhook.url} (${webhook.events.join(', ')})`,
  ]);
  const table = [heads(['id', 'since', 'state', 'body', 'address'], terminal), ...rows];
  for (const line of setInColumns(table, webhookColumns)) terminal.print(line);
}

function stateWords({ disabled, failingSinceMs }: Webhook): string {
  if (disabled !== null) return `disabled (${disabled.reason})`;
  return failingSinceMs === null ? 'works' : 'failing';
}

const deliveryColumns = [
  { widthColumns: 38 },
  { widthColumns: 22 },
  { widthColumns: 23 },
  { widthColumns: 11 },
  { widthColumns: 9 },
];

export function printDeliveries(deliveries: readonly WebhookDelivery[], terminal: Terminal): void {
  const rows = deliveries.map((delivery) => [
    delivery.event.id,
    timeWords(delivery.event.atMs),
    delivery.event.type,
    delivery.state,
    String(delivery.attempts),
    resultWords(delivery),
  ]);
  const table = [heads(['event', 'time', 'type', 'state', 'attempts', 'latest'], terminal), ...rows];
  for (const line of setInColumns(table, deliveryColumns)) terminal.print(line);
}

function resultWords({ status, problem, state, dueAtMs }: WebhookDelivery): string {
  const latest = status === null ? (problem ?? '-') : String(status);
  return state === 'pending' ? `${latest}, next ${timeWords(dueAtMs)}` : latest;
}

function heads(texts: readonly string[], terminal: Terminal): readonly string[] {
  return texts.map((text) => terminal.paint('dim', text));
}
