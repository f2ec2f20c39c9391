// SPDX-License-Identifier: Apache-2.0
import type { OutboxEvent, ReportPush } from '../record/outbox-event.ts';
import type { ReportRecord } from '../record/report-record.ts';

/** What is told of a report that was just made. */
export function listNews(
  { id: reportId, companyId, createdAtMs: atMs, severities }: ReportRecord,
  { create }: { create(): string },
  push?: ReportPush,
): readonly OutboxEvent[] {
  const created: OutboxEvent = { id: create(), companyId, type: 'report.created', reportId, atMs, push };
  if (severities.length === 0) return [created];
  return [created, { ...created, id: create(), type: 'report.severity_added' }];
}
