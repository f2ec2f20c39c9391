// SPDX-License-Identifier: Apache-2.0
import type { FhirAnswer, FhirQuestionnaire } from '@openderm/contract';
import type { ReportMedia, ReportSeverity } from '../../record/report-record.ts';
import type { Detection } from '../../record/severity-reading.ts';
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
  const scale = media.widthPx / severity.photograph.widthPx;
  return {
    resourceType: 'Media',
    content: { url: linkTo(media, context) },
    annotations: severity.score.detections.map((detection, index) => ({
      id: toAnnotationId(media.id, index),
      ...toAnnotation(detection, scale),
    })),
    type: 'Image',
  };
}

/** Boxes in pixels of the picture that is linked, which may be smaller than the photograph. */
function toAnnotation({ code, confidence, box: { x1, y1, x2, y2 } }: Detection, scale: number) {
  const topLeft = { x: Math.round(x1 * scale), y: Math.round(y1 * scale) };
  const width = Math.round((x2 - x1) * scale);
  const height = Math.round((y2 - y1) * scale);
  return { rect: { topLeft, width, height }, type: code, confidence };
}

/** Letters of an id that name the picture; the others number what was found on it. @source our own convention */
const pictureCharacters = 28;

/** Characters of an id. @source the reference's page on media of reports */
const idCharacters = 32;

function toAnnotationId(mediaId: string, index: number): string {
  const picture = mediaId.replaceAll('-', '').slice(0, pictureCharacters);
  return picture + index.toString(16).padStart(idCharacters - picture.length, '0');
}
