// SPDX-License-Identifier: Apache-2.0
import { chooseWorkingSize, type PictureSize } from '../../../../../src/quality/choose-working-size.ts';
import type { PixelImage } from '../../../../../src/quality/pixel-image.ts';
import { judgedSidePx } from '../../../../../src/quality/quality-picture.ts';

/** The picture at the size at which the server would look at it, on white as there. */
export function toWorkingPixels(bitmap: ImageBitmap, full: PictureSize): PixelImage {
  const { widthPx, heightPx } = chooseWorkingSize(full, judgedSidePx);
  const context = drawOnWhite(bitmap, { widthPx, heightPx });
  const { data } = context.getImageData(0, 0, widthPx, heightPx);
  const pixelsHwc = new Uint8Array(3 * widthPx * heightPx);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    pixelsHwc[to] = data[from] as number;
    pixelsHwc[to + 1] = data[from + 1] as number;
    pixelsHwc[to + 2] = data[from + 2] as number;
  }
  return { pixelsHwc, widthPx, heightPx };
}

/** @throws Error where the browser has no such canvas */
export function drawOnWhite(bitmap: ImageBitmap, { widthPx, heightPx }: PictureSize) {
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d');
  if (context === null) throw new Error('this browser draws nothing in a worker');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, widthPx, heightPx);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, widthPx, heightPx);
  return context;
}
