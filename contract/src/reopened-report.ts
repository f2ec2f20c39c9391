// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { PageCompany } from './page-draft.ts';
import { RawReport } from './raw-report.ts';
import { reportLocales } from './report-request.ts';

const signed = (description: string) => Type.String({ maxLength: 512, description });

/** The address that a report carries as `url`, as it stands there. */
export const ReopenReportQuery = Type.Object({
  companyId: signed('As signed.'),
  diagnosticReportId: signed('Encrypted id of the report, as signed.'),
  expires: signed('Milliseconds since the epoch, as signed.'),
  signature: signed('Covers the three above.'),
  locale: Type.Optional(
    Type.String({
      maxLength: 32,
      description: 'Language of the report. Default, and where unknown: the company’s.',
    }),
  ),
});
export type ReopenReportQuery = Static<typeof ReopenReportQuery>;

export const ReopenedReport = Type.Object({
  hostOrigins: Type.Array(Type.String(), {
    description: 'Origins that may frame the page; messages go to these and nowhere else.',
  }),
  company: PageCompany,
  locale: Type.Enum(reportLocales),
  report: Type.Unsafe<RawReport>(RawReport),
});
export type ReopenedReport = Static<typeof ReopenedReport>;
