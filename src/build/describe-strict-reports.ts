// SPDX-License-Identifier: Apache-2.0
import { bodySites } from '../catalogue/body-sites.ts';
import { catalogue } from '../catalogue/conditions.ts';
import type { PresentableReport } from '../device/read-report.ts';
import { createCanonical } from '../fhir/r4/canonical.ts';
import { type Published, toPublished } from '../fhir/r4/published.ts';
import { toReportBundle } from '../fhir/r4/report-bundle.ts';
import { createTerminology } from '../fhir/r4/terminology.ts';
import type { Wording } from '../fhir/wording.ts';
import { nameUuid } from '../gate/name-uuid.ts';
import type { ReportLocale } from '../record/company.ts';
import { createReportWords } from '../report/report-words.ts';
import { scoringSystems as systems } from '../scoring/systems.ts';

export interface StrictReports {
  /** A company's report as a FHIR R4 document, as JSON text. */
  writeStrictReport(report: PresentableReport): string;
  /** What those documents refer to. */
  readonly published: Published;
}

/** Reports that FHIR validators accept, and the codes and questionnaires that they refer to. */
export function describeStrictReports(options: {
  readonly wording: Wording;
  readonly publicUrl: string;
  readonly softwareVersion: string;
}): StrictReports {
  const { wording } = options;
  const described = { systems, bodySites, catalogue, wording };
  const canonical = createCanonical(options);
  const sources = {
    ...described,
    canonical,
    terminology: createTerminology(described, canonical),
    nameUuid,
    say: (key: string, locale: ReportLocale) => createReportWords(locale).say(key),
  };
  return {
    writeStrictReport: (report) => JSON.stringify(toReportBundle(report, sources, report.locale)),
    published: toPublished(sources),
  };
}
