// SPDX-License-Identifier: Apache-2.0

import type { GradingCurve } from './grade.ts';
import type { GreyImage } from './pixel-image.ts';

const blockPx = 16;

/** Blocks near black or white are clipped, which hides their noise. */
const darkestMean = 12;
const brightestMean = 243;

/** Skin and hair have structure that looks like noise; the calmest fifth of the blocks has the least of it. */
const calmShare = 0.2;

/**
 * Of many blocks of pure noise the fifth at the calm end shows a little less than the truth.
 * @source measured on grey pictures with Gaussian noise, training/quality
 */
const calmBias = 1.05;

/** Mean absolute response to noise of standard deviation 1 is `6 * sqrt(2 / pi)`. @source Immerkaer 1996, CVIU 64:300-302 */
const responseToNoise = Math.sqrt(Math.PI / 2) / 6;

/** Noise of one block by the difference of two Laplacians, which is blind to flat, sloped and curved shading. */
function measureBlock(image: GreyImage, left: number, top: number): number | undefined {
  const { pixels, widthPx } = image;
  let response = 0;
  let brightness = 0;
  for (let y = top; y < top + blockPx; y++) {
    for (let at = y * widthPx + left; at < y * widthPx + left + blockPx; at++) {
      const up = at - widthPx;
      const down = at + widthPx;
      const corners =
        (pixels[up - 1] as number) +
        (pixels[up + 1] as number) +
        (pixels[down - 1] as number) +
        (pixels[down + 1] as number);
      const sides =
        (pixels[up] as number) +
        (pixels[down] as number) +
        (pixels[at - 1] as number) +
        (pixels[at + 1] as number);
      response += Math.abs(corners - 2 * sides + 4 * (pixels[at] as number));
      brightness += pixels[at] as number;
    }
  }
  const mean = brightness / blockPx ** 2;
  if (mean < darkestMean || mean > brightestMean) return undefined;
  return (response / blockPx ** 2) * responseToNoise;
}

/** Standard deviation of the picture's noise in grey levels, 0-255; 0 when no block is fit to tell. */
export function measureNoise(image: GreyImage): number {
  const found: number[] = [];
  for (let top = 1; top + blockPx < image.heightPx; top += blockPx) {
    for (let left = 1; left + blockPx < image.widthPx; left += blockPx) {
      const noise = measureBlock(image, left, top);
      if (noise !== undefined) found.push(noise);
    }
  }
  found.sort((a, b) => a - b);
  return calmBias * (found[Math.floor(found.length * calmShare)] ?? 0);
}

/** @source calibration on unharmed and degraded photographs, training/quality */
export const noiseCurve: GradingCurve = [
  [1.5, 1],
  [4, 0.86],
  [8, 0.62],
  [14, 0.38],
  [25, 0.15],
  [60, 0.02],
];
