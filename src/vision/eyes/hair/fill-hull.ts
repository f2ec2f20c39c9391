// SPDX-License-Identifier: Apache-2.0

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Everything inside the convex hull of the marked pixels, as 0 and 1. Empty gives empty. */
export function fillHull(marked: Uint8Array, size: Size): Uint8Array {
  const { widthPx, heightPx } = size;
  const { lefts, rights } = findEnds(marked, size);
  const filled = new Uint8Array(widthPx * heightPx);
  const left = bulge(lefts, 1);
  const right = bulge(rights, -1);
  for (let y = 0; y < heightPx; y++) {
    const from = left[y] as number;
    const to = right[y] as number;
    if (Number.isNaN(from) || Number.isNaN(to)) continue;
    filled.fill(1, y * widthPx + Math.ceil(from), y * widthPx + Math.floor(to) + 1);
  }
  return filled;
}

/** Outermost marked pixels of each row; NaN where the row has none. */
function findEnds(marked: Uint8Array, { widthPx, heightPx }: Size) {
  const lefts = new Float64Array(heightPx).fill(Number.NaN);
  const rights = new Float64Array(heightPx).fill(Number.NaN);
  for (let y = 0; y < heightPx; y++) {
    const row = marked.subarray(y * widthPx, (y + 1) * widthPx);
    const first = row.findIndex((value) => value > 0);
    if (first < 0) continue;
    lefts[y] = first;
    rights[y] = row.findLastIndex((value) => value > 0);
  }
  return { lefts, rights };
}

/**
 * One side of the hull, row by row: Andrew's monotone chain over the ends of the rows, then straight lines.
 * `side` is 1 for the left side and -1 for the right.
 */
function bulge(ends: Float64Array, side: 1 | -1): Float64Array {
  const chain: number[] = [];
  for (let y = 0; y < ends.length; y++) {
    if (Number.isNaN(ends[y])) continue;
    while (chain.length > 1 && isInside(ends, [chain.at(-2) ?? 0, chain.at(-1) ?? 0, y], side)) chain.pop();
    chain.push(y);
  }
  return drawChain(ends, chain);
}

/** Whether the middle one of three ends lies inside the line between the outer two, or on it. */
function isInside(
  ends: Float64Array,
  [above, middle, below]: readonly [number, number, number],
  side: 1 | -1,
): boolean {
  const start = ends[above] as number;
  const onLine = start + (((ends[below] as number) - start) * (middle - above)) / (below - above);
  return side * ((ends[middle] as number) - onLine) >= 0;
}

function drawChain(ends: Float64Array, chain: readonly number[]): Float64Array {
  const drawn = new Float64Array(ends.length).fill(Number.NaN);
  for (const [at, y] of chain.entries()) {
    const next = chain[at + 1] ?? y;
    const from = ends[y] as number;
    const slope = next === y ? 0 : ((ends[next] as number) - from) / (next - y);
    for (let row = y; row <= next; row++) drawn[row] = from + slope * (row - y);
  }
  return drawn;
}
