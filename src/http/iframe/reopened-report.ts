// SPDX-License-Identifier: Apache-2.0
import { ReopenedReport, ReopenReportQuery } from '@openderm/contract';
import type { WatchedReports } from '../../device/audit-reads.ts';
import { readLocale } from '../../device/drafts/asked-wishes.ts';
import { toPageLink } from '../../device/page-link.ts';
import type { PresentableReport } from '../../device/read-report.ts';
import { DeviceError } from '../../errors.ts';
import type { App } from '../app.ts';
import { toProblemSchemas } from '../error-schemas.ts';
import type { WriteReport } from '../s2s/reports.ts';
import { sendJsonPieces } from '../send-json-pieces.ts';
import { toPageCompany } from './to-page-draft.ts';

export interface ReopenedReportRoutes {
  readonly readReport: Pick<WatchedReports, 'openPage'>;
  readonly writeRawReport: WriteReport;
}

/** A report that is looked at again on the page, by whoever holds its signed address. */
export function routeReopenedReport(app: App, { readReport, writeRawReport }: ReopenedReportRoutes): void {
  app.get('/iframe/api/report', {
    schema: {
      tags: ['Page'],
      operationId: 'reopenReport',
      summary: 'A report behind the address that it carries as `url`',
      description:
        'The address works for half an hour; parameters that were added to it do not matter. An altered one is not found.',
      querystring: ReopenReportQuery,
      response: { 200: ReopenedReport, ...toProblemSchemas('notFound', 'linkExpired', 'invalidRequest') },
    },
    handler: async ({ query }, reply) => {
      const called = toPageLink(query);
      if (called === undefined) throw new DeviceError('notFound');
      const shown = await readReport.openPage(called, readLocale(query.locale ?? ''));
      return sendJsonPieces(reply, writeAround(shown, writeRawReport(shown)));
    },
  });
}

/** The report is JSON text already: what an integrator gave is echoed as it came. */
function writeAround({ company, locale }: PresentableReport, report: string): readonly string[] {
  const around = { hostOrigins: company.allowedOrigins, company: toPageCompany(company), locale };
  return [`${JSON.stringify(around).slice(0, -1)},"report":`, report, '}'];
}
