// SPDX-License-Identifier: Apache-2.0
import type { GreyImage } from '../pixel-image.ts';
import type { GradingCurve } from './grade.ts';

/** Distances in pixels over which grey levels are compared. */
const distancesPx = [2, 4, 8, 16] as const;

/** Rounding to whole grey levels alone adds this variance. */
const roundingVariance = 1 / 12;

/** Keeps the logarithms finite in a flat picture. */
const least = 1e-3;

/** Every second row is enough for a mean. */
const rowStep = 2;

/** Mean squared difference between pixels `distance` apart along one axis. */
function meanSquaredDifference(image: GreyImage, distance: number, isAcross: boolean): number {
  const { pixels, widthPx, heightPx } = image;
  const columns = Math.max(0, isAcross ? widthPx - distance : widthPx);
  const rows = isAcross ? heightPx : heightPx - distance;
  const step = isAcross ? distance : distance * widthPx;
  let sum = 0;
  let count = 0;
  for (let y = 0; y < rows; y += rowStep) {
    const end = y * widthPx + columns;
    for (let at = y * widthPx; at < end; at++) {
      const difference = (pixels[at + step] as number) - (pixels[at] as number);
      sum += difference * difference;
    }
    count += columns;
  }
  return count > 0 ? sum / count : 0;
}

/**
 * How much faster than distance differences grow along one axis: the exponent of the structure function, from
 * about 0.5 (crisp texture) over 1 (clean edges) to 2 (nothing but smooth shading).
 */
function measureSmoothness(image: GreyImage, noiseVariance: number, isAcross: boolean): number {
  const energies = distancesPx.map((distance) =>
    Math.max(
      least,
      meanSquaredDifference(image, distance, isAcross) - 2 * (noiseVariance + roundingVariance),
    ),
  );
  const [at2 = least, at4 = least, at8 = least, at16 = least] = energies;
  const exponents = [Math.log2(at4 / at2), Math.log2(at8 / at2) / 2, Math.log2(at16 / at4) / 2];
  const mean = exponents.reduce((sum, exponent) => sum + exponent, 0) / exponents.length;
  return Math.max(0, Math.min(2, mean));
}

/**
 * Smoothness of the picture, 0 (all fine detail) to 2 (blurred beyond use), along its blurrier axis for the most
 * part, since a shaken picture is sharp along the other. It compares a picture with itself at several scales, so
 * neither contrast nor the amount of detail matters: calm but sharp skin is sharp. The noise is taken off first,
 * because it would pass for detail.
 * @source structure function exponent, Kolmogorov 1941; the choice of scales is ours, training/quality
 */
export function measureBlur(image: GreyImage, noise: number): number {
  const across = measureSmoothness(image, noise * noise, true);
  const down = measureSmoothness(image, noise * noise, false);
  return 0.75 * Math.max(across, down) + 0.25 * Math.min(across, down);
}

/** @source calibration on unharmed and degraded photographs, training/quality */
export const blurCurve: GradingCurve = [
  [1.15, 1],
  [1.35, 0.92],
  [1.5, 0.7],
  [1.62, 0.5],
  [1.75, 0.34],
  [1.85, 0.2],
  [1.93, 0.1],
  [2, 0.02],
];
