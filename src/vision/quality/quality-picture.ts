// SPDX-License-Identifier: Apache-2.0
import type { DecodedImage } from '../decode-image.ts';
import type { GreyImage, PixelImage } from '../pixel-image.ts';
import { blendRows } from '../resize-pixels.ts';
import { makeTriangleTaps, type TriangleTaps } from '../triangle-taps.ts';
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
 * Every picture is judged at about the size the nets see (224 px), so "blurred" means blurred there, whatever the
 * camera's pixels. 256 px is the working size of large photographs, which saves a resize.
 */
export const judgedSidePx = 256;

/** Narrows one row of luma to its output pixels, from position `out` on. */
function narrowRow(row: Float64Array, taps: TriangleTaps, result: Uint8Array, out: number): void {
  const { firsts, weights, tapCount } = taps;
  for (let x = 0, tap = 0; x < firsts.length; x++) {
    let from = firsts[x] as number;
    let sum = 0.5;
    for (const end = tap + tapCount; tap < end; tap++, from++) {
      sum += (weights[tap] as number) * (row[from] as number);
    }
    result[out + x] = sum;
  }
}

function toJudgedSize(grey: GreyImage): GreyImage {
  const shrink = judgedSidePx / Math.min(grey.widthPx, grey.heightPx);
  if (shrink >= 1) return grey;
  const widthPx = Math.round(grey.widthPx * shrink);
  const heightPx = Math.round(grey.heightPx * shrink);
  const across = makeTriangleTaps(grey.widthPx, widthPx);
  const down = makeTriangleTaps(grey.heightPx, heightPx);
  const row = new Float64Array(grey.widthPx);
  const pixels = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    blendRows(row, grey.pixels, down, y);
    narrowRow(row, across, pixels, widthPx * y);
  }
  return { pixels, widthPx, heightPx };
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
