// SPDX-License-Identifier: Apache-2.0
import type { Transaction } from 'kysely';
import type { ReportRecord } from '../../record/report-record.ts';
import { keepWaiting } from '../audit/keep-waiting.ts';
import { bindKeyToReport } from '../idempotency/keys-of-report.ts';
import type { Tables } from '../tables.ts';
import { keepEvents } from '../webhooks/keep-events.ts';
import type { KeptWithReport } from './kept-with-report.ts';

/** Keeps everything that stands or falls with a report, in its own transaction. */
export async function keepBeside(
  db: Transaction<Tables>,
  { id }: Pick<ReportRecord, 'id'>,
  { audit, claim, events = [] }: KeptWithReport,
): Promise<void> {
  if (audit !== undefined) await keepWaiting(db, [audit]);
  await keepEvents(db, events, audit);
  if (claim !== undefined) await bindKeyToReport(db, claim, id);
}
