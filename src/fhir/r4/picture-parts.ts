// SPDX-License-Identifier: Apache-2.0
import type { Media } from '@medplum/fhirtypes';
import type { ReportMedia, ReportSeverity } from '../../record/report-record.ts';
import { linkTo } from '../report/report-context.ts';
import { toReportInstant } from '../report/to-report-instant.ts';
import { toAnnotations } from './annotations.ts';
import { toConditionConcept, toSiteConcept } from './condition-concept.ts';
import { filled } from './fhir-text.ts';
import { cameraPhotography, stillImage } from './foreign-systems.ts';
import { aboutVisit, asserted, type Part, type R4Context, referTo, toOwnConcept } from './r4-context.ts';

/** Every photograph of the request, usable or not. */
export function toPhotographParts(context: R4Context): readonly Part<Media>[] {
  const { images, diagnosis } = context.report.record;
  return images.map((media, index) => {
    const value = diagnosis.images[index]?.validity.modality.value ?? 'None';
    const coding = [
      context.sources.terminology.coding('modality', value),
      ...(value === 'Clinical' ? [cameraPhotography] : []),
    ];
    return { name: `photograph-${index}`, resource: { ...toMedia(media, context), modality: { coding } } };
  });
}

/** The photograph that shows where on the body it is. */
export function toContextParts(context: R4Context): readonly Part<Media>[] {
  const { contextImage } = context.report.record;
  return contextImage === null ? [] : [{ name: 'context', resource: toMedia(contextImage, context) }];
}

/** Where the classifier looked. */
export function toHeatMapParts(
  photographs: readonly Part<Media>[],
  context: R4Context,
): readonly Part<Media>[] {
  return context.report.record.heatMaps.map(({ imageIndex, condition, media }, index) => ({
    name: `heat-map-${index}`,
    resource: {
      ...asserted(context),
      ...toMedia(media, context),
      partOf: photographs.slice(imageIndex, imageIndex + 1).map((part) => referTo(part, context)),
      reasonCode: [toHeatMapReason(condition, context)],
    },
  }));
}

/** `other` is no condition: what the classifier was not taught. */
function toHeatMapReason(condition: string, context: R4Context) {
  if (condition === 'other') return toOwnConcept(['condition', 'other'], undefined, context);
  return toConditionConcept(condition, context);
}

/** What was found for a score, drawn on its photograph. */
export function toExplainabilityParts(
  severity: ReportSeverity,
  { index, photograph }: { readonly index: number; readonly photograph: Part<Media> },
  context: R4Context,
): readonly Part<Media>[] {
  const { media } = severity;
  if (media === null) return [];
  const annotations = toAnnotations(media, severity, context.sources.canonical);
  const resource = {
    ...asserted(context),
    ...toMedia(media, context),
    partOf: [referTo(photograph, context)],
    ...filled('extension', annotations),
  };
  return [{ name: `explainability-${index}`, resource }];
}

function toMedia(media: ReportMedia, context: R4Context): Media {
  return {
    resourceType: 'Media',
    status: 'completed',
    type: { coding: [stillImage] },
    view: toOwnConcept(['picture', media.role], undefined, context),
    ...aboutVisit(context),
    issued: toReportInstant(context.report.record.createdAtMs),
    bodySite: toSiteConcept(context),
    height: media.heightPx,
    width: media.widthPx,
    content: { contentType: media.contentType, url: linkTo(media, context), size: media.bytes },
  };
}
