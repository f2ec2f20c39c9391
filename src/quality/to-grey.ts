// SPDX-License-Identifier: Apache-2.0
import type { GreyImage, PixelImage } from './pixel-image.ts';

/** Luma of every pixel. @source ITU-R BT.601-7, weights 0.299, 0.587, 0.114, here in 256ths */
export function toGrey(image: PixelImage): GreyImage {
  const { pixelsHwc, widthPx, heightPx } = image;
  const pixels = new Uint8Array(widthPx * heightPx);
  for (let pixel = 0, at = 0; pixel < pixels.length; pixel++, at += 3) {
    const red = pixelsHwc[at] as number;
    const green = pixelsHwc[at + 1] as number;
    const blue = pixelsHwc[at + 2] as number;
    pixels[pixel] = (77 * red + 150 * green + 29 * blue + 128) >> 8;
  }
  return { pixels, widthPx, heightPx };
}
