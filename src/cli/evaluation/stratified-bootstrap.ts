// SPDX-License-Identifier: Apache-2.0
import type { Estimate } from './wilson-interval.ts';

/** Same seed, same intervals. */
export interface BootstrapOptions {
  readonly resamples: number;
  readonly seed: number;
}

/** 2,000 resamples put the ends of a 95 % interval on 50 draws each. Seed: our own choice, fixed so that runs agree. */
export const defaultBootstrap: BootstrapOptions = { resamples: 2_000, seed: 20_261_121 };

/** A quantity computed from how often each picture was drawn; NaN when a resample cannot tell. */
export type Statistic = (counts: Uint16Array) => number;

/**
 * Each statistic on the sample itself, with its 95 % percentile interval over resamples drawn with replacement inside
 * each stratum (class), so that class sizes stay as they are. Pictures are taken as independent of each other.
 * @param strata the class number of every picture
 * @source Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 13
 */
export function bootstrapEstimates(
  strata: readonly number[],
  statistics: readonly Statistic[],
  options: BootstrapOptions = defaultBootstrap,
): readonly Estimate[] {
  const draw = createStratifiedDraw(strata, options.seed);
  const values = statistics.map(() => new Float64Array(options.resamples));
  const counts = new Uint16Array(strata.length);
  for (let resample = 0; resample < options.resamples; resample++) {
    draw(counts);
    statistics.forEach((statistic, index) => {
      const row = values[index];
      if (row) row[resample] = statistic(counts);
    });
  }
  const once = new Uint16Array(strata.length).fill(1);
  return statistics.map((statistic, index) => toEstimate(strata.length, statistic(once), values[index]));
}

/** The value with the 95 % percentile interval of its resamples; NaN are left out. */
export function toEstimate(n: number, value: number, resampled: Float64Array | undefined): Estimate {
  if (!Number.isFinite(value)) return { n, value: null, low: null, high: null };
  const sorted = (resampled ?? new Float64Array()).filter(Number.isFinite).sort();
  return { n, value, low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

function quantile(sorted: Float64Array, share: number): number | null {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}

function createStratifiedDraw(strata: readonly number[], seed: number): (counts: Uint16Array) => void {
  const random = createRandom(seed);
  const members = Map.groupBy(strata.keys(), (picture) => strata[picture] ?? 0);
  return (counts) => {
    counts.fill(0);
    for (const pictures of members.values()) {
      for (let drawn = 0; drawn < pictures.length; drawn++) {
        const picture = pictures[Math.floor(random() * pictures.length)] ?? 0;
        counts[picture] = (counts[picture] ?? 0) + 1;
      }
    }
  };
}

/** Uniform numbers in [0, 1). @source mulberry32, Tommy Ettinger 2017, public domain */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
