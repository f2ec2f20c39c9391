// SPDX-License-Identifier: Apache-2.0
import type { OutboxEventType } from '../../record/outbox-event.ts';
import type { DeliveryProblem, DeliveryState, WebhookBody, WebhookEnd } from '../../record/webhook.ts';

export interface WebhookRow {
  readonly id: string;
  readonly company_id: string;
  readonly url: string;
  /** JSON array. */
  readonly events: string;
  readonly body: WebhookBody;
  readonly created_at_ms: number;
  readonly secret_generation: number;
  readonly rotated_at_ms: number | null;
  readonly failing_since_ms: number | null;
  readonly disabled_at_ms: number | null;
  readonly disabled_reason: WebhookEnd | null;
}

/** One event for one webhook. Refers to no row of `webhooks`: removing one must not stand in the way of a report. */
export interface WebhookDeliveryRow {
  readonly webhook_id: string;
  readonly event_id: string;
  readonly company_id: string;
  readonly type: OutboxEventType;
  readonly report_id: string;
  readonly event_at_ms: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** While somebody delivers it: when the lease ends and it is due again. */
  readonly due_at_ms: number;
  /** Whoever delivers it now; null: nobody. */
  readonly lease_id: string | null;
  readonly finished_at_ms: number | null;
  readonly status: number | null;
  readonly problem: DeliveryProblem | null;
}
