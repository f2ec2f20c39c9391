// SPDX-License-Identifier: Apache-2.0
import type { SealedIds } from '../gate/sealed-id.ts';
import type { OutboxEvent } from '../record/outbox-event.ts';
import type { Webhook, WebhookDelivery } from '../record/webhook.ts';
import type { CompanyStore } from '../store/companies/company-store.ts';
import type { ReportStore } from '../store/reports/report-store.ts';
import type { PresentableReport, ReadReport } from './read-report.ts';

export interface ComposeWebhookDependencies {
  readonly companies: Pick<CompanyStore, 'find'>;
  readonly reports: Pick<ReportStore, 'find' | 'missing'>;
  readonly readReport: Pick<ReadReport, 'present'>;
  readonly sealedIds: Pick<SealedIds, 'seal'>;
  /** The `raw` view of a report, as JSON text. */
  readonly writeRawReport: (report: PresentableReport) => string;
}

/** What a webhook is told, as JSON text; undefined when the report, or its company, is no longer there. */
export type ComposeWebhook = (told: {
  readonly webhook: Webhook;
  readonly delivery: WebhookDelivery;
}) => Promise<string | undefined>;

export function createComposeWebhook(dependencies: ComposeWebhookDependencies): ComposeWebhook {
  const { reports } = dependencies;
  return async ({ webhook: { body }, delivery: { event } }) => {
    if (body === 'report') return await composeReport(event, dependencies);
    const isGone = (await reports.missing([event])).length > 0;
    return isGone ? undefined : composeThin(event, dependencies);
  };
}

async function composeReport(
  { companyId, reportId }: OutboxEvent,
  { companies, reports, readReport, writeRawReport }: ComposeWebhookDependencies,
): Promise<string | undefined> {
  const [company, record] = await Promise.all([companies.find(companyId), reports.find(companyId, reportId)]);
  if (company === undefined || record === undefined) return undefined;
  return writeRawReport(await readReport.present(company, record, company.locale));
}

/** Ids only: whoever wants more asks for the report with its token. */
function composeThin(
  { type, atMs, companyId, reportId }: OutboxEvent,
  { sealedIds }: Pick<ComposeWebhookDependencies, 'sealedIds'>,
): string {
  const diagnosticReportId = sealedIds.seal('report', companyId, reportId);
  return JSON.stringify({
    type,
    timestamp: new Date(atMs).toISOString(),
    data: { companyId, diagnosticReportId },
  });
}
