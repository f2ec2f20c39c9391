// SPDX-License-Identifier: Apache-2.0
import type { Mask } from '../eye.ts';
import type { ScalarMap } from './scale-space.ts';

/** A round place in the picture. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radiusPx: number;
}

/** Radii of a ring, in radii of the spot. */
export interface Ring {
  readonly from: number;
  readonly to: number;
}

/** The spot without its rim. Our own convention. */
export const inside: Ring = { from: 0, to: 0.8 };
/** Its middle. Our own convention. */
export const middle: Ring = { from: 0, to: 0.4 };
/** Its outer half, without the rim. Our own convention. */
export const outerHalf: Ring = { from: 0.55, to: 0.9 };
/** What surrounds it. Our own convention. */
export const around: Ring = { from: 1.4, to: 2.1 };

/** More rows than this of a large spot tell nothing new about a mean; keeps the time bounded. Our own convention. */
const mostRows = 48;

/** Mean of a map over a ring around the spot's centre, as far as it is skin; null where none of it is. */
export function averageOver(
  map: ScalarMap,
  skin: Mask,
  { spot, ring }: { spot: Spot; ring: Ring },
): number | null {
  const { values, widthPx, heightPx } = map;
  const outer = Math.max(1, ring.to * spot.radiusPx);
  const inner2 = (ring.from * spot.radiusPx) ** 2;
  const step = Math.max(1, Math.floor((2 * outer) / mostRows));
  let sum = 0;
  let count = 0;
  for (let dy = -Math.floor(outer); dy <= outer; dy += step) {
    const y = spot.y + dy;
    if (y < 0 || y >= heightPx) continue;
    for (let dx = -Math.floor(outer); dx <= outer; dx += step) {
      const x = spot.x + dx;
      const distance2 = dx * dx + dy * dy;
      if (x < 0 || x >= widthPx || distance2 > outer * outer || distance2 < inner2) continue;
      const at = y * widthPx + x;
      if (!skin.values[at]) continue;
      sum += values[at] as number;
      count++;
    }
  }
  return count > 0 ? sum / count : null;
}

/** How much more a map shows in one ring than in another; 0 where one of them cannot be seen. */
export function compareRings(
  map: ScalarMap,
  skin: Mask,
  { spot, ring, other = around }: { spot: Spot; ring: Ring; other?: Ring },
): number {
  const here = averageOver(map, skin, { spot, ring });
  const there = averageOver(map, skin, { spot, ring: other });
  return here === null || there === null ? 0 : here - there;
}
