// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from '../quality/choose-working-size.ts';
import type { PixelImage } from '../quality/pixel-image.ts';
import { makeTriangleTaps, type TriangleTaps } from './triangle-taps.ts';

/** Which output row is meant, and how it is made. */
export interface RowOfTaps {
  readonly taps: TriangleTaps;
  readonly y: number;
}

/**
 * One output row: the weighted sum of input rows. Rows lie together in memory, so this pass goes first, where the
 * picture is still large; four rows at a time and a row of doubles are what the compiler makes the most of.
 */
export function blendRows(row: Float64Array, pixels: Uint8Array, at: RowOfTaps): void {
  const { taps, y } = at;
  const { firsts, weights, tapCount } = taps;
  const stride = row.length;
  const start = (firsts[y] as number) * stride;
  row.fill(0);
  for (let tap = 0; tap < tapCount; tap += 4) {
    const [w0 = 0, w1 = 0, w2 = 0, w3 = 0] = weights.subarray(y * tapCount + tap, (y + 1) * tapCount);
    const row0 = start + tap * stride;
    const row1 = w1 === 0 ? row0 : row0 + stride;
    const row2 = w2 === 0 ? row0 : row0 + 2 * stride;
    const row3 = w3 === 0 ? row0 : row0 + 3 * stride;
    for (let x = 0; x < stride; x++) {
      const upper = w0 * (pixels[row0 + x] as number) + w1 * (pixels[row1 + x] as number);
      const lower = w2 * (pixels[row2 + x] as number) + w3 * (pixels[row3 + x] as number);
      row[x] = (row[x] as number) + upper + lower;
    }
  }
}

/** Narrows one row of red, green, blue to as many output pixels as there are taps. */
function narrowRow(row: Float64Array, taps: TriangleTaps, result: Uint8Array): void {
  const { firsts, weights, tapCount } = taps;
  for (let x = 0, tap = 0, at = 0; x < firsts.length; x++, at += 3) {
    let from = 3 * (firsts[x] as number);
    let red = 0.5;
    let green = 0.5;
    let blue = 0.5;
    for (const end = tap + tapCount; tap < end; tap++, from += 3) {
      const weight = weights[tap] as number;
      red += weight * (row[from] as number);
      green += weight * (row[from + 1] as number);
      blue += weight * (row[from + 2] as number);
    }
    result[at] = red;
    result[at + 1] = green;
    result[at + 2] = blue;
  }
}

/**
 * The whole picture squashed to `size`, sides independently, antialiased as `makeTriangleTaps` says. The same size
 * gives the picture itself.
 */
export function resizePixels(image: PixelImage, size: PictureSize): PixelImage {
  const { widthPx, heightPx } = size;
  if (image.widthPx === widthPx && image.heightPx === heightPx) return image;
  const across = makeTriangleTaps(image.widthPx, widthPx);
  const down = makeTriangleTaps(image.heightPx, heightPx);
  const row = new Float64Array(3 * image.widthPx);
  const pixelsHwc = new Uint8Array(3 * widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    blendRows(row, image.pixelsHwc, { taps: down, y });
    narrowRow(row, across, pixelsHwc.subarray(3 * widthPx * y, 3 * widthPx * (y + 1)));
  }
  return { pixelsHwc, widthPx, heightPx };
}
