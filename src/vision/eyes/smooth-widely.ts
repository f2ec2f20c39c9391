// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from '../../quality/choose-working-size.ts';
import { smoothMap } from './smooth-map.ts';

/** Side in pixels of the squares whose means stand for them, and the least radius for which they may. Our own convention. */
const squarePx = 4;
const leastRadiusPx = 3 * squarePx;

function shrink(map: Float32Array, large: PictureSize, small: PictureSize): Float32Array {
  const means = new Float32Array(small.widthPx * small.heightPx);
  const share = 1 / squarePx ** 2;
  for (let y = 0; y < small.heightPx * squarePx; y++) {
    const row = Math.floor(y / squarePx) * small.widthPx;
    let from = y * large.widthPx;
    for (let to = row; to < row + small.widthPx; to++) {
      let sum = 0;
      for (let step = 0; step < squarePx; step++) sum += map[from++] as number;
      means[to] = (means[to] as number) + share * sum;
    }
  }
  return means;
}

/** Between which two squares a row or column of the large picture lies, and how near to the second. */
function place(at: number, count: number): { first: number; second: number; near: number } {
  const middle = Math.min(count - 1, Math.max(0, (at + 0.5) / squarePx - 0.5));
  const first = Math.floor(middle);
  return { first, second: Math.min(count - 1, first + 1), near: middle - first };
}

function enlarge(map: Float32Array, small: PictureSize, large: PictureSize): Float32Array {
  const columns = Array.from({ length: large.widthPx }, (_, x) => place(x, small.widthPx));
  const [first, second] = [columns.map((one) => one.first), columns.map((one) => one.second)];
  const nears = Float32Array.from(columns, ({ near }) => near);
  const row = new Float32Array(small.widthPx);
  const values = new Float32Array(large.widthPx * large.heightPx);
  for (let y = 0, at = 0; y < large.heightPx; y++) {
    const rows = place(y, small.heightPx);
    const [above, below] = [rows.first * small.widthPx, rows.second * small.widthPx];
    for (let x = 0; x < row.length; x++) {
      const value = map[above + x] as number;
      row[x] = value + rows.near * ((map[below + x] as number) - value);
    }
    for (let x = 0; x < large.widthPx; x++) {
      const left = row[first[x] as number] as number;
      values[at++] = left + (nears[x] as number) * ((row[second[x] as number] as number) - left);
    }
  }
  return values;
}

/** As `smoothMap`, on squares of the map where the radius is much larger than these: nearly the same, in a fraction of the time. */
export function smoothWidely(map: Float32Array, large: PictureSize, radiusPx: number): Float32Array {
  const widthPx = Math.floor(large.widthPx / squarePx);
  const heightPx = Math.floor(large.heightPx / squarePx);
  if (radiusPx < leastRadiusPx || widthPx === 0 || heightPx === 0) return smoothMap(map, large, radiusPx);
  const small = { widthPx, heightPx };
  // So many squares that boxes of them are as wide as boxes of pixels.
  const radius = (2 * radiusPx + 1 - squarePx) / (2 * squarePx);
  return enlarge(smoothMap(shrink(map, large, small), small, radius), small, large);
}
