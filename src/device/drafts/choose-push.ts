// SPDX-License-Identifier: Apache-2.0
import { nameUuid } from '../../gate/name-uuid.ts';
import type { Draft } from '../../record/draft.ts';
import type { ReportPush } from '../../record/outbox-event.ts';
import type { ReportRecord } from '../../record/report-record.ts';
import { type AskedScoresDependencies, findAskedScores } from './asked-scores.ts';

/** Where the report of a draft is sent: where the address of the page says, else to the company's own addresses. */
export function findCallback({ companyId, wishes }: Draft): ReportPush | undefined {
  if (wishes.callbackUrl === null) return undefined;
  const { href: url } = new URL(wishes.callbackUrl);
  return { url, webhookId: nameUuid(`callback ${companyId} ${url}`) };
}

/** The same of a report that was just made; nowhere yet where the host wants to wait for its severity. */
export function choosePush(
  draft: Draft,
  record: ReportRecord,
  dependencies: AskedScoresDependencies,
): ReportPush | undefined {
  const waits = draft.wishes.waitsForSeverity === true && record.pathology !== null;
  const isMoreToCome = waits && findAskedScores(draft, record, dependencies).asking.length > 0;
  return isMoreToCome ? 'none' : findCallback(draft);
}
