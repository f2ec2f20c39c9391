// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';
import { oncePerPicture } from '../once-per-picture.ts';
import { toLinear } from './to-linear.ts';

/**
 * How red, how pigmented and how light each pixel is, as optical densities (decimal logarithms of reflectance).
 * Light that grows or dims everywhere adds the same to every pixel, so differences within a picture do not feel it.
 */
export interface SkinIndices {
  /** log10(red) - log10(green): haemoglobin takes green and leaves red. About 0.1 in pale, 0.3 in very red skin. */
  readonly erythema: Float32Array;
  /** -log10(red): melanin takes red too, haemoglobin hardly. About 0.2 in light, 1 in dark skin. */
  readonly melanin: Float32Array;
  /** CIE L* of the pixel, 0-100. */
  readonly lightness: Float32Array;
}

/** Half a step of the darkest sRGB value: black has no logarithm. */
const darkest = toLinear(1) / 2;
const linear = Float32Array.from({ length: 256 }, (_, value) => toLinear(value));
const density = Float32Array.from(linear, (light) => -Math.log10(Math.max(darkest, light)));

/** Share of each channel in the luminance. @source IEC 61966-2-1:1999 */
const luma = { red: 0.2126, green: 0.7152, blue: 0.0722 };

/** Steps of luminance that the table of L* knows. */
const lightSteps = 4096;

/** CIE 1976 lightness of a luminance of 0-1. @source CIE 15:2004 */
function toLightness(luminance: number): number {
  return luminance > (6 / 29) ** 3 ? 116 * Math.cbrt(luminance) - 16 : luminance * (29 / 3) ** 3;
}

const lightnessOfStep = Float32Array.from({ length: lightSteps + 1 }, (_, step) =>
  toLightness(step / lightSteps),
);

/**
 * The indices of every pixel.
 * @source Diffey and others 1984 (erythema index), Takiwaki 1998 (erythema and melanin index from a camera's channels)
 */
export const measureIndices = oncePerPicture(measurePixels);

function measurePixels({ pixelsHwc, widthPx, heightPx }: PixelImage): SkinIndices {
  const count = widthPx * heightPx;
  const erythema = new Float32Array(count);
  const melanin = new Float32Array(count);
  const lightness = new Float32Array(count);
  for (let at = 0, from = 0; at < count; at++, from += 3) {
    const red = pixelsHwc[from] as number;
    const green = pixelsHwc[from + 1] as number;
    const blue = pixelsHwc[from + 2] as number;
    erythema[at] = (density[green] as number) - (density[red] as number);
    melanin[at] = density[red] as number;
    const luminance =
      luma.red * (linear[red] as number) +
      luma.green * (linear[green] as number) +
      luma.blue * (linear[blue] as number);
    lightness[at] = lightnessOfStep[Math.round(luminance * lightSteps)] as number;
  }
  return { erythema, melanin, lightness };
}
