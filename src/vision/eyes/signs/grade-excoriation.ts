// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import { labelRegions, type Region } from '../label-regions.ts';
import type { SignGround } from './sign-ground.ts';
import { toSign } from './sign-reading.ts';

/** A scratch is darker than its surroundings by this share of their lightness. Measured on our phantoms. */
const leastContrast = 0.1;

/** A scratch is redder than the own skin: hairs and creases are not; as optical density. Our own convention. */
const leastRedder = 0.06;

/** Shorter marks are no scratches, as a share of the shorter side; and so much longer than wide. Our own convention. */
const leastLength = 0.06;
const leastSlenderness = 4;

/** Length of all scratches at the top of the scale, in shorter sides. Our own convention. */
const strongest = 3;

/** The length of a thin mark: its area by its width, where a box across both is the longest it can be. */
function lengthOf({ x1, x2, y1, y2 }: Region): number {
  return Math.hypot(x2 - x1, y2 - y1);
}

function isScratch(region: Region, sidePx: number): boolean {
  const length = lengthOf(region);
  return length >= leastLength * sidePx && length ** 2 >= leastSlenderness * region.areaPx;
}

/** Thin, long, dark red marks on or beside the lesion. */
export function gradeExcoriation(ground: SignGround): Reading {
  const { lesion, fine, middle, image, sidePx } = ground;
  const marked = lesion.inside.map((value, at) => {
    const isSkin = value > 0 || (lesion.around[at] as number) > 0;
    const isDark = (fine[at] as number) + (middle[at] as number) < -leastContrast;
    return isSkin && isDark && (lesion.excess[at] as number) > leastRedder ? 1 : 0;
  });
  const { regions } = labelRegions(marked, image);
  const scratches = regions.filter((region) => isScratch(region, sidePx));
  const total = scratches.reduce((sum, region) => sum + lengthOf(region), 0);
  return toSign(ground, total / sidePx / strongest, 'texture');
}
