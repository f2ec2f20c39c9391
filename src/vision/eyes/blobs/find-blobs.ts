// SPDX-License-Identifier: Apache-2.0
import type { Mask } from '../eye.ts';
import { answerPerContrast, type Band, type ScalarMap, splitIntoBands } from './scale-space.ts';

/** A round spot that is brighter in a map than what surrounds it. */
export interface Blob {
  readonly x: number;
  readonly y: number;
  readonly radiusPx: number;
  /** How much brighter a disc would be that answers like this, in the map's unit. */
  readonly contrast: number;
  /** The contrast in standard deviations of what bare skin answers at this size. */
  readonly significance: number;
}

/** Which spots to look for. */
export interface BlobSearch {
  readonly leastRadiusPx: number;
  readonly largestRadiusPx: number;
  /** In the map's unit. */
  readonly leastContrast: number;
  /** In standard deviations. */
  readonly leastSignificance: number;
}

/**
 * The noise is told by the calmer quarter of the skin, so that many lesions do not pass for noise: a quarter of a
 * normal distribution lies within this many standard deviations of its mean.
 */
const calmQuarter = 0.31864;

/** So many answers tell a spread well enough. */
const enoughAnswers = 8192;

/**
 * A weaker spot whose centre lies within a stronger one, or the stronger within it, is a part of it: its rim, its
 * middle. Sizes and places come in steps, so a disc may reach this much further than its blob, and a rim answers so
 * many radii of the smaller beyond. Measured on discs of every size.
 */
const discRadii = 1.4;
const rimRadii = 0.4;

/** More spots than this nobody can count; keeps the time bounded on pictures of gravel. Our own convention. */
const mostCandidates = 1500;

/** Standard deviation of what the skin answers at this size where nothing is. */
function measureSpread(band: Band, skin: Mask): number {
  const step = Math.max(1, Math.floor(Math.sqrt(band.values.length / enoughAnswers)));
  const answers = new Float32Array(band.values.length);
  let count = 0;
  for (let y = 0; y < band.heightPx; y += step) {
    const row = y * band.stepPx * skin.widthPx;
    for (let x = 0; x < band.widthPx; x += step) {
      if (!skin.values[row + x * band.stepPx]) continue;
      answers[count++] = Math.abs(band.values[y * band.widthPx + x] as number);
    }
  }
  if (count === 0) return 0;
  return (answers.subarray(0, count).sort()[count >> 2] as number) / calmQuarter;
}

/** Whether no neighbour answers more; of equal ones the first counts. */
function isPeak(band: Band, x: number, y: number): boolean {
  const { values, widthPx, heightPx } = band;
  const at = y * widthPx + x;
  const value = values[at] as number;
  for (let row = Math.max(0, y - 1); row <= Math.min(heightPx - 1, y + 1); row++) {
    for (let column = Math.max(0, x - 1); column <= Math.min(widthPx - 1, x + 1); column++) {
      const other = row * widthPx + column;
      const otherValue = values[other] as number;
      if (otherValue > value || (otherValue === value && other < at)) return false;
    }
  }
  return true;
}

/** A plain colour has no spread at all; keeps the quotient finite. */
const leastSpread = 1e-9;

/** Adds the peaks of one size. */
function addPeaks(found: Blob[], band: Band, { skin, search }: { skin: Mask; search: BlobSearch }): void {
  const spread = Math.max(leastSpread, measureSpread(band, skin));
  const least = Math.max(search.leastContrast * answerPerContrast, search.leastSignificance * spread);
  for (let y = 0, at = 0; y < band.heightPx; y++) {
    const row = y * band.stepPx * skin.widthPx;
    for (let x = 0; x < band.widthPx; x++, at++) {
      const value = band.values[at] as number;
      if (value < least || !skin.values[row + x * band.stepPx] || !isPeak(band, x, y)) continue;
      const [contrast, significance] = [value / answerPerContrast, value / spread];
      found.push({ x: x * band.stepPx, y: y * band.stepPx, radiusPx: band.radiusPx, contrast, significance });
    }
  }
}

function isSame(left: Blob, right: Blob): boolean {
  const [smaller, larger] = left.radiusPx < right.radiusPx ? [left, right] : [right, left];
  const within = discRadii * larger.radiusPx + rimRadii * smaller.radiusPx;
  return (left.x - right.x) ** 2 + (left.y - right.y) ** 2 < within ** 2;
}

/**
 * Spots brighter than their surroundings, strongest first, at most one at each place and size: peaks of the
 * difference of Gaussians over place and scale.
 * @param skin only here spots are looked for, and only here the noise is measured
 * @source Lindeberg 1998, feature detection with automatic scale selection; Lowe 2004 for differences of Gaussians
 */
export function findBlobs(map: ScalarMap, skin: Mask, search: BlobSearch): Blob[] {
  const found: Blob[] = [];
  for (const band of splitIntoBands(map, search.largestRadiusPx)) {
    if (band.radiusPx >= search.leastRadiusPx) addPeaks(found, band, { skin, search });
  }
  const kept: Blob[] = [];
  const byStrength = found.sort((left, right) => right.contrast - left.contrast).slice(0, mostCandidates);
  for (const blob of byStrength) {
    if (!kept.some((stronger) => isSame(stronger, blob))) kept.push(blob);
  }
  return kept;
}
