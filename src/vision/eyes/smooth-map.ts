// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from '../choose-working-size.ts';

/** How often the box is passed: three boxes are a Gaussian to within three per cent. @source Wells 1986 */
const passes = 3;

/** Means over `2 * radius + 1` neighbours along a row; its ends are repeated beyond it. */
function smoothRows(from: Float32Array, to: Float32Array, { widthPx, radius }: Box): void {
  const scale = 1 / (2 * radius + 1);
  for (let start = 0; start < from.length; start += widthPx) {
    const end = start + widthPx - 1;
    let sum = radius * (from[start] as number);
    for (let at = start; at <= start + radius; at++) sum += from[Math.min(at, end)] as number;
    for (let at = start; at <= end; at++) {
      to[at] = sum * scale;
      sum +=
        (from[Math.min(at + radius + 1, end)] as number) - (from[Math.max(at - radius, start)] as number);
    }
  }
}

interface Box {
  readonly widthPx: number;
  readonly radius: number;
}

/** Likewise down the columns, all of them at once: rows lie together in memory. */
function smoothColumns(from: Float32Array, to: Float32Array, { widthPx, radius }: Box): void {
  const last = from.length / widthPx - 1;
  const scale = 1 / (2 * radius + 1);
  const sums = new Float64Array(widthPx);
  for (let y = -radius; y <= radius; y++) addRow(sums, from, { start: clampRow(y, last) * widthPx, sign: 1 });
  for (let y = 0; y <= last; y++) {
    const row = y * widthPx;
    for (let x = 0; x < widthPx; x++) to[row + x] = (sums[x] as number) * scale;
    addRow(sums, from, { start: clampRow(y + radius + 1, last) * widthPx, sign: 1 });
    addRow(sums, from, { start: clampRow(y - radius, last) * widthPx, sign: -1 });
  }
}

const clampRow = (y: number, last: number): number => Math.min(last, Math.max(0, y));

function addRow(sums: Float64Array, from: Float32Array, row: { start: number; sign: 1 | -1 }): void {
  const { start, sign } = row;
  for (let x = 0; x < sums.length; x++) {
    sums[x] = (sums[x] as number) + sign * (from[start + x] as number);
  }
}

/**
 * The map with everything finer than about `radiusPx` evened out, a Gaussian of nearly that standard deviation; the cost does
 * not grow with the radius.
 */
export function smoothMap(map: Float32Array, { widthPx }: PictureSize, radiusPx: number): Float32Array {
  const radius = Math.max(0, Math.round(radiusPx));
  const smooth = Float32Array.from(map);
  if (radius === 0 || smooth.length === 0) return smooth;
  const other = new Float32Array(smooth.length);
  for (let pass = 0; pass < passes; pass++) {
    smoothRows(smooth, other, { widthPx, radius });
    smoothColumns(other, smooth, { widthPx, radius });
  }
  return smooth;
}
