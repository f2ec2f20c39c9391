// SPDX-License-Identifier: Apache-2.0
import { type Blob, findBlobs } from './find-blobs.ts';
import { type GrownSpot, type Growth, growSpots } from './grow-spots.ts';
import { compareRings, inside } from './measure-spot.ts';
import type { Ground } from './read-ground.ts';
import { blurBinomially } from './scale-space.ts';

/** Sizes are in shares of the picture's shorter side. */
export interface RedSpotSearch {
  readonly leastRadius: number;
  readonly largestRadius: number;
  /** Optical density of redness. */
  readonly leastContrast: number;
  readonly leastSignificance: number;
  readonly growth: Growth;
}

/** A spot redder than the skin around it. */
export interface RedSpot extends GrownSpot {
  /** By how much, in optical density of redness: measured against the skin around it. */
  readonly redder: number;
}

/** With less skin than this in the picture nothing is looked for. Our own convention. */
const leastSkinShare = 0.03;

/**
 * Moles are brown, not red: melanin darkens red light by far more of what it adds to the erythema index than blood
 * does. In the bands of a camera that is about 1.9 times as much for melanin and 0.2 times for blood; half-way is 1.
 * @source absorption of melanin and haemoglobin as tabulated by Jacques 2013, Optical properties of biological
 * tissues; the two ratios computed for our phantoms' bands
 */
const mostDarkerPerRedder = 1;

/** A little blur evens out the noise before outlines are drawn: variance in square pixels. Our own convention. */
const outlineBlur = 2;

/** At least this share of the disc must be skin, so that nostrils and rims are no lesions. Our own convention. */
const leastSkinInside = 0.6;

function isOnSkin({ skin }: Ground, { x, y, radiusPx }: Blob): boolean {
  const reach = Math.round(radiusPx * 1.5);
  const step = Math.max(1, reach >> 2);
  let seen = 0;
  let onSkin = 0;
  for (let dy = -reach; dy <= reach; dy += step) {
    for (let dx = -reach; dx <= reach; dx += step) {
      if (x + dx < 0 || y + dy < 0 || x + dx >= skin.widthPx || y + dy >= skin.heightPx) continue;
      seen++;
      if (skin.values[(y + dy) * skin.widthPx + x + dx]) onSkin++;
    }
  }
  return onSkin >= leastSkinInside * seen;
}

/** Spots redder than their surroundings, strongest first, each with its outline. */
export function findRedSpots(ground: Ground, search: RedSpotSearch): RedSpot[] {
  if (ground.skinShare < leastSkinShare) return [];
  const { redness, darkness, skin, sidePx } = ground;
  const { leastContrast, leastSignificance, growth } = search;
  const leastRadiusPx = Math.max(1.5, search.leastRadius * sidePx);
  const sizes = { leastRadiusPx, largestRadiusPx: search.largestRadius * sidePx };
  const blobs = findBlobs(redness, skin, { ...sizes, leastContrast, leastSignificance });
  const red = blobs.filter((blob) => {
    if (!isOnSkin(ground, blob)) return false;
    const redder = compareRings(redness, skin, { spot: blob, ring: inside });
    const darker = compareRings(darkness, skin, { spot: blob, ring: inside });
    return redder >= leastContrast / 2 && darker <= mostDarkerPerRedder * redder;
  });
  const spots = growSpots(blurBinomially(redness, outlineBlur), skin, { blobs: red, growth });
  return spots.map((spot) => ({
    ...spot,
    redder: compareRings(redness, skin, { spot: spot.blob, ring: inside }),
  }));
}
