// SPDX-License-Identifier: Apache-2.0
import type { Blob } from './find-blobs.ts';
import { averageOver, compareRings, inside } from './measure-spot.ts';
import { measureSurround } from './measure-surround.ts';
import type { Ground } from './read-ground.ts';

/** What makes a spot an island in the skin rather than part of an eye, a lip, a crease or a contour. */
export interface Island {
  /** Share of the directions in which less red skin lies, 0-1. */
  readonly leastShare: number;
  /** The surroundings' darkness may vary by this much, in optical density. */
  readonly mostUnevenness: number;
  /** And by this many times the spot's contrast. */
  readonly mostUnevennessPerContrast: number;
  /**
   * How much darker than its surroundings it may be for each density by which it is redder. Moles are brown, not red:
   * they darken red light by far more of what they add to redness than blood does.
   */
  readonly darkerPerRedder: { readonly from: number; readonly to: number };
}

/**
 * Shadows hide redness and make noise: no darker than this beyond the skin's usual darkness.
 * @source this and the next measured on the train pictures of ACNE04
 */
const mostShadow = 0.4;

/** So much of the place and its surroundings must be skin. Measured likewise. */
const leastSkinShare = 0.9;

/** The surroundings looked at for skin: radii and pixels. Measured likewise. */
const reachRadii = 2;
const reachPx = 8;

function isOnSkin({ skin }: Ground, { x, y, radiusPx }: Blob): boolean {
  const reach = Math.round(reachRadii * radiusPx) + reachPx;
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
  return onSkin >= leastSkinShare * seen;
}

/** Whether a blob of redness is a red spot on evenly lit skin. */
export function standsOut(ground: Ground, blob: Blob, island: Island): boolean {
  const { redness, darkness, skin, usualDarkness } = ground;
  if (!isOnSkin(ground, blob)) return false;
  const place = { spot: blob, ring: inside };
  const redder = compareRings(redness, skin, place);
  const darker = compareRings(darkness, skin, place);
  const { from, to } = island.darkerPerRedder;
  if (redder <= 0 || darker > to * redder || darker < from * redder) return false;
  const level = averageOver(redness, skin, place) ?? 0;
  const surround = measureSurround(ground, blob, { level, contrast: redder });
  return (
    surround.islandShare >= island.leastShare &&
    surround.unevenness <=
      Math.min(island.mostUnevenness, island.mostUnevennessPerContrast * blob.contrast) &&
    surround.darkness - usualDarkness <= mostShadow
  );
}
