// SPDX-License-Identifier: Apache-2.0

import type { GradingCurve } from './grade.ts';
import type { GreyImage, PixelImage } from './pixel-image.ts';

/** Number of pixels at each luma level. */
export type LumaHistogram = Uint32Array;

export function countLuma(image: GreyImage): LumaHistogram {
  const histogram = new Uint32Array(256);
  for (const level of image.pixels) histogram[level] = (histogram[level] as number) + 1;
  return histogram;
}

/** The luma below which `share` (0-1) of the pixels lie, interpolated within a level so that it moves evenly. */
export function findLumaLevel(histogram: LumaHistogram, share: number): number {
  const wanted = share * histogram.reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (let level = 0; level < 256; level++) {
    const count = histogram[level] as number;
    if (count > 0 && below + count >= wanted) return level + (wanted - below) / count;
    below += count;
  }
  return 255;
}

/**
 * Luma of the brighter parts. Not the mean: dark skin, a dermoscope's black rim or a black cloth make a picture
 * dark without making it underexposed, yet something in a well exposed picture is bright.
 */
export const measureHighlights = (histogram: LumaHistogram): number => findLumaLevel(histogram, 0.9);

/** @source calibration, training/quality: of the unharmed pictures 99 % lie above 100 */
export const highlightsCurve: GradingCurve = [
  [4, 0.02],
  [13, 0.06],
  [28, 0.22],
  [45, 0.42],
  [65, 0.66],
  [90, 0.9],
  [110, 1],
];

/** Luma of the darker parts: when even these are near white, the skin is washed out. */
export const measureShadows = (histogram: LumaHistogram): number => findLumaLevel(histogram, 0.25);

/** @source calibration, training/quality: of the unharmed pictures 99 % lie below 203 */
export const shadowsCurve: GradingCurve = [
  [203, 1],
  [220, 0.82],
  [235, 0.45],
  [244, 0.22],
  [250, 0.1],
  [256, 0.01],
];

/** At and above this a channel has lost its shading. */
const clippedLevel = 254;

/** Every second pixel of every second row tells a share as well. */
const sampleStep = 2;

/** Share of pixels, 0-1, with a channel at the end of its range. */
export function measureClipping(image: PixelImage): number {
  const { pixelsHwc, widthPx, heightPx } = image;
  let clipped = 0;
  for (let y = 0; y < heightPx; y += sampleStep) {
    const end = 3 * widthPx * (y + 1);
    for (let at = 3 * widthPx * y; at < end; at += 3 * sampleStep) {
      const red = pixelsHwc[at] as number;
      const green = pixelsHwc[at + 1] as number;
      const blue = pixelsHwc[at + 2] as number;
      if (red >= clippedLevel || green >= clippedLevel || blue >= clippedLevel) clipped++;
    }
  }
  return clipped / (Math.ceil(widthPx / sampleStep) * Math.ceil(heightPx / sampleStep));
}

/** Red light on light skin clips the red channel first and costs little. @source calibration, training/quality */
export const clippingCurve: GradingCurve = [
  [0.05, 1],
  [0.15, 0.95],
  [0.4, 0.75],
  [0.7, 0.5],
  [0.9, 0.32],
  [1, 0.2],
];
