// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';
import { toGrey } from '../../../quality/to-grey.ts';
import { logBrightness } from '../colour/log-brightness.ts';
import { smoothMap } from '../smooth-map.ts';
import { findTextureRange, type TextureRange } from './find-texture-range.ts';

/** What hair is told by, one value per pixel. */
export interface StrandMaps {
  /** 0-1: how surely there is fine texture, as strands make it. */
  readonly strands: Float32Array;
  /** The picture shows bare skin as well as strands, so that they are told by comparison. */
  readonly isCompared: boolean;
  /** Natural logarithm of the brightness, smoothed: differences are ratios of light. */
  readonly brightness: Float32Array;
}

/** Finest detail of a strand in a picture of 512 pixels, and the area it is averaged over, pixels. Our own convention */
const strandRadiusPx = 1;
const areaRadiusPx = 2;

/** One hard edge is no texture: the square of the detail of a pixel counts up to here. Our own convention, tried on our renderings */
const mostEnergy = 0.13 ** 2;

/** Measures strand texture relative to the local light and to the picture's own bare skin, so that black and blond hair count alike. */
export function measureStrands(image: PixelImage, skin: Uint8Array): StrandMaps {
  const grey = toGrey(image);
  const brightness = new Float32Array(grey.pixels.length);
  for (let at = 0; at < brightness.length; at++) {
    brightness[at] = logBrightness[grey.pixels[at] as number] as number;
  }
  const smooth = smoothMap(brightness, image, strandRadiusPx);
  const energy = new Float32Array(brightness.length);
  for (let at = 0; at < energy.length; at++) {
    const detail = (brightness[at] as number) - (smooth[at] as number);
    energy[at] = Math.min(mostEnergy, detail * detail);
  }
  const texture = smoothMap(energy, image, areaRadiusPx).map(Math.sqrt);
  const range = findTextureRange(texture, skin);
  return { strands: gradeTexture(texture, range), isCompared: range.isShown, brightness: smooth };
}

function gradeTexture(texture: Float32Array, { bare, hair }: TextureRange): Float32Array {
  return texture.map((value) => Math.max(0, Math.min(1, (value - bare) / (hair - bare))));
}
