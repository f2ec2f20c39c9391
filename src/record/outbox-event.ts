// SPDX-License-Identifier: Apache-2.0

/** What companies are told about, by these names. */
export type OutboxEventType = 'report.created' | 'report.severity_added';

/**
 * Where a report itself is sent in place of the company's own addresses for whole reports: to an address that the company
 * allows, by a webhook that is made for it once; `none`: nowhere, for more is to come.
 */
export type ReportPush = 'none' | { readonly webhookId: string; readonly url: string };

/** News for a company's own server. Ids only: whoever wants more asks for the report with its token. */
export interface OutboxEvent {
  /** UUIDv7: the `webhook-id` of every delivery of it. */
  readonly id: string;
  readonly companyId: string;
  readonly type: OutboxEventType;
  /** UUIDv7 of the report, sealed on its way out. */
  readonly reportId: string;
  readonly atMs: number;
  /** Absent: to whoever wants to be told. Not kept with the deliveries. */
  readonly push?: ReportPush | undefined;
}
