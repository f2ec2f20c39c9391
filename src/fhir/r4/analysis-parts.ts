// SPDX-License-Identifier: Apache-2.0
import type { Media, Observation } from '@medplum/fhirtypes';
import { shownIndicators, shownPerformance } from '../report/shown-result.ts';
import { toReportSeconds } from '../report/to-report-figure.ts';
import { filled } from './fhir-text.ts';
import { toComponent, toPercentComponent, toQuantity } from './figure-components.ts';
import { toObservationBase } from './observation-base.ts';
import { type Part, type R4Context, referTo, toOwnConcept } from './r4-context.ts';

/** How good each photograph is, and whether it could be used. */
export function toQualityParts(
  photographs: readonly Part<Media>[],
  context: R4Context,
): readonly Part<Observation>[] {
  const { images } = context.report.record.diagnosis;
  return images.flatMap(({ validity }, index) => {
    const of = photographs.slice(index, index + 1).map((part) => referTo(part, context));
    const faults = validity.reasons.map((reason) => {
      const valueCodeableConcept = toOwnConcept(['photograph-fault', reason], undefined, context);
      return toComponent('photographFault', { valueCodeableConcept }, context);
    });
    const resource: Observation = {
      ...toObservationBase(context),
      code: toOwnConcept(['observation', 'photographQuality'], undefined, context),
      valueQuantity: toQuantity(validity.quality.score, 'score'),
      referenceRange: [{ low: toQuantity(0, 'score'), high: toQuantity(100, 'score'), text: '0-100' }],
      derivedFrom: of,
      component: [toComponent('usable', { valueBoolean: validity.isValid }, context), ...faults],
    };
    return [{ name: `quality-${index}`, resource }];
  });
}

/** Indicators, performance and circumstances of the whole analysis. */
export function toAnalysisParts(
  photographs: readonly Part<Media>[],
  context: R4Context,
): readonly Part<Observation>[] {
  const derivedFrom = photographs.map((part) => referTo(part, context));
  const parts = { indicators: toIndicators, performance: toPerformance, analysis: toCircumstances };
  return Object.entries(parts).map(([name, toValues]) => ({
    name,
    resource: { ...toObservationBase(context), derivedFrom, ...toValues(context) },
  }));
}

type Values = Pick<Observation, 'code' | 'component'>;

function toIndicators(context: R4Context): Values {
  const indicators = shownIndicators(context);
  const figures = [
    ['hasCondition', indicators.hasCondition],
    ['malignancy', indicators.malignancy],
    // No model of ours adjusts it.
    ['adjustedMalignancy', null],
    ['pigmentedLesion', indicators.pigmentedLesion],
    ['urgentReferral', indicators.urgentReferral],
    ['highPriorityReferral', indicators.highPriorityReferral],
  ] as const;
  return {
    code: toOwnConcept(['observation', 'clinicalIndicators'], undefined, context),
    component: figures.map((figure) => toPercentComponent(figure, 'unsupported', context)),
  };
}

function toPerformance(context: R4Context): Values {
  const { sensitivity, specificity, entropy } = shownPerformance(context);
  const figures = [
    ['sensitivity', sensitivity],
    ['specificity', specificity],
    ['entropy', entropy],
  ] as const;
  return {
    code: toOwnConcept(['observation', 'performance'], undefined, context),
    component: figures.map((figure) => toPercentComponent(figure, 'notApplicable', context)),
  };
}

function toCircumstances(context: R4Context): Values {
  const { diagnosis } = context.report.record;
  const { durationS, imageEvidence, warnings, catalogueVersion } = diagnosis;
  return {
    code: toOwnConcept(['observation', 'analysis'], undefined, context),
    ...filled('component', [
      toComponent('duration', { valueQuantity: toQuantity(toReportSeconds(durationS), 's') }, context),
      toPercentComponent(['imageEvidence', imageEvidence], 'notApplicable', context),
      toComponent('catalogueVersion', { valueString: catalogueVersion }, context),
      ...warnings.map((warning) => {
        const valueCodeableConcept = toOwnConcept(['warning', warning], undefined, context);
        return toComponent('warning', { valueCodeableConcept }, context);
      }),
    ]),
  };
}
