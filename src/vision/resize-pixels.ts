// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from './choose-working-size.ts';
import type { PixelImage } from './pixel-image.ts';
import { makeTriangleTaps } from './triangle-taps.ts';

/** Rows keep their number, each gets `toPx` wide. */
function resizeRows(image: PixelImage, toPx: number): PixelImage {
  const { pixelsHwc, widthPx, heightPx } = image;
  const { firsts, weights, tapCount } = makeTriangleTaps(widthPx, toPx);
  const result = new Uint8Array(3 * toPx * heightPx);
  let out = 0;
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < toPx; x++) {
      let at = 3 * (y * widthPx + (firsts[x] as number));
      let red = 0.5;
      let green = 0.5;
      let blue = 0.5;
      for (let tap = x * tapCount; tap < (x + 1) * tapCount; tap++) {
        const weight = weights[tap] as number;
        red += weight * (pixelsHwc[at++] as number);
        green += weight * (pixelsHwc[at++] as number);
        blue += weight * (pixelsHwc[at++] as number);
      }
      result[out++] = red;
      result[out++] = green;
      result[out++] = blue;
    }
  }
  return { pixelsHwc: result, widthPx: toPx, heightPx };
}

/** Columns keep their number, each gets `toPx` high. */
function resizeColumns(image: PixelImage, toPx: number): PixelImage {
  const { pixelsHwc, widthPx, heightPx } = image;
  const { firsts, weights, tapCount } = makeTriangleTaps(heightPx, toPx);
  const stride = 3 * widthPx;
  const result = new Uint8Array(stride * toPx);
  const sums = new Float32Array(stride);
  for (let y = 0; y < toPx; y++) {
    sums.fill(0.5);
    for (let tap = 0; tap < tapCount; tap++) {
      const weight = weights[y * tapCount + tap] as number;
      if (weight === 0) continue;
      const row = ((firsts[y] as number) + tap) * stride;
      for (let x = 0; x < stride; x++)
        sums[x] = (sums[x] as number) + weight * (pixelsHwc[row + x] as number);
    }
    result.set(sums, y * stride);
  }
  return { pixelsHwc: result, widthPx, heightPx: toPx };
}

/** The whole picture squashed to `size` (sides independently), antialiased. Same size: the picture itself. */
export function resizePixels(image: PixelImage, size: PictureSize): PixelImage {
  const narrowed = image.widthPx === size.widthPx ? image : resizeRows(image, size.widthPx);
  return narrowed.heightPx === size.heightPx ? narrowed : resizeColumns(narrowed, size.heightPx);
}
