// SPDX-License-Identifier: Apache-2.0
import type { GrownSpot } from './grow-spots.ts';
import { averageOver, inside } from './measure-spot.ts';
import type { Ground } from './read-ground.ts';

/** Looked at in so many directions, at these distances in radii of the spot. Our own convention. */
const directions = 32;
const distances = [1.35, 1.7, 2.1] as const;

/** The skin's own redness around a spot, and the lower end of it: neighbouring spots only fill the upper ranks. Our own convention. */
const ownRank = 0.35;
const lowRank = 0.05;

/** Redness of the skin around a spot, in rising order. */
function takeAround({ calmRedness, skin }: Ground, { centreX, centreY, areaPx }: GrownSpot): Float32Array {
  const radiusPx = Math.sqrt(areaPx / Math.PI);
  const levels = new Float32Array(directions * distances.length);
  let count = 0;
  for (let direction = 0; direction < directions; direction++) {
    const angle = (2 * Math.PI * direction) / directions;
    for (const distance of distances) {
      const x = Math.round(centreX + distance * radiusPx * Math.cos(angle));
      const y = Math.round(centreY + distance * radiusPx * Math.sin(angle));
      if (x < 0 || y < 0 || x >= skin.widthPx || y >= skin.heightPx) continue;
      const at = y * skin.widthPx + x;
      if (skin.values[at]) levels[count++] = calmRedness.values[at] as number;
    }
  }
  return levels.subarray(0, count).sort();
}

/**
 * How restless the skin around a spot is, as a share of what the spot is redder than it: near 0 where a lesion stands on
 * even skin, near 1 where it is one mottle among many.
 */
export function measureUnrest(ground: Ground, spot: GrownSpot): number {
  const levels = takeAround(ground, spot);
  const at = (rank: number): number => levels[Math.floor(rank * (levels.length - 1))] ?? 0;
  const place = { x: Math.round(spot.centreX), y: Math.round(spot.centreY) };
  const disc = { ...place, radiusPx: Math.sqrt(spot.areaPx / Math.PI) };
  const level = averageOver(ground.calmRedness, ground.skin, { spot: disc, ring: inside }) ?? 0;
  // A red ring around a yellow middle is as red as its blob, not as its disc.
  return (at(ownRank) - at(lowRank)) / Math.max(spot.blob.contrast, level - at(ownRank));
}
