// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import type { ReportLocale } from '../../record/company.ts';
import type { QuestionnaireSources } from '../questionnaire-list.ts';
import type { ShownReport } from './shown-report.ts';

/** A report as `format=raw` prints it, its translated texts in one language. */
export function toRawReport(
  _report: ShownReport,
  _sources: QuestionnaireSources,
  _locale: ReportLocale,
): RawReport {
  throw new Error('Not written yet');
}
