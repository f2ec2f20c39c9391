// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';
import { fillMask } from '../fill-mask.ts';

/** A reflection of the lamp is white in all three channels, 0-255; the palest skin keeps less blue. Our own convention */
const leastGloss = 238;

/** Skin without the reflections of the lamp, which are no loss of pigment: what was above 0 stays as it was. */
export function dropGloss({ pixelsHwc }: PixelImage, skin: Uint8Array): Uint8Array {
  return fillMask(skin, (value, at) => {
    if (value === 0) return 0;
    const from = 3 * at;
    const isGloss =
      (pixelsHwc[from] as number) >= leastGloss &&
      (pixelsHwc[from + 1] as number) >= leastGloss &&
      (pixelsHwc[from + 2] as number) >= leastGloss;
    return isGloss ? 0 : value;
  });
}
