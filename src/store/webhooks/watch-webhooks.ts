// SPDX-License-Identifier: Apache-2.0
import type { Kysely, Transaction } from 'kysely';
import type { AuditEntry } from '../../record/audit-entry.ts';
import { keepWaiting } from '../audit/keep-waiting.ts';
import type { Tables } from '../tables.ts';
import { createSqlWebhookStore } from './sql-webhook-store.ts';
import type { WebhookStore } from './webhook-store.ts';

/** What was changed about a webhook. */
export type WebhookWrite = Pick<AuditEntry, 'companyId' | 'action' | 'object'>;

/** The same webhooks; whatever changes them keeps an entry in the same stroke. */
export type WatchWebhooks = (toEntry: (write: WebhookWrite) => AuditEntry) => WebhookStore;

export function createWatchWebhooks(db: Kysely<Tables>): WatchWebhooks {
  const unwatched = createSqlWebhookStore(db);
  return (toEntry) => {
    const note = (whole: Transaction<Tables>, { companyId, action, id }: Noted) =>
      keepWaiting(whole, [toEntry({ companyId, action, object: { kind: 'webhook', id } })]);
    const change = <Result>({ id, action, isDone }: Change<Result>, act: Act<Result>) =>
      db.transaction().execute(async (whole) => {
        const webhooks = createSqlWebhookStore(whole);
        // Before the change: it may be its end.
        const webhook = await webhooks.find(id);
        const result = await act(webhooks);
        if (webhook && isDone(result)) await note(whole, { companyId: webhook.companyId, action, id });
        return result;
      });
    const isTrue = (result: boolean) => result;
    return {
      ...unwatched,
      add: (webhook) =>
        db.transaction().execute(async (whole) => {
          await createSqlWebhookStore(whole).add(webhook);
          await note(whole, { ...webhook, action: 'create' });
        }),
      remove: (id) => change({ id, action: 'delete', isDone: isTrue }, (webhooks) => webhooks.remove(id)),
      rotate: (id, atMs) =>
        change({ id, action: 'update', isDone: (found) => found !== undefined }, (webhooks) =>
          webhooks.rotate(id, atMs),
        ),
      enable: (id) => change({ id, action: 'update', isDone: isTrue }, (webhooks) => webhooks.enable(id)),
      replay: (id, which, nowMs) =>
        change({ id, action: 'update', isDone: (count) => count > 0 }, (webhooks) =>
          webhooks.replay(id, which, nowMs),
        ),
    };
  };
}

interface Noted {
  readonly companyId: string;
  readonly action: AuditEntry['action'];
  readonly id: string;
}

interface Change<Result> extends Omit<Noted, 'companyId'> {
  /** Whether anything was changed at all. */
  isDone(result: Result): boolean;
}

type Act<Result> = (webhooks: WebhookStore) => Promise<Result>;
