// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Diagnosis, DiagnosisWarning, ImageDiagnosis } from '../record/diagnosis.ts';
import type { ImageAnalysis } from '../record/image-analysis.ts';
import type { ModelIdentity } from '../record/model-identity.ts';
import { type Aggregate, aggregateImages, chooseCountedImages } from './aggregate-images.ts';
import type { ImageLabel } from './image-label.ts';
import { imagesDisagree } from './images-disagree.ts';
import { interpretImage } from './interpret-image.ts';

export interface DiagnosisSettings {
  /** Share of the answer that the image itself must speak for, 0-1; below, the answer warns. */
  readonly imageEvidenceThreshold: number;
}

/** @source the project's design, "What the numbers mean" */
export const defaultDiagnosisSettings: DiagnosisSettings = { imageEvidenceThreshold: 0.5 };

export interface DiagnosisContext {
  readonly catalogue: Catalogue;
  readonly models: readonly ModelIdentity[];
  readonly settings: DiagnosisSettings;
}

export interface LabelledAnalysis extends ImageLabel {
  readonly analysis: ImageAnalysis;
}

/** A diagnosis but for its name and times. */
export type DiagnosisContent = Omit<Diagnosis, 'id' | 'issuedAtMs' | 'durationS'>;

/**
 * What photographs of one problem say, each on its own and the valid ones together.
 * @param images at least one
 */
export function diagnosisOfImages(
  images: readonly LabelledAnalysis[],
  context: DiagnosisContext,
): DiagnosisContent {
  const { catalogue } = context;
  const interpreted = images.map(({ title, contentType, analysis }) => ({
    title,
    contentType,
    ...interpretImage(analysis, catalogue),
  }));
  return summariseImages(interpreted, context);
}

/** The same, of photographs that have been interpreted already. */
export function summariseImages(
  images: readonly ImageDiagnosis[],
  { catalogue, models, settings }: DiagnosisContext,
): DiagnosisContent {
  if (images.length === 0) throw new Error('Expected at least one image');
  const counted = chooseCountedImages(images);
  const aggregate = aggregateImages(counted, catalogue);
  const isSure = aggregate.imageEvidence >= settings.imageEvidenceThreshold;
  const warnings: readonly (DiagnosisWarning | false)[] = [
    !counted.some(({ validity }) => validity.isValid) && 'noValidImage',
    !isSure && 'outsideKnownConditions',
    isDivided(counted, aggregate) && 'imagesDisagree',
    models.some(({ licence }) => !licence.commercialUse) && 'nonCommercialModel',
  ];
  return {
    ...aggregate,
    warnings: warnings.filter((warning) => warning !== false),
    images,
    models,
    catalogueVersion: catalogue.version,
  };
}

function isDivided(counted: readonly ImageDiagnosis[], { conclusions }: Aggregate): boolean {
  return counted.length > 1 && imagesDisagree(counted, conclusions);
}
