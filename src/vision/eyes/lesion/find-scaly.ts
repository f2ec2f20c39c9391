// SPDX-License-Identifier: Apache-2.0
import type { SkinIndices } from '../colour/skin-indices.ts';
import type { Mask } from '../eye.ts';
import { fillMask } from '../fill-mask.ts';
import { smoothMap } from '../smooth-map.ts';
import type { Excess } from './find-excess.ts';

/** Camera grain is evened out over so many pixels first. Our own convention. */
const grainPx = 1;

/** A pixel is red from here on, as optical density. Chosen on our phantoms. */
const leastRedder = 0.04;

/**
 * So much of the close surroundings must be red, within so many radii: pale places without are gloss or lost pigment. Our own
 * convention.
 */
const leastRedShare = 0.1;
const reach = 1.5;

/** Scale is not darker than the lighter half of the skin by more than this, as optical density: shade is. Our own convention. */
const mostDarker = 0.12;

/** Scale is lighter than pigmented skin: beyond so much, as optical density, this share of it counts. Chosen on our phantoms. */
const lighter = { from: 0.15, share: 0.5 };

/** Every so many pixels are enough to know a distribution. */
const sampleStep = 9;

function findUsualPigment(melanin: Float32Array, skin: Mask): number {
  const samples: number[] = [];
  for (let at = 0; at < melanin.length; at += sampleStep) {
    if (skin.values[at]) samples.push(melanin[at] as number);
  }
  return Float32Array.from(samples).sort()[samples.length >> 1] ?? 0;
}

/** How far a pale pixel is from the own skin, by its redness and by how much lighter it is. */
function ratePale(paler: number, lighterBy: number): number {
  if (lighterBy < -mostDarker) return 0;
  return paler + lighter.share * Math.max(0, lighterBy - lighter.from);
}

/**
 * Red skin under scale or flakes, which hide the redness: red and pale pixels in turn. Their mean may be that of healthy skin,
 * the mean of how far each is from it is not.
 * @returns 1 where scaly
 */
export function findScaly(
  { erythema, melanin }: SkinIndices,
  { ground, threshold }: Pick<Excess, 'ground' | 'threshold'>,
  at: { skin: Mask; radiusPx: number },
): Uint8Array {
  const { skin, radiusPx } = at;
  const usual = findUsualPigment(melanin, skin);
  const excess = smoothMap(erythema, skin, grainPx);
  const red = new Float32Array(excess.length);
  for (let place = 0; place < excess.length; place++) {
    const value = (excess[place] as number) - (ground[place] as number);
    red[place] = value > leastRedder ? 1 : 0;
    excess[place] = value > 0 ? value : ratePale(-value, usual - (melanin[place] as number));
  }
  const difference = smoothMap(excess, skin, radiusPx);
  const reds = smoothMap(red, skin, reach * radiusPx);
  return fillMask(difference, (value, place) =>
    value > threshold && (reds[place] as number) > leastRedShare && skin.values[place] ? 1 : 0,
  );
}
