// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../quality/pixel-image.ts';

/** The picture with squares of `factor` pixels averaged; what is left over at the right and lower rim falls away. */
export function shrinkImage(image: PixelImage, factor: number): PixelImage {
  if (factor === 1) return image;
  const widthPx = Math.floor(image.widthPx / factor);
  const heightPx = Math.floor(image.heightPx / factor);
  const pixelsHwc = new Uint8Array(3 * widthPx * heightPx);
  const share = 1 / factor ** 2;
  for (let y = 0, to = 0; y < heightPx; y++) {
    for (let value = 0; value < 3 * widthPx; value++, to++) {
      const channel = value % 3;
      const left = factor * (value - channel) + channel;
      let sum = 0;
      for (let down = 0; down < factor; down++) {
        const from = 3 * image.widthPx * (factor * y + down) + left;
        for (let right = 0; right < factor; right++) sum += image.pixelsHwc[from + 3 * right] as number;
      }
      pixelsHwc[to] = Math.round(sum * share);
    }
  }
  return { pixelsHwc, widthPx, heightPx };
}
