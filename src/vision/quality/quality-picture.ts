// SPDX-License-Identifier: Apache-2.0
import type { DecodedImage } from '../decode-image.ts';
import type { GreyImage, PixelImage } from '../pixel-image.ts';
import { makeTriangleTaps } from '../triangle-taps.ts';
import { toGrey } from './to-grey.ts';

/** What the quality measures look at. */
export interface QualityPicture {
  /** Upright short side of the picture as sent. */
  readonly shortSidePx: number;
  readonly working: PixelImage;
  /** Luma at the working size. */
  readonly grey: GreyImage;
  /** Luma at the size on which sharpness and noise are judged: short side at most `judgedSidePx`. */
  readonly judged: GreyImage;
  /** Whether the working picture has the very pixels that were sent. */
  readonly isUnshrunk: boolean;
}

/**
 * Every picture is judged at the size the nets see, so "blurred" means blurred there, whatever the camera's pixels.
 * 224 px is also the smallest picture that counts as whole.
 */
export const judgedSidePx = 224;

function resizeAcross(image: GreyImage, toPx: number): GreyImage {
  const { pixels, widthPx, heightPx } = image;
  const { firsts, weights, tapCount } = makeTriangleTaps(widthPx, toPx);
  const result = new Uint8Array(toPx * heightPx);
  for (let y = 0, out = 0; y < heightPx; y++) {
    for (let x = 0; x < toPx; x++, out++) {
      let at = y * widthPx + (firsts[x] as number);
      let sum = 0.5;
      for (let tap = x * tapCount; tap < (x + 1) * tapCount; tap++) {
        sum += (weights[tap] as number) * (pixels[at++] as number);
      }
      result[out] = sum;
    }
  }
  return { pixels: result, widthPx: toPx, heightPx };
}

function resizeDown(image: GreyImage, toPx: number): GreyImage {
  const { pixels, widthPx, heightPx } = image;
  const { firsts, weights, tapCount } = makeTriangleTaps(heightPx, toPx);
  const result = new Uint8Array(widthPx * toPx);
  const sums = new Float32Array(widthPx);
  for (let y = 0; y < toPx; y++) {
    sums.fill(0.5);
    for (let tap = 0; tap < tapCount; tap++) {
      const weight = weights[y * tapCount + tap] as number;
      const row = ((firsts[y] as number) + tap) * widthPx;
      for (let x = 0; x < widthPx; x++) sums[x] = (sums[x] as number) + weight * (pixels[row + x] as number);
    }
    result.set(sums, y * widthPx);
  }
  return { pixels: result, widthPx, heightPx: toPx };
}

function toJudgedSize(grey: GreyImage): GreyImage {
  const shrink = judgedSidePx / Math.min(grey.widthPx, grey.heightPx);
  if (shrink >= 1) return grey;
  const across = resizeAcross(grey, Math.round(grey.widthPx * shrink));
  return resizeDown(across, Math.round(grey.heightPx * shrink));
}

/** Prepares a decoded photograph for the measures: luma, once, at two sizes. */
export function toQualityPicture(image: DecodedImage): QualityPicture {
  const { full, working } = image;
  const grey = toGrey(working);
  return {
    shortSidePx: Math.min(full.widthPx, full.heightPx),
    working,
    grey,
    judged: toJudgedSize(grey),
    isUnshrunk: full.widthPx === working.widthPx && full.heightPx === working.heightPx,
  };
}
