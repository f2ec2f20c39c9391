// SPDX-License-Identifier: Apache-2.0
import type { Spot } from './measure-spot.ts';
import type { Ground } from './read-ground.ts';

/** What a spot looks like against its surroundings, direction by direction. */
export interface Surround {
  /** Share of the directions in which skin lies and is clearly less red than the spot: 1 for an island, 0.5 for an edge. */
  readonly islandShare: number;
  /** Standard deviation of the surroundings' darkness in optical density: high at contours, eyes, lips and hair. */
  readonly unevenness: number;
  /** Mean darkness of the surroundings. */
  readonly darkness: number;
}

/** Looked at in so many directions. */
const directions = 16;

/** At these distances, in radii of the spot. Our own convention. */
const distances = [1.6, 2.1] as const;

/** At least so many pixels away, so that tiny spots are not compared with themselves. Our own convention. */
const leastDistancePx = 4;

/** Clearly less red: by this share of the mean difference. Our own convention. */
const clearShare = 0.35;

/** Looks around a spot that is `level` red and stands out by `contrast`. */
export function measureSurround(
  ground: Ground,
  spot: Spot,
  { level, contrast }: { level: number; contrast: number },
): Surround {
  const { calmRedness, darkness, skin } = ground;
  let islands = 0;
  let seen = 0;
  let sum = 0;
  let squares = 0;
  for (let direction = 0; direction < directions; direction++) {
    const angle = (2 * Math.PI * direction) / directions;
    let isClear = true;
    for (const distance of distances) {
      const away = Math.max(leastDistancePx * (distance / distances[0]), distance * spot.radiusPx);
      const x = Math.round(spot.x + away * Math.cos(angle));
      const y = Math.round(spot.y + away * Math.sin(angle));
      if (x < 0 || y < 0 || x >= skin.widthPx || y >= skin.heightPx) continue;
      const at = y * skin.widthPx + x;
      const dark = darkness.values[at] as number;
      seen++;
      sum += dark;
      squares += dark * dark;
      if (!skin.values[at] || level - (calmRedness.values[at] as number) < clearShare * contrast)
        isClear = false;
    }
    if (isClear) islands++;
  }
  const mean = sum / Math.max(1, seen);
  const unevenness = Math.sqrt(Math.max(0, squares / Math.max(1, seen) - mean * mean));
  return { islandShare: islands / directions, unevenness, darkness: mean };
}
