// SPDX-License-Identifier: Apache-2.0
import type { FhirIndicators } from '@openderm/contract';
import type { ClinicalIndicators, Performance } from '../../record/diagnosis.ts';
import type { ShownFigures } from './shown-result.ts';
import { toNullableReportPercent } from './to-report-figure.ts';

export function toPerformanceIndicators({
  sensitivity,
  specificity,
  entropy,
}: ShownFigures<Performance>): FhirIndicators {
  return toObservation([
    ['sensitivity', 'Sensitivity', sensitivity],
    ['specificity', 'Specificity', specificity],
    ['entropy', 'Entropy', entropy],
  ]);
}

export function toClinicalIndicators(indicators: ShownFigures<ClinicalIndicators>): FhirIndicators {
  return toObservation([
    ['hasCondition', 'Has condition', indicators.hasCondition],
    ['malignancy', 'Malignancy', indicators.malignancy],
    // Always null in this view, whatever a model may say one day.
    ['adjustedMalignancy', 'Adjusted malignancy', null],
    ['pigmentedLesion', 'Pigmented lesion', indicators.pigmentedLesion],
    ['urgentReferral', 'Urgent referral', indicators.urgentReferral],
    ['highPriorityReferral', 'High priority referral', indicators.highPriorityReferral],
  ]);
}

/** Code, display, and a probability 0-1. The displays are not translated, as in the reference. */
type Component = readonly [code: string, display: string, probability: number | null];

function toObservation(components: readonly Component[]): FhirIndicators {
  return {
    resourceType: 'Observation',
    component: components.map(([code, display, probability]) => ({
      code: { coding: [{ code, display }] },
      valueQuantity: { value: toNullableReportPercent(probability), unit: '%' },
    })),
  };
}
