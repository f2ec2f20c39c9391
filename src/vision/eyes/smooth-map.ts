// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from '../../quality/choose-working-size.ts';

/** How often the box is passed: three boxes are a Gaussian to within three per cent. @source Wells 1986 */
const passes = 3;

/** Means over `2 * radius + 1` neighbours along a row; its ends are repeated beyond it. */
function smoothRows(from: Float32Array, to: Float32Array, { widthPx, radius }: Box): void {
  const scale = 1 / (2 * radius + 1);
  for (let start = 0; start < from.length; start += widthPx) {
    const end = start + widthPx - 1;
    let sum = radius * (from[start] as number);
    for (let at = start; at <= start + radius; at++) sum += from[Math.min(at, end)] as number;
    // The inner part has all its neighbours and need not ask for the ends.
    const inner = Math.min(end, start + radius);
    const outer = Math.max(inner, end - radius);
    let at = start;
    for (; at < inner; at++) {
      to[at] = sum * scale;
      sum += (from[Math.min(at + radius + 1, end)] as number) - (from[start] as number);
    }
    for (; at < outer; at++) {
      to[at] = sum * scale;
      sum += (from[at + radius + 1] as number) - (from[at - radius] as number);
    }
    for (; at <= end; at++) {
      to[at] = sum * scale;
      sum += (from[end] as number) - (from[Math.max(at - radius, start)] as number);
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
  for (let y = -radius; y <= radius; y++) addRow(sums, from, clampRow(y, last) * widthPx);
  for (let y = 0, at = 0; y <= last; y++) {
    let after = clampRow(y + radius + 1, last) * widthPx;
    let before = clampRow(y - radius, last) * widthPx;
    for (let x = 0; x < widthPx; x++) {
      const sum = sums[x] as number;
      to[at++] = sum * scale;
      sums[x] = sum + (from[after++] as number) - (from[before++] as number);
    }
  }
}

const clampRow = (y: number, last: number): number => Math.min(last, Math.max(0, y));

function addRow(sums: Float64Array, from: Float32Array, start: number): void {
  for (let x = 0; x < sums.length; x++) sums[x] = (sums[x] as number) + (from[start + x] as number);
}

/**
 * The map with everything finer than about `radiusPx` evened out, a Gaussian of nearly that standard deviation; the cost does
 * not grow with the radius.
 */
export function smoothMap(map: Float32Array, { widthPx }: PictureSize, radiusPx: number): Float32Array {
  const radius = Math.max(0, Math.round(radiusPx));
  const smooth = map.slice();
  if (radius === 0 || smooth.length === 0) return smooth;
  const other = new Float32Array(smooth.length);
  for (let pass = 0; pass < passes; pass++) {
    smoothRows(smooth, other, { widthPx, radius });
    smoothColumns(other, smooth, { widthPx, radius });
  }
  return smooth;
}
