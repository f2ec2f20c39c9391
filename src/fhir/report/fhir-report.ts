// SPDX-License-Identifier: Apache-2.0
import type { FhirReport } from '@openderm/contract';
import type { ReportLocale } from '../../record/company.ts';
import type { QuestionnaireSources } from '../questionnaire-list.ts';
import type { ShownReport } from './shown-report.ts';

/** A report as `format=fhir` prints it, its translated texts in one language. */
export function toFhirReport(
  _report: ShownReport,
  _sources: QuestionnaireSources,
  _locale: ReportLocale,
): FhirReport {
  throw new Error('Not written yet');
}
