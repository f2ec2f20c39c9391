// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';
import { measureIndices } from '../colour/skin-indices.ts';
import type { Mask } from '../eye.ts';
import { oncePerPicture } from '../once-per-picture.ts';
import { findSkin } from '../skin/find-skin.ts';
import { fillOutside } from './fill-outside.ts';
import { measureYellowness } from './measure-yellowness.ts';
import { blurBinomially, type ScalarMap } from './scale-space.ts';

/** What spots are looked for on: the skin and its colours, each in optical density. */
export interface Ground {
  readonly skin: Mask;
  /** 0-1: how much of the picture is skin. */
  readonly skinShare: number;
  /** More is redder; beyond the skin continued as the skin nearby. */
  readonly redness: ScalarMap;
  /** More is darker. */
  readonly darkness: ScalarMap;
  /** More is yellower: green light reflected against blue. */
  readonly yellowness: ScalarMap;
  /** Redness with its grain evened out, for looking at single places. */
  readonly calmRedness: ScalarMap;
  /** Darkness of the skin in the middle of its range. */
  readonly usualDarkness: number;
  /** Shorter side of the picture in pixels, the measure of sizes: photographs have no ruler. */
  readonly sidePx: number;
}

function measureShare(skin: Mask): number {
  let count = 0;
  for (const value of skin.values) if (value) count++;
  return count / Math.max(1, skin.values.length);
}

/** Variance in square pixels of the blur that evens out the camera's grain. Our own convention. */
const calmingBlur = 2;

/** Every so many pixels are enough to know a median. */
const sampleStep = 7;

function findMedian({ values }: ScalarMap, skin: Mask): number {
  const levels = new Float32Array(Math.ceil(values.length / sampleStep));
  let count = 0;
  for (let at = 0; at < values.length; at += sampleStep) {
    if (skin.values[at]) levels[count++] = values[at] as number;
  }
  return levels.subarray(0, count).sort()[count >> 1] ?? 0;
}

/** Reads skin and colours off a picture. */
export const readGround = oncePerPicture(readColours);

function readColours(image: PixelImage): Ground {
  const { widthPx, heightPx } = image;
  const indices = measureIndices(image);
  const skin = findSkin(image);
  const darkness = blurBinomially({ values: indices.melanin, widthPx, heightPx }, calmingBlur);
  const toMap = (values: Float32Array): ScalarMap => ({ values, widthPx, heightPx });
  const redness = fillOutside(toMap(indices.erythema), skin);
  return {
    skin,
    skinShare: measureShare(skin),
    redness,
    calmRedness: blurBinomially(redness, calmingBlur),
    darkness,
    usualDarkness: findMedian(darkness, skin),
    yellowness: toMap(measureYellowness(image)),
    sidePx: Math.min(widthPx, heightPx),
  };
}
