// SPDX-License-Identifier: Apache-2.0
import type { Mask } from '../eye.ts';
import type { Blob } from './find-blobs.ts';
import { around, averageOver, inside } from './measure-spot.ts';
import type { ScalarMap } from './scale-space.ts';

/** A spot with its own outline. Boxes are in pixels, the far sides one past the last pixel. */
export interface GrownSpot {
  /** What it grew from; the strongest, where several met. */
  readonly blob: Blob;
  readonly areaPx: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly centreX: number;
  readonly centreY: number;
  /** Length over width, at least 1. */
  readonly elongation: number;
  /** Share of the ellipse with the same moments that the spot fills, 0-1: low for branched and broken shapes. */
  readonly roundness: number;
}

/** How far spots grow. */
export interface Growth {
  /** In radii of the blob. */
  readonly reach: number;
  /** Whether spots that meet are one. */
  readonly merges: boolean;
}

/** Sums of one growing spot. */
interface Sums {
  readonly blob: Blob;
  count: number;
  x: number;
  y: number;
  xx: number;
  yy: number;
  xy: number;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Where spots have grown so far. */
interface Ground {
  readonly map: ScalarMap;
  readonly skin: Mask;
  /** Number of the spot at each pixel, from 1 on; 0 where there is none. */
  readonly owners: Uint16Array;
  readonly queue: Int32Array;
}

function startSums(blob: Blob): Sums {
  const none = { count: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
  return { blob, ...none, x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity };
}

function addPixel(sums: Sums, x: number, y: number): void {
  sums.count++;
  sums.x += x;
  sums.y += y;
  sums.xx += x * x;
  sums.yy += y * y;
  sums.xy += x * y;
  if (x < sums.x1) sums.x1 = x;
  if (x > sums.x2) sums.x2 = x;
  if (y < sums.y1) sums.y1 = y;
  if (y > sums.y2) sums.y2 = y;
}

function joinSums(stronger: Sums, weaker: Sums): void {
  for (const key of ['count', 'x', 'y', 'xx', 'yy', 'xy'] as const) stronger[key] += weaker[key];
  for (const key of ['x1', 'y1'] as const) stronger[key] = Math.min(stronger[key], weaker[key]);
  for (const key of ['x2', 'y2'] as const) stronger[key] = Math.max(stronger[key], weaker[key]);
  weaker.count = 0;
}

/** Length and width from the moments: an ellipse of half axis a varies by a^2 / 4 along it. */
function describe(sums: Sums): GrownSpot {
  const { count, blob, x1, y1 } = sums;
  const [centreX, centreY] = [sums.x / count, sums.y / count];
  // A pixel is a square of side 1, which itself varies by 1/12 in both directions.
  const xx = sums.xx / count - centreX ** 2 + 1 / 12;
  const yy = sums.yy / count - centreY ** 2 + 1 / 12;
  const xy = sums.xy / count - centreX * centreY;
  const split = Math.hypot((xx - yy) / 2, xy);
  const long = (xx + yy) / 2 + split;
  const short = Math.max(1 / 12, (xx + yy) / 2 - split);
  const elongation = Math.sqrt(long / short);
  const roundness = Math.min(1, count / (4 * Math.PI * Math.sqrt(long * short)));
  const box = { x1, y1, x2: sums.x2 + 1, y2: sums.y2 + 1 };
  return { blob, areaPx: count, ...box, centreX, centreY, elongation, roundness };
}

/** Half-way between the spot and what surrounds it. */
function findThreshold({ map, skin }: Ground, blob: Blob): number {
  const level = averageOver(map, skin, { spot: blob, ring: inside });
  const outside = averageOver(map, skin, { spot: blob, ring: around });
  if (level === null) return Number.POSITIVE_INFINITY;
  return outside === null ? level - blob.contrast / 2 : (level + outside) / 2;
}

/** So near to the centre spots begin, in radii. Our own convention. */
const plantedRadii = 0.7;

/** Pixels near the centre that are above the threshold already belong to the spot, also where the middle is pale. */
function plant(
  ground: Ground,
  sums: Sums,
  { number, threshold }: { number: number; threshold: number },
): number {
  const { map, skin, owners, queue } = ground;
  const { x: centreX, y: centreY, radiusPx } = sums.blob;
  const reach = Math.max(1, Math.round(radiusPx * plantedRadii));
  let end = 0;
  for (let y = Math.max(0, centreY - reach); y <= Math.min(map.heightPx - 1, centreY + reach); y++) {
    for (let x = Math.max(0, centreX - reach); x <= Math.min(map.widthPx - 1, centreX + reach); x++) {
      const at = y * map.widthPx + x;
      if (owners[at] || !skin.values[at] || (map.values[at] as number) < threshold) continue;
      owners[at] = number;
      queue[end++] = at;
      addPixel(sums, x, y);
    }
  }
  return end;
}

interface Flood {
  readonly number: number;
  readonly threshold: number;
  readonly reachPx: number;
}

/** Grows one spot and returns the numbers of the spots it met. */
function flood(ground: Ground, sums: Sums, { number, threshold, reachPx }: Flood): Set<number> {
  const { map, skin, owners, queue } = ground;
  const { widthPx, heightPx, values } = map;
  const met = new Set<number>();
  let end = plant(ground, sums, { number, threshold });
  for (let start = 0; start < end; start++) {
    const from = queue[start] as number;
    const fromX = from % widthPx;
    const fromY = (from - fromX) / widthPx;
    for (let side = 0; side < 4; side++) {
      const x = fromX + (side === 0 ? 1 : side === 1 ? -1 : 0);
      const y = fromY + (side === 2 ? 1 : side === 3 ? -1 : 0);
      if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) continue;
      const at = y * widthPx + x;
      const owner = owners[at] as number;
      if (owner === number || !skin.values[at] || (values[at] as number) < threshold) continue;
      if (owner) met.add(owner);
      else if ((x - sums.blob.x) ** 2 + (y - sums.blob.y) ** 2 <= reachPx ** 2) {
        owners[at] = number;
        queue[end++] = at;
        addPixel(sums, x, y);
      }
    }
  }
  return met;
}

/**
 * Grows each blob outwards from its centre, strongest first, to half of its contrast.
 * @param map the map the blobs were found in, blurred a little
 */
export function growSpots(
  map: ScalarMap,
  skin: Mask,
  { blobs, growth }: { blobs: readonly Blob[]; growth: Growth },
): GrownSpot[] {
  const size = map.values.length;
  const ground = { map, skin, owners: new Uint16Array(size), queue: new Int32Array(size) };
  const spots: Sums[] = [];
  /** The spot each spot has become part of: itself, until it meets a stronger one. */
  const heads: Sums[] = [];
  for (const blob of blobs) {
    const sums = startSums(blob);
    const number = spots.push(sums);
    heads.push(sums);
    const reachPx = growth.reach * blob.radiusPx;
    const met = flood(ground, sums, { number, threshold: findThreshold(ground, blob), reachPx });
    if (growth.merges) joinMet(heads, number, met);
  }
  return spots.filter((sums) => sums.count > 0).map(describe);
}

/** Makes the spot and all it met one, under the strongest. */
function joinMet(heads: Sums[], number: number, met: ReadonlySet<number>): void {
  for (const other of met) {
    const mine = heads[number - 1] as Sums;
    const theirs = heads[other - 1] as Sums;
    if (mine === theirs) continue;
    const [stronger, weaker] = mine.blob.contrast > theirs.blob.contrast ? [mine, theirs] : [theirs, mine];
    joinSums(stronger, weaker);
    for (let at = 0; at < heads.length; at++) if (heads[at] === weaker) heads[at] = stronger;
  }
}
