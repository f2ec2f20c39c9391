// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';
import { logBrightness } from '../colour/log-brightness.ts';
import { smoothMap } from '../smooth-map.ts';
import { meanOver, type WoundZones } from './draw-ring.ts';

/** How a wound ends. */
export interface WoundBorder {
  /** Difference of colour across the border, natural logarithms of light. */
  readonly contrast: number;
  /** 0-1: share of the difference that happens within a few pixels. */
  readonly sharpness: number;
  /** How much more the brightness of the ring varies than that of skin away from it; 0 where it does not. */
  readonly relief: number;
}

/** A narrow band on either side of the outline, pixels of a picture of 512. Our own convention */
const narrowPx = 3;

/** Skin is never smoother than this, natural logarithm of brightness: camera noise. Our own convention */
const leastVariation = 0.04;

/** Measures contrast, sharpness and relief of the border. */
export function readBorder(image: PixelImage, wound: Uint8Array, drawn: WoundZones): WoundBorder {
  const band = smoothMap(new Float32Array(wound), image, narrowPx);
  let wide = 0;
  let narrow = 0;
  let relief = 0;
  for (const channel of [0, 1, 2]) {
    const light = logChannel(image, channel);
    const inside = meanOver(light, drawn, 'edge').mean;
    const ring = meanOver(light, drawn, 'ring');
    const far = meanOver(light, drawn, 'far');
    wide += (inside - ring.mean) ** 2;
    narrow += stepAcross(light, wound, band) ** 2;
    if (far.px > 0) relief += ring.sd / Math.max(leastVariation, far.sd) / 3;
  }
  const contrast = Math.sqrt(Math.max(wide, narrow));
  const sharpness = contrast === 0 ? 0 : Math.sqrt(narrow) / contrast;
  return { contrast, sharpness, relief: Math.max(0, relief - 1) };
}

function logChannel({ pixelsHwc }: PixelImage, channel: number): Float32Array {
  const light = new Float32Array(pixelsHwc.length / 3);
  for (let at = 0; at < light.length; at++) {
    light[at] = logBrightness[pixelsHwc[3 * at + channel] as number] as number;
  }
  return light;
}

/** Difference of the means of the two narrow bands along the outline. */
function stepAcross(light: Float32Array, wound: Uint8Array, band: Float32Array): number {
  const sums = [0, 0];
  const counts = [0, 0];
  for (let at = 0; at < light.length; at++) {
    const level = band[at] as number;
    if (level < 0.125 || level > 0.875) continue; // the outline's own band: where the averaged mask is neither 0 nor 1
    const side = (wound[at] as number) > 0 ? 1 : 0;
    sums[side] = (sums[side] ?? 0) + (light[at] as number);
    counts[side] = (counts[side] ?? 0) + 1;
  }
  const [outside = 0, inside = 0] = sums.map((sum, side) => sum / Math.max(1, counts[side] ?? 0));
  return inside - outside;
}
