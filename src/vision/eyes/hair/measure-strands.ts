// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../pixel-image.ts';
import { toGrey } from '../../quality/to-grey.ts';
import { smoothMap } from '../smooth-map.ts';

/** What hair is told by, one value per pixel. */
export interface StrandMaps {
  /** 0-1: how surely there is fine texture, as strands make it. */
  readonly strands: Float32Array;
  /** Natural logarithm of the brightness, smoothed: differences are ratios of light. */
  readonly brightness: Float32Array;
}

/** Finest detail of a strand in a picture of 512 pixels, and the area it is averaged over, pixels. Our own convention */
const strandRadiusPx = 1;
const areaRadiusPx = 2;

/** Keeps the logarithm of black finite; camera noise in the dark stays small. Our own convention */
const darkOffset = 0.05;

/**
 * Fine texture, as root mean square of the logarithm of brightness: bare skin lies below the first, hair above the
 * second. Our own convention; not tried on photographs of hair
 */
const textureRange = { skin: 0.035, hair: 0.085 };

/** One hard edge is no texture: the square of the detail of a pixel counts up to here. Our own convention, tried on our renderings */
const mostEnergy = 0.13 ** 2;

/** Measures strand texture relative to the local light, so that black and blond hair count alike. */
export function measureStrands(image: PixelImage): StrandMaps {
  const grey = toGrey(image);
  const brightness = new Float32Array(grey.pixels.length);
  for (let at = 0; at < brightness.length; at++) {
    brightness[at] = Math.log((grey.pixels[at] as number) / 255 + darkOffset);
  }
  const smooth = smoothMap(brightness, image, strandRadiusPx);
  const energy = new Float32Array(brightness.length);
  for (let at = 0; at < energy.length; at++) {
    const detail = (brightness[at] as number) - (smooth[at] as number);
    energy[at] = Math.min(mostEnergy, detail * detail);
  }
  return { strands: gradeTexture(smoothMap(energy, image, areaRadiusPx)), brightness: smooth };
}

function gradeTexture(energy: Float32Array): Float32Array {
  const { skin, hair } = textureRange;
  return energy.map((value) => Math.max(0, Math.min(1, (Math.sqrt(value) - skin) / (hair - skin))));
}
