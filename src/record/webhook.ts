// SPDX-License-Identifier: Apache-2.0
import type { OutboxEvent, OutboxEventType } from './outbox-event.ts';

/** `thin`: ids only. `report`: the report as reading it in the `raw` format gives it, as the compatible API pushes it. */
export type WebhookBody = 'thin' | 'report';

/** `gone`: the receiver answered 410. `failing`: nothing was delivered for days. */
export type WebhookEnd = 'gone' | 'failing';

/** An address of a company's own server that is told what happens. Its signing secret is derived, never kept. */
export interface Webhook {
  /** UUIDv7. */
  readonly id: string;
  readonly companyId: string;
  readonly url: string;
  readonly events: readonly OutboxEventType[];
  readonly body: WebhookBody;
  readonly createdAtMs: number;
  /** Counts from 1; each change of the secret adds one. */
  readonly secretGeneration: number;
  /** For a day from then on deliveries are signed with the secret before it too; null: never changed. */
  readonly rotatedAtMs: number | null;
  /** Since when no delivery has succeeded; null: the latest one did. */
  readonly failingSinceMs: number | null;
  /** Null: it is delivered to. */
  readonly disabled: { readonly atMs: number; readonly reason: WebhookEnd } | null;
}

/** `dead`: given up; it may be replayed by hand. */
export type DeliveryState = 'pending' | 'delivered' | 'dead';

/** Why the latest attempt did not deliver. */
export type DeliveryProblem =
  | 'refusedAddress'
  | 'unknownHost'
  | 'unreachable'
  | 'timeout'
  | 'redirect'
  | 'status'
  | 'webhookDisabled'
  | 'reportGone';

/** One piece of news on its way to one webhook. */
export interface WebhookDelivery {
  readonly webhookId: string;
  readonly event: OutboxEvent;
  readonly state: DeliveryState;
  /** How often it was tried since it was made or replayed. */
  readonly attempts: number;
  /** When it is tried next. */
  readonly dueAtMs: number;
  /** Null while it is pending. */
  readonly finishedAtMs: number | null;
  /** HTTP status of the latest answer; null where none came. */
  readonly status: number | null;
  readonly problem: DeliveryProblem | null;
}
