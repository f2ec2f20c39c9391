// SPDX-License-Identifier: Apache-2.0
import { measureIndices } from '../colour/skin-indices.ts';
import { oncePerPicture } from '../once-per-picture.ts';
import { smoothMap } from '../smooth-map.ts';
import { smoothWidely } from '../smooth-widely.ts';
import { fineShare } from './sign-ground.ts';

/** What light and shade show of the skin's surface, as optical density of red light, which blood hardly takes. */
export interface Relief {
  /** Of middle size: coarsened skin lines. */
  readonly lines: Float32Array;
  /** Larger: edges of plaques. */
  readonly edges: Float32Array;
  /** The largest: swellings. */
  readonly swells: Float32Array;
}

/** Radii that part the scales, as shares of the shorter side: flakes, skin lines, plaques, swellings. Our own convention. */
const scales = { fine: fineShare, middle: 0.022, coarse: 0.07, widest: 0.2 };

/** Deeper than this no fold is: flakes and hairs would outweigh all relief. Optical density; our own convention. */
const deepest = 0.12;

function difference(finer: Float32Array, coarser: Float32Array): Float32Array {
  const differences = new Float32Array(finer.length);
  for (let at = 0; at < differences.length; at++) {
    const difference = (finer[at] as number) - (coarser[at] as number);
    differences[at] = Math.min(deepest, Math.max(-deepest, difference));
  }
  return differences;
}

/** Reads the relief off a picture; only signs that are relief ask for it. */
export const readRelief = oncePerPicture((image): Relief => {
  const { melanin } = measureIndices(image);
  const sidePx = Math.min(image.widthPx, image.heightPx);
  const fine = smoothMap(melanin, image, Math.max(1, scales.fine * sidePx));
  const middle = smoothMap(melanin, image, Math.max(1, scales.middle * sidePx));
  const coarse = smoothWidely(melanin, image, scales.coarse * sidePx);
  const widest = smoothWidely(melanin, image, scales.widest * sidePx);
  return {
    lines: difference(fine, middle),
    edges: difference(middle, coarse),
    swells: difference(coarse, widest),
  };
});
