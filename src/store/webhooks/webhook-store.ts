// SPDX-License-Identifier: Apache-2.0
import type { DeliveryState, Webhook, WebhookDelivery } from '../../record/webhook.ts';

export interface DeliveryQuery {
  readonly limit: number;
  /** Undefined: all. */
  readonly state?: DeliveryState | undefined;
}

/** Where companies want to be told, and what was delivered there. */
export interface WebhookStore {
  /** @throws TypeError when the address cannot be kept; an error of the database when there is no such company */
  add(webhook: Webhook): Promise<void>;
  find(id: string): Promise<Webhook | undefined>;
  /** Oldest first. */
  list(companyId: string): Promise<readonly Webhook[]>;
  /** Takes its deliveries along; false when there is none of this id. */
  remove(id: string): Promise<boolean>;
  /** From now on another secret; the webhook as it is then, undefined when there is none of this id. */
  rotate(id: string, atMs: number): Promise<Webhook | undefined>;
  /** Delivers again what happens from now on; false when there is none of this id. */
  enable(id: string): Promise<boolean>;
  /** Newest first. */
  listDeliveries(webhookId: string, query: DeliveryQuery): Promise<readonly WebhookDelivery[]>;
  /** Makes one delivery, or every dead one, due now as if it had never been tried; says how many. */
  replay(webhookId: string, which: { readonly eventId: string } | 'dead', nowMs: number): Promise<number>;
}
