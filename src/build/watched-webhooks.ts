// SPDX-License-Identifier: Apache-2.0
import { createRecordAccess, type RecordAccessDependencies } from '../device/record-access.ts';
import type { AuditActor } from '../record/audit-entry.ts';
import type { Store } from '../store/store.ts';
import type { WebhookStore } from '../store/webhooks/webhook-store.ts';

export interface WatchedWebhooksParts extends RecordAccessDependencies {
  readonly store: Pick<Store, 'watchWebhooks'>;
}

/** The webhooks, whose every change is written down as this actor's. */
export function watchedWebhooks(parts: WatchedWebhooksParts, actor: AuditActor): WebhookStore {
  const recordAccess = createRecordAccess(parts);
  return parts.store.watchWebhooks((write) => recordAccess({ ...write, actor, outcome: 'done' }));
}
