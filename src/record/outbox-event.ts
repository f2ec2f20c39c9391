// SPDX-License-Identifier: Apache-2.0

/** What companies are told about, by these names. */
export type OutboxEventType = 'report.created' | 'report.severity_added';

/** News for a company's own server. Ids only: whoever wants more asks for the report with its token. */
export interface OutboxEvent {
  /** UUIDv7: the `webhook-id` of every delivery of it. */
  readonly id: string;
  readonly companyId: string;
  readonly type: OutboxEventType;
  /** UUIDv7 of the report, sealed on its way out. */
  readonly reportId: string;
  readonly atMs: number;
}
