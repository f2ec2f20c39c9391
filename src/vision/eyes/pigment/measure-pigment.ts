// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';
import { toLinear } from '../colour/to-linear.ts';
import { smoothMap } from '../smooth-map.ts';

/** Below this share of full light a channel is noise. Our own convention: about level 13 of 255 */
const darkest = 0.004;

/**
 * Weight of blue against red. Melanin takes away more than twice as much blue as red light, while shade takes away
 * both alike, so the difference tells pigment from shade.
 * @source Jacques 2013, Phys Med Biol 58:R37: absorption of melanosomes falls with about the third power of wavelength
 */
const blueWeight = 2;

/** Averages the noise of the camera and of JPEG colour, pixels. Our own convention */
const noiseRadiusPx = 2;

/** Decimal logarithm of linear light for each of the 256 levels. */
const logLight = Float32Array.from({ length: 256 }, (_, level) =>
  Math.log10(Math.max(toLinear(level), darkest)),
);

/**
 * How much pigment the skin holds, as optical density: twice that of blue less that of red. It rises with melanin and
 * moves with shade only as much as a single density does.
 */
export function measurePigment(image: PixelImage): Float32Array {
  const { pixelsHwc, widthPx, heightPx } = image;
  const pigment = new Float32Array(widthPx * heightPx);
  for (let pixel = 0, at = 0; pixel < pigment.length; pixel++, at += 3) {
    const red = logLight[pixelsHwc[at] as number] as number;
    const blue = logLight[pixelsHwc[at + 2] as number] as number;
    pigment[pixel] = red - blueWeight * blue;
  }
  return smoothMap(pigment, image, noiseRadiusPx);
}
