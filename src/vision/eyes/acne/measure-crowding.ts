// SPDX-License-Identifier: Apache-2.0
import type { FoundBox } from '../eye.ts';

/** How far round a lesion its neighbours are counted. @source our own convention, as `aladin` words it */
const reachInDiameters = 2;

interface Lesion {
  readonly x: number;
  readonly y: number;
  readonly diameter: number;
}

/** A box as a round lesion: its middle and the mean of its sides. */
function toLesion({ x1, y1, x2, y2 }: FoundBox): Lesion {
  return { x: (x1 + x2) / 2, y: (y1 + y2) / 2, diameter: (x2 - x1 + (y2 - y1)) / 2 };
}

function countNeighbours(lesion: Lesion, lesions: readonly Lesion[]): number {
  const reach = reachInDiameters * lesion.diameter;
  return lesions.filter(
    (other) => other !== lesion && Math.hypot(other.x - lesion.x, other.y - lesion.y) <= reach,
  ).length;
}

/**
 * How close lesions lie together: the mean number of other lesions whose middle lies within two diameters of a lesion's
 * own middle. 0 for scattered ones; free of the photograph's scale.
 */
export function measureCrowding(boxes: readonly FoundBox[]): number {
  if (boxes.length === 0) return 0;
  const lesions = boxes.map(toLesion);
  return lesions.reduce((sum, lesion) => sum + countNeighbours(lesion, lesions), 0) / lesions.length;
}
