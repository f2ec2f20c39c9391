// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';
import { toLinear } from '../colour/to-linear.ts';
import { oncePerPicture } from '../once-per-picture.ts';

/** Keeps the logarithm of black finite: half a grey level. */
const leastLight = 1 / 512;

/** log10 of linear light for each sRGB level. */
const logOfLevel = Float32Array.from({ length: 256 }, (_, level) =>
  Math.log10(Math.max(leastLight, toLinear(level))),
);

/**
 * Yellowness of each pixel: log10 of green less log10 of blue light. Pus and fibrin take away blue; a reflection of
 * the lamp and white scale bring all three closer together, so it tells pus from gloss.
 */
export const measureYellowness = oncePerPicture(measurePixels);

function measurePixels(image: PixelImage): Float32Array {
  const { pixelsHwc, widthPx, heightPx } = image;
  const values = new Float32Array(widthPx * heightPx);
  for (let at = 0, from = 0; at < values.length; at++, from += 3) {
    values[at] =
      (logOfLevel[pixelsHwc[from + 1] as number] as number) -
      (logOfLevel[pixelsHwc[from + 2] as number] as number);
  }
  return values;
}
