// SPDX-License-Identifier: Apache-2.0
import type { Media, Observation, ObservationComponent, ObservationReferenceRange } from '@medplum/fhirtypes';
import type { ReportSeverity } from '../../record/report-record.ts';
import { type ShownSeverity, toShownSeverity } from '../report/shown-severity.ts';
import { toAnswersPart } from './answers-part.ts';
import { toConditionConcept, toSiteConcept } from './condition-concept.ts';
import { toEarlierParts } from './earlier-parts.ts';
import { filled } from './fhir-text.ts';
import { toComponent, toQuantity } from './figure-components.ts';
import { toObservationBase } from './observation-base.ts';
import { toExplainabilityParts } from './picture-parts.ts';
import { type Part, type R4Context, referTo, toOwnConcept } from './r4-context.ts';
import { toScoreConcept } from './score-concept.ts';

/** Every score: the figure, what was answered, what was seen, and what it was before. */
export function toSeverityParts(photographs: readonly Part<Media>[], context: R4Context): readonly Part[] {
  return context.report.record.severities.flatMap((severity, index) => {
    const photograph = photographs[severity.imageIndex];
    if (photograph === undefined) throw new Error(`Expected photograph ${severity.imageIndex}`);
    const shown = toShownSeverity(severity, context);
    const scored = { severity, shown, index };
    const answers = toAnswersPart(scored, context);
    const pictures = toExplainabilityParts(severity, { index, photograph }, context);
    const earlier = toEarlierParts(scored, context);
    const sources = [photograph, ...pictures, answers, ...earlier].map((part) => referTo(part, context));
    const resource = toScore(scored, sources, context);
    return [{ name: `severity-${index}`, resource }, answers, ...pictures, ...earlier];
  });
}

/** A score with its place in the report. */
export interface ScoredSeverity {
  readonly severity: ReportSeverity;
  readonly shown: ShownSeverity;
  /** From 0. */
  readonly index: number;
}

function toScore(
  scored: ScoredSeverity,
  derivedFrom: NonNullable<Observation['derivedFrom']>,
  context: R4Context,
): Observation {
  const { shown } = scored;
  return {
    ...toObservationBase(context),
    code: toScoreConcept(scored, context),
    valueQuantity: toQuantity(shown.value, 'score'),
    ...filled('interpretation', toInterpretation(scored, context)),
    bodySite: toSiteConcept(context),
    ...filled('referenceRange', shown.interpretations.map(toRange)),
    derivedFrom,
    component: toFacts(scored, context),
  };
}

function toInterpretation({ severity, shown: { band } }: ScoredSeverity, { sources }: R4Context) {
  if (band === null) return [];
  const { category } = severity.score;
  const coding = [
    sources.terminology.coding('severity-level', String(band.level)),
    ...(category === null ? [] : [sources.terminology.coding('score-band', category)]),
  ];
  return [{ coding, text: band.text }];
}

/** Where a band begins and ends; which of two bands holds the value between them is said by the score's documentation. */
function toRange({ min, max, text }: ShownSeverity['interpretations'][number]): ObservationReferenceRange {
  return {
    low: toQuantity(min, 'score'),
    ...(max === null ? {} : { high: toQuantity(max, 'score') }),
    text,
  };
}

function toFacts({ severity, shown }: ScoredSeverity, context: R4Context): ObservationComponent[] {
  const { facts, reduction } = shown;
  const warnings = facts.warnings.map(({ code, text }) => {
    const valueCodeableConcept = toOwnConcept(['warning', code], text, context);
    return toComponent('warning', { valueCodeableConcept }, context);
  });
  const fallen =
    reduction === null
      ? []
      : [toComponent('reduction', { valueQuantity: toQuantity(reduction, '%') }, context)];
  return [
    toComponent(
      'scoredFor',
      { valueCodeableConcept: toConditionConcept(severity.condition, context) },
      context,
    ),
    toComponent('forced', { valueBoolean: facts.forced }, context),
    toComponent('validated', { valueBoolean: facts.validated }, context),
    ...fallen,
    ...warnings,
  ];
}
