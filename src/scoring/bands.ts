// SPDX-License-Identifier: Apache-2.0
import { product } from './exact.ts';
import type { Band, Interval } from './scoring-system.ts';

/** An interval of scores, as mathematicians write it: `[7, 15)` holds 7 and does not hold 15. */
export interface Bounds {
  readonly from: number;
  readonly holdsFrom: boolean;
  /** Infinity where there is no upper end. */
  readonly to: number;
  readonly holdsTo: boolean;
}

/** @throws Error when the text is no interval, or holds nothing */
export function readInterval(interval: Interval): Bounds {
  const parts = /^([[(])(-?[\d.]+), (-?[\d.]+|∞)([\])])$/.exec(interval);
  if (!parts) throw new Error(`Expected an interval like [7, 15), got ${interval}`);
  const [, open, from, to, close] = parts;
  const bounds = {
    from: Number(from),
    holdsFrom: open === '[',
    to: to === '∞' ? Number.POSITIVE_INFINITY : Number(to),
    holdsTo: close === ']',
  };
  const isEmpty = bounds.from > bounds.to || (bounds.from === bounds.to && interval !== `[${from}, ${to}]`);
  if (isEmpty) throw new Error(`Expected an interval that holds something, got ${interval}`);
  return bounds;
}

export function holds(interval: Interval, value: number): boolean {
  const { from, holdsFrom, to, holdsTo } = readInterval(interval);
  const isAbove = holdsFrom ? value >= from : value > from;
  return isAbove && (holdsTo ? value <= to : value < to);
}

/** The band a score falls into. Scores are compared as they are, never rounded first. */
export function findBand(bands: readonly Band[], value: number): Band | undefined {
  return bands.find(({ range }) => holds(range, value));
}

/** Bands of a whole body for a part of it: every cut-off times the part's weight. */
export function scaleBands(bands: readonly Band[], weight: number): readonly Band[] {
  return bands.map((band) => ({ ...band, range: scaleInterval(band.range, weight) }));
}

function scaleInterval(interval: Interval, weight: number): Interval {
  const { from, holdsFrom, to, holdsTo } = readInterval(interval);
  const end = to === Number.POSITIVE_INFINITY ? '∞' : product(to, weight);
  return `${holdsFrom ? '[' : '('}${product(from, weight)}, ${end}${holdsTo ? ']' : ')'}`;
}
