// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';
import { measureYellowness } from '../blobs/measure-yellowness.ts';
import { measureIndices, type SkinIndices } from '../colour/skin-indices.ts';
import { enlargeLesion } from '../lesion/enlarge-lesion.ts';
import { findLesion, type Lesion } from '../lesion/find-lesion.ts';
import { findPigmentSlope, freeOfPigment } from '../lesion/free-of-pigment.ts';
import { oncePerPicture } from '../once-per-picture.ts';
import { shrinkImage } from '../shrink-image.ts';
import { findSkin } from '../skin/find-skin.ts';
import { smoothMap } from '../smooth-map.ts';
import { smoothWidely } from '../smooth-widely.ts';

/** What signs are graded on: the lesion, the skin beside it, and the picture taken apart by colour and scale. */
export interface SignGround {
  readonly image: PixelImage;
  /** Redness freed of what pigment and shade explain. */
  readonly indices: SkinIndices;
  readonly lesion: Lesion;
  /** More is yellower, as optical density. */
  readonly yellowness: Float32Array;
  /** Lightness of fine detail (flakes, hairs, grain) against its surroundings, as a share of the local lightness. */
  readonly fine: Float32Array;
  /** Likewise of middle-sized detail. */
  readonly middle: Float32Array;
  /** Relief of middle size (coarsened skin lines), as optical density of red light, which blood hardly takes. */
  readonly lines: Float32Array;
  /** Likewise of larger relief: edges of plaques. */
  readonly edges: Float32Array;
  /** Likewise of the largest: swellings. */
  readonly swells: Float32Array;
  readonly sidePx: number;
}

/** Camera grain is evened out over so many pixels: blue is faint in dark skin, and noisy. Our own convention. */
const grainPx = 1;

/** Radii that part the scales, as shares of the shorter side: flakes, skin lines, plaques, swellings. Our own convention. */
const scales = { fine: 0.008, middle: 0.022, coarse: 0.07, widest: 0.2 };

/** Darker skin than this, in L*, has too little light for shares of it. */
const leastLightness = 5;

function contrast(finer: Float32Array, coarser: Float32Array): Float32Array {
  const contrasts = new Float32Array(finer.length);
  for (let at = 0; at < contrasts.length; at++) {
    const ground = coarser[at] as number;
    contrasts[at] = ((finer[at] as number) - ground) / Math.max(leastLightness, ground);
  }
  return contrasts;
}

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

/** Longest side on which a lesion is outlined: its edge is softer than a pixel of it. Our own convention. */
const outlinePx = 320;

function findInflamed(image: PixelImage): { lesion: Lesion; slope: number } {
  const { widthPx, heightPx } = image;
  const wanted = Math.ceil(Math.max(widthPx, heightPx) / outlinePx);
  const factor = Math.max(1, Math.min(wanted, widthPx, heightPx));
  const small = shrinkImage(image, factor);
  const measured = measureIndices(small);
  const skin = findSkin(small);
  const slope = findPigmentSlope(measured, skin);
  const lesion = findLesion({ ...measured, erythema: freeOfPigment(measured, slope) }, skin);
  return { lesion: enlargeLesion(lesion, image, factor), slope };
}

/** Takes a picture apart, once, for all signs. */
export const readSignGround = oncePerPicture(readGround);

function readGround(image: PixelImage): SignGround {
  const { lesion, slope } = findInflamed(image);
  const measured = measureIndices(image);
  const indices = { ...measured, erythema: freeOfPigment(measured, slope) };
  const sidePx = Math.min(image.widthPx, image.heightPx);
  const smooth = (map: Float32Array, share: number) => smoothMap(map, image, Math.max(1, share * sidePx));
  const { lightness, melanin } = indices;
  const [fine, middle] = [smooth(lightness, scales.fine), smooth(lightness, scales.middle)];
  const red = {
    fine: smooth(melanin, scales.fine),
    middle: smooth(melanin, scales.middle),
    coarse: smoothWidely(melanin, image, scales.coarse * sidePx),
    widest: smoothWidely(melanin, image, scales.widest * sidePx),
  };
  return {
    image,
    indices,
    lesion,
    yellowness: smoothMap(measureYellowness(image), image, grainPx),
    fine: contrast(lightness, fine),
    middle: contrast(fine, middle),
    lines: difference(red.fine, red.middle),
    edges: difference(red.middle, red.coarse),
    swells: difference(red.coarse, red.widest),
    sidePx,
  };
}
