// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from '../choose-working-size.ts';

/** One row or column of a map: where it begins, how far its neighbours lie, how many there are. */
interface Line {
  readonly start: number;
  readonly step: number;
  readonly length: number;
}

/** Means over `2 * radius + 1` neighbours; the ends of the line are repeated beyond it. */
function smoothLine(
  from: Float32Array,
  to: Float32Array,
  { start, step, length }: Line,
  radius: number,
): void {
  const first = from[start] as number;
  const last = from[start + (length - 1) * step] as number;
  const width = 2 * radius + 1;
  const valueAt = (place: number): number => {
    if (place < 0) return first;
    return place >= length ? last : (from[start + place * step] as number);
  };
  let sum = 0;
  for (let place = -radius; place <= radius; place++) sum += valueAt(place);
  for (let place = 0; place < length; place++) {
    to[start + place * step] = sum / width;
    sum += valueAt(place + radius + 1) - valueAt(place - radius);
  }
}

/** How often the box is passed: three boxes are a Gaussian to within three per cent. @source Wells 1986 */
const passes = 3;

/**
 * The map with everything finer than about `radiusPx` evened out, a Gaussian of nearly that standard deviation; the cost does
 * not grow with the radius.
 */
export function smoothMap(map: Float32Array, size: PictureSize, radiusPx: number): Float32Array {
  const { widthPx, heightPx } = size;
  const radius = Math.max(0, Math.round(radiusPx));
  const current = Float32Array.from(map);
  if (radius === 0 || current.length === 0) return current;
  const other = new Float32Array(current.length);
  for (let pass = 0; pass < passes; pass++) {
    for (let y = 0; y < heightPx; y++) {
      smoothLine(current, other, { start: y * widthPx, step: 1, length: widthPx }, radius);
    }
    for (let x = 0; x < widthPx; x++) {
      smoothLine(other, current, { start: x, step: widthPx, length: heightPx }, radius);
    }
  }
  return current;
}
