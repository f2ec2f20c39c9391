// SPDX-License-Identifier: Apache-2.0
import type { Condition } from '../../catalogue/catalogue.ts';
import type { ClinicalIndicators, Performance } from '../../record/diagnosis.ts';
import type { ReportMedia } from '../../record/report-record.ts';
import { findCondition, linkTo, type ReportContext } from './report-context.ts';
import { toReportPercent } from './to-report-figure.ts';

/** The differential as a report prints it: what would print as 0 is left out. */
export function listConclusions(
  context: ReportContext,
): { readonly probability: number; readonly condition: Condition }[] {
  return context.report.record.diagnosis.conclusions
    .map(({ condition, probability }) => ({ slug: condition, probability: toReportPercent(probability) }))
    .filter(({ probability }) => probability > 0)
    .map(({ slug, probability }) => ({ probability, condition: findCondition(slug, context) }));
}

/** Probabilities, or null for each where nobody asked what it may be: a 0 would be an all-clear. */
export type ShownFigures<Figures> = { readonly [Name in keyof Figures]: number | null };

export function shownIndicators({ report: { record } }: ReportContext): ShownFigures<ClinicalIndicators> {
  const { indicators } = record.diagnosis;
  if (record.severityOnly !== true) return indicators;
  return {
    hasCondition: null,
    pigmentedLesion: null,
    malignancy: null,
    urgentReferral: null,
    highPriorityReferral: null,
  };
}

export function shownPerformance({ report: { record } }: ReportContext): ShownFigures<Performance> {
  if (record.severityOnly !== true) return record.diagnosis.performance;
  return { sensitivity: null, specificity: null, entropy: null };
}

/** What both views say of a photograph. */
export interface ShownPhotograph {
  readonly url: string;
  readonly modality: 'None' | 'Clinical' | 'Dermoscopic';
  readonly diqaScore: number;
  readonly facts: {
    readonly isValid: boolean;
    readonly reasons: string[];
    readonly heatMaps: { readonly condition: string; readonly url: string }[];
  };
}

/** Every photograph of the request, usable or not. */
export function listPhotographs(context: ReportContext): ShownPhotograph[] {
  const { images } = context.report.record;
  return images.map((media, imageIndex) => toShownPhotograph(media, imageIndex, context));
}

function toShownPhotograph(media: ReportMedia, imageIndex: number, context: ReportContext): ShownPhotograph {
  const read = context.report.record.diagnosis.images[imageIndex];
  if (read === undefined) throw new Error(`Expected photograph ${imageIndex} to have been read`);
  const { isValid, reasons, modality, quality } = read.validity;
  return {
    url: linkTo(media, context),
    modality: modality.value,
    diqaScore: quality.score,
    facts: { isValid, reasons: [...reasons], heatMaps: listHeatMaps(imageIndex, context) },
  };
}

function listHeatMaps(imageIndex: number, context: ReportContext): ShownPhotograph['facts']['heatMaps'] {
  const { heatMaps } = context.report.record;
  return heatMaps
    .filter((each) => each.imageIndex === imageIndex)
    .map(({ condition, media }) => ({
      // `other` is no condition: what the classifier was not taught.
      condition: context.sources.catalogue.find(condition)?.text ?? condition,
      url: linkTo(media, context),
    }));
}

/** What both views add to the reference's result. */
export function toResultFacts({ report: { record } }: ReportContext) {
  const { diagnosis, models, softwareVersion } = record;
  return {
    imageEvidencePercent: toReportPercent(diagnosis.imageEvidence),
    warnings: [...diagnosis.warnings],
    models: [...models],
    catalogueVersion: diagnosis.catalogueVersion,
    softwareVersion,
  };
}

/** The integrator's object as it came. @throws Error where it is none: a fault of ours */
export function readExtraData({ report: { record } }: ReportContext): Record<string, unknown> | null {
  if (record.extraData === null) return null;
  const extraData: unknown = JSON.parse(record.extraData);
  if (typeof extraData !== 'object' || extraData === null || Array.isArray(extraData))
    throw new Error(`Expected the extra data of ${record.id} to be an object`);
  return extraData as Record<string, unknown>;
}
