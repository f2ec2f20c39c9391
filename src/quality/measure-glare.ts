// SPDX-License-Identifier: Apache-2.0

import type { GradingCurve } from './grade.ts';
import type { PixelImage } from './pixel-image.ts';

/** From here on in all three channels a spot is white: a reflection, or paper. */
const whiteLevel = 245;

/** Reflections matter where the lesion is; at the rim white is mostly paper, cloth or a ruler. */
const rimShare = 0.1;

/** Every second pixel of every second row tells a share as well. */
const sampleStep = 2;

/** Share of white pixels, 0-1, inside the rim. */
export function measureGlare(image: PixelImage): number {
  const { pixelsHwc, widthPx, heightPx } = image;
  const left = Math.floor(widthPx * rimShare);
  const top = Math.floor(heightPx * rimShare);
  let white = 0;
  let seen = 0;
  for (let y = top; y < heightPx - top; y += sampleStep) {
    const end = 3 * (y * widthPx + widthPx - left);
    for (let at = 3 * (y * widthPx + left); at < end; at += 3 * sampleStep) {
      seen++;
      const green = pixelsHwc[at + 1] as number;
      if (green < whiteLevel) continue;
      if ((pixelsHwc[at] as number) >= whiteLevel && (pixelsHwc[at + 2] as number) >= whiteLevel) white++;
    }
  }
  return white / seen;
}

/** @source calibration, training/quality: 97 % of the unharmed pictures lie below 0.03 */
export const glareCurve: GradingCurve = [
  [0.02, 1],
  [0.06, 0.82],
  [0.15, 0.55],
  [0.3, 0.38],
  [0.6, 0.25],
  [1, 0.2],
];
