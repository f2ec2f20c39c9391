// SPDX-License-Identifier: Apache-2.0

/** A measured quantity with its 95 % interval; null where nothing was there to measure. */
export interface Estimate {
  /** How many pictures the quantity rests on. */
  readonly n: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** 97.5 % point of the standard normal distribution. @source Abramowitz & Stegun 1964, table 26.1 */
const Z95 = 1.959964;

/**
 * Share of successes with its 95 % Wilson score interval, all 0-1.
 * @source Wilson 1927, J Am Stat Assoc 22:209-212, doi 10.1080/01621459.1927.10502953
 * @example wilsonInterval(8, 10) // { n: 10, value: 0.8, low: 0.490..., high: 0.943... }
 */
export function wilsonInterval(successes: number, n: number): Estimate {
  if (n === 0) return { n, value: null, low: null, high: null };
  const share = successes / n;
  const scale = 1 + Z95 ** 2 / n;
  const centre = (share + Z95 ** 2 / (2 * n)) / scale;
  const half = (Z95 / scale) * Math.sqrt((share * (1 - share)) / n + Z95 ** 2 / (4 * n ** 2));
  return { n, value: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
