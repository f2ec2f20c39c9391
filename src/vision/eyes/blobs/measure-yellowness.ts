// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';

/** sRGB level to linear light. @source IEC 61966-2-1 */
function toLinear(level: number): number {
  const share = level / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

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
export function measureYellowness(image: PixelImage): Float32Array {
  const { pixelsHwc, widthPx, heightPx } = image;
  const values = new Float32Array(widthPx * heightPx);
  for (let at = 0, from = 0; at < values.length; at++, from += 3) {
    values[at] =
      (logOfLevel[pixelsHwc[from + 1] as number] as number) -
      (logOfLevel[pixelsHwc[from + 2] as number] as number);
  }
  return values;
}
