// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../pixel-image.ts';
import { measureIndices } from '../colour/skin-indices.ts';
import type { Mask } from '../eye.ts';
import { findSkin } from '../skin/find-skin.ts';
import { fillOutside } from './fill-outside.ts';
import { measureYellowness } from './measure-yellowness.ts';
import type { ScalarMap } from './scale-space.ts';

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
  /** Shorter side of the picture in pixels, the measure of sizes: photographs have no ruler. */
  readonly sidePx: number;
}

function measureShare(skin: Mask): number {
  let count = 0;
  for (const value of skin.values) if (value) count++;
  return count / Math.max(1, skin.values.length);
}

export function readGround(image: PixelImage): Ground {
  const { widthPx, heightPx } = image;
  const indices = measureIndices(image);
  const skin = findSkin(image, indices);
  const toMap = (values: Float32Array): ScalarMap => ({ values, widthPx, heightPx });
  return {
    skin,
    skinShare: measureShare(skin),
    redness: fillOutside(toMap(indices.erythema), skin),
    darkness: toMap(indices.melanin),
    yellowness: toMap(measureYellowness(image)),
    sidePx: Math.min(widthPx, heightPx),
  };
}
