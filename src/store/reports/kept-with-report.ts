// SPDX-License-Identifier: Apache-2.0
import type { AuditEntry } from '../../record/audit-entry.ts';
import type { IdempotencyClaim } from '../../record/idempotency-claim.ts';
import type { OutboxEvent } from '../../record/outbox-event.ts';

/** What is kept in the same stroke as a report: all of it with the report, or nothing. */
export interface KeptWithReport {
  readonly audit?: AuditEntry;
  readonly events?: readonly OutboxEvent[];
  /** Points to the report from then on, so that a retry after a crash finds it. */
  readonly claim?: IdempotencyClaim;
}
