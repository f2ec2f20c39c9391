// SPDX-License-Identifier: Apache-2.0
import type { DeliveryProblem, Webhook, WebhookDelivery, WebhookEnd } from '../../record/webhook.ts';

/** A delivery that nobody else makes until the lease ends. */
export interface ClaimedDelivery {
  readonly webhook: Webhook;
  readonly delivery: WebhookDelivery;
  readonly leaseId: string;
}

export interface DeliveryClaim {
  readonly nowMs: number;
  /** Of whoever claims; what it does not settle by then is due again. */
  readonly leaseMs: number;
  readonly leaseId: string;
  /** At most so many in all. */
  readonly limit: number;
  /** At most so many under way to one webhook, on all servers together; one where the latest attempt failed. */
  readonly perWebhook: number;
}

/** What came of one attempt. */
export interface DeliveryResult {
  readonly atMs: number;
  readonly state: WebhookDelivery['state'];
  /** When it is tried again, where it is. */
  readonly dueAtMs: number;
  readonly status: number | null;
  readonly problem: DeliveryProblem | null;
  /** Nothing more is delivered there: what is pending is given up, and may be replayed. */
  readonly disable: WebhookEnd | null;
}

/** What is on its way to webhooks. Several servers may share it: each delivery is in one hand at a time. */
export interface DeliveryStore {
  /** Healthy webhooks first, of each the delivery that has waited longest. */
  claim(claim: DeliveryClaim): Promise<readonly ClaimedDelivery[]>;
  /** False when the lease was over and somebody else has claimed the delivery, or it was removed. */
  settle(claimed: ClaimedDelivery, result: DeliveryResult): Promise<boolean>;
  /** Gives back what was claimed and not tried. */
  release(claimed: ClaimedDelivery, nowMs: number): Promise<void>;
  /** Forgets what was finished before; says how many. */
  sweep(finishedBeforeMs: number): Promise<number>;
}
