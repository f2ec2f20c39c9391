// SPDX-License-Identifier: Apache-2.0
import type { QualityReason } from '../record/image-analysis.ts';
import { grade } from './grade.ts';
import { gradeCompression, readQuantisationStep } from './measure-compression.ts';
import { contrastCurve, measureContrast } from './measure-contrast.ts';
import {
  clippingCurve,
  countLuma,
  highlightsCurve,
  measureClipping,
  measureHighlights,
  measureShadows,
  shadowsCurve,
} from './measure-exposure.ts';
import { glareCurve, measureGlare } from './measure-glare.ts';
import { measureNoise, noiseCurve } from './measure-noise.ts';
import { resolutionCurve } from './measure-resolution.ts';
import { blurCurve, measureBlur } from './measure-sharpness.ts';
import { type OpenedPicture, toQualityPicture } from './quality-picture.ts';

/** A fault that can be measured, without looking at what the picture shows. */
export type MeasuredReason = Exclude<QualityReason, 'notSkin'>;

/** How free of each fault the picture is, 0-1. */
export type QualityGrades = Readonly<Record<MeasuredReason, number>>;

export interface MeasuredQuality {
  /** Integer, 0-100. */
  readonly score: number;
  readonly grades: QualityGrades;
  /** Notable faults, worst first. */
  readonly reasons: readonly MeasuredReason[];
}

/** Below this grade a fault is worth a word to the person with the camera. */
export const notableBelow = 0.6;

/** The worst fault decides for the most part: a sharp picture in the dark is still dark. */
export const worstWeight = 0.75;

function gradeAll(image: OpenedPicture, bytes: Uint8Array): QualityGrades {
  const picture = toQualityPicture(image);
  const histogram = countLuma(picture.grey);
  const noise = measureNoise(picture.grey);
  const step = image.format === 'jpeg' ? readQuantisationStep(bytes) : undefined;
  return {
    lowResolution: grade(resolutionCurve, picture.shortSidePx),
    tooDark: grade(highlightsCurve, measureHighlights(histogram)),
    tooBright:
      grade(shadowsCurve, measureShadows(histogram)) * grade(clippingCurve, measureClipping(picture.working)),
    blur: grade(blurCurve, measureBlur(picture, noise)),
    noise: grade(noiseCurve, noise / picture.fineness),
    compression: gradeCompression(picture, step),
    glare: grade(glareCurve, measureGlare(picture.working)),
    lowContrast: grade(contrastCurve, measureContrast(histogram)),
  };
}

/** Names by rising grade; of equal ones the first above, the likelier cause. */
function sortByGrade(grades: QualityGrades): MeasuredReason[] {
  const names = Object.keys(grades) as MeasuredReason[];
  return names.sort((left, right) => grades[left] - grades[right]);
}

function combine(values: readonly number[]): number {
  const worst = Math.min(...values);
  const product = values.reduce((left, right) => left * right, 1);
  return Math.round(100 * worst ** worstWeight * product ** (1 - worstWeight));
}

/**
 * How usable the photograph is as a photograph: eight faults, each graded by a measurement on the working picture
 * (and the quantisation table in the header), joined so that no virtue makes up for a fault.
 * @param bytes the picture as sent
 */
export function measureQuality(image: OpenedPicture, bytes: Uint8Array): MeasuredQuality {
  const grades = gradeAll(image, bytes);
  const reasons = sortByGrade(grades).filter((reason) => grades[reason] < notableBelow);
  return { score: combine(Object.values(grades)), grades, reasons };
}
