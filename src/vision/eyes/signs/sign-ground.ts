// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';
import { measureIndices, type SkinIndices } from '../colour/skin-indices.ts';
import { enlargeLesion } from '../lesion/enlarge-lesion.ts';
import { findLesion, type Lesion } from '../lesion/find-lesion.ts';
import { findPigmentSlope, freeOfPigment } from '../lesion/free-of-pigment.ts';
import { oncePerPicture } from '../once-per-picture.ts';
import { shrinkImage } from '../shrink-image.ts';
import { findSkin } from '../skin/find-skin.ts';
import { smoothMap } from '../smooth-map.ts';

/** What signs are graded on: the lesion, the skin beside it, and the picture taken apart by colour and scale. */
export interface SignGround {
  readonly image: PixelImage;
  /** Redness freed of what pigment and shade explain. */
  readonly indices: SkinIndices;
  readonly lesion: Lesion;
  /** Lightness of fine detail (flakes, hairs, grain) against its surroundings, as a share of the local lightness. */
  readonly fine: Float32Array;
}

/** Radius beyond which detail is no longer fine (flakes, hairs), as a share of the shorter side. Our own convention. */
export const fineShare = 0.008;

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
export const readSignGround = oncePerPicture((image): SignGround => {
  const { lesion, slope } = findInflamed(image);
  const measured = measureIndices(image);
  const indices = { ...measured, erythema: freeOfPigment(measured, slope) };
  const radiusPx = Math.max(1, fineShare * Math.min(image.widthPx, image.heightPx));
  const fine = contrast(indices.lightness, smoothMap(indices.lightness, image, radiusPx));
  return { image, indices, lesion, fine };
});
