// SPDX-License-Identifier: Apache-2.0
import type { Media, RiskAssessment } from '@medplum/fhirtypes';
import { listConclusions } from '../report/shown-result.ts';
import { toReportInstant } from '../report/to-report-instant.ts';
import { toConditionConcept } from './condition-concept.ts';
import { filled } from './fhir-text.ts';
import { aboutVisit, asserted, type Part, type R4Context, referTo, referToSingle } from './r4-context.ts';

/** The ranked list; probabilities in percent, as R4 writes them. @source https://hl7.org/fhir/R4/riskassessment.html, ras-2 */
export function toDifferentialPart(
  photographs: readonly Part<Media>[],
  context: R4Context,
): Part<RiskAssessment> {
  const predictions = listConclusions(context).map(({ condition, probability }) => ({
    outcome: toConditionConcept(condition.slug, context),
    probabilityDecimal: probability,
  }));
  const resource: RiskAssessment = {
    resourceType: 'RiskAssessment',
    ...asserted(context),
    status: 'preliminary',
    ...aboutVisit(context),
    occurrenceDateTime: toReportInstant(context.report.record.createdAtMs),
    performer: referToSingle('device', context),
    ...filled(
      'basis',
      photographs.map((part) => referTo(part, context)),
    ),
    ...filled('prediction', predictions),
  };
  return { name: 'differential', resource };
}
