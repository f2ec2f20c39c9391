// SPDX-License-Identifier: Apache-2.0
import type { FhirAnswer, FhirQuestionnaire } from '@openderm/contract';
import type { ReportMedia, ReportSeverity } from '../../record/report-record.ts';
import { toReportAnnotations } from './report-annotations.ts';
import { unitSystem } from './report-code-systems.ts';
import { linkTo, type ReportContext } from './report-context.ts';
import type { ShownFacet } from './shown-facets.ts';
import { type ShownSeverity, toShownSeverity } from './shown-severity.ts';

/** A score as a questionnaire that the device has answered. */
export function toFhirQuestionnaire(severity: ReportSeverity, context: ReportContext): FhirQuestionnaire {
  const shown = toShownSeverity(severity, context);
  const { code, title } = shown;
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: code,
    scoringSystem: { text: title, coding: [{ code, display: title }] },
    score: {
      valueQuantity: { value: shown.value },
      system: unitSystem,
      unit: 'points',
      interpretation: toInterpretation(shown),
      interpretations: shown.interpretations,
    },
    explainabilityMedia: severity.media && toExplainability(severity.media, severity, context),
    item: shown.facets.map(toAnswer),
    reduction: shown.reduction,
    history: shown.history,
    ...shown.facts,
  };
}

function toInterpretation({ band }: ShownSeverity): FhirQuestionnaire['score']['interpretation'] {
  if (band === null) return null;
  return { coding: [{ code: band.level, display: band.text }], text: band.text };
}

function toAnswer({
  linkId,
  name,
  englishName,
  description,
  display,
  value,
  reading,
}: ShownFacet): FhirAnswer {
  return {
    linkId,
    text: description === '' ? name : description,
    code: [{ code: englishName, display: name }],
    answer: [{ valueCoding: { code: value, display } }],
    ...reading,
  };
}

type Explainability = NonNullable<FhirQuestionnaire['explainabilityMedia']>;

function toExplainability(
  media: ReportMedia,
  severity: ReportSeverity,
  context: ReportContext,
): Explainability {
  return {
    resourceType: 'Media',
    content: { url: linkTo(media, context) },
    annotations: [...toReportAnnotations(media, severity)],
    type: 'Image',
  };
}
