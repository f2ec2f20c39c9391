// SPDX-License-Identifier: Apache-2.0

/** Two groups of values, as two bell curves, and the value that parts them. */
export interface TwoTones {
  readonly low: Tone;
  readonly high: Tone;
  /** From here on upwards a value rather belongs to the high group. */
  readonly boundary: number;
}

export interface Tone {
  readonly mean: number;
  readonly sd: number;
  /** 0-1, of all values. */
  readonly share: number;
}

interface Histogram {
  readonly counts: Float64Array;
  readonly from: number;
  readonly step: number;
  readonly total: number;
}

interface Split {
  readonly low: Tone;
  readonly high: Tone;
  readonly likelihood: number;
}

const binCount = 128;

/** Rounds of improvement: enough for the maps of the tests. Our own convention */
const rounds = 30;

/** Percentiles at which the two groups are first looked for: a small pale patch, halves, a small dark remnant. Our own convention */
const starts: readonly (readonly [number, number])[] = [
  [0.005, 0.6],
  [0.1, 0.9],
  [0.4, 0.995],
];

/** No group is narrower than this many bins, so that a spike cannot become a group. Our own convention */
const narrowestBins = 2;

/**
 * Parts values into two groups of unequal size: expectation maximisation of a mixture of two normal distributions
 * on a histogram. Null where there are no values or only one.
 * @source Dempster, Laird and Rubin 1977, J R Stat Soc B 39:1-38
 */
export function separateTones(values: Float32Array): TwoTones | null {
  const histogram = countBins(values);
  if (histogram === null) return null;
  const splits = starts.map((start) => settle(histogram, start));
  const best = splits.reduce((a, b) => (b.likelihood > a.likelihood ? b : a));
  return { low: best.low, high: best.high, boundary: findBoundary(best, histogram) };
}

function countBins(values: Float32Array): Histogram | null {
  let from = Infinity;
  let to = -Infinity;
  for (const value of values) {
    if (value < from) from = value;
    if (value > to) to = value;
  }
  if (!(to > from)) return null;
  const counts = new Float64Array(binCount);
  const step = (to - from) / binCount;
  for (const value of values) {
    const bin = Math.min(binCount - 1, Math.floor((value - from) / step));
    counts[bin] = (counts[bin] as number) + 1;
  }
  return { counts, from, step, total: values.length };
}

function settle(histogram: Histogram, [lowAt, highAt]: readonly [number, number]): Split {
  const lowMean = percentile(histogram, lowAt);
  const highMean = percentile(histogram, highAt);
  const sd = Math.max((highMean - lowMean) / 4, narrowestBins * histogram.step);
  let split: Split = {
    low: { mean: lowMean, sd, share: 0.5 },
    high: { mean: highMean, sd, share: 0.5 },
    likelihood: 0,
  };
  for (let round = 0; round < rounds; round++) split = improve(split, histogram);
  const { low, high, likelihood } = split;
  return low.mean <= high.mean ? split : { low: high, high: low, likelihood };
}

function percentile({ counts, from, step, total }: Histogram, share: number): number {
  let seen = 0;
  for (let bin = 0; bin < binCount; bin++) {
    seen += counts[bin] as number;
    if (seen >= share * total) return from + (bin + 0.5) * step;
  }
  return from + binCount * step;
}

/** One round: how far each bin belongs to either group, then the groups anew. */
function improve({ low, high }: Split, { counts, from, step, total }: Histogram): Split {
  const sums = [0, 0, 0];
  const highSums = [0, 0, 0];
  let likelihood = 0;
  for (let bin = 0; bin < binCount; bin++) {
    const count = counts[bin] as number;
    if (count === 0) continue;
    const value = from + (bin + 0.5) * step;
    const a = density(low, value);
    const b = density(high, value);
    const inLow = (count * a) / (a + b);
    likelihood += count * Math.log(a + b);
    addTo(sums, inLow, value);
    addTo(highSums, count - inLow, value);
  }
  const narrowest = narrowestBins * step;
  return { low: toneOf(sums, total, narrowest), high: toneOf(highSums, total, narrowest), likelihood };
}

function addTo(sums: number[], weight: number, value: number): void {
  sums[0] = (sums[0] ?? 0) + weight;
  sums[1] = (sums[1] ?? 0) + weight * value;
  sums[2] = (sums[2] ?? 0) + weight * value * value;
}

function toneOf(
  [weight = 0, sum = 0, squares = 0]: readonly number[],
  total: number,
  narrowest: number,
): Tone {
  const mean = sum / Math.max(weight, Number.MIN_VALUE);
  const variance = squares / Math.max(weight, Number.MIN_VALUE) - mean * mean;
  return { mean, sd: Math.sqrt(Math.max(variance, narrowest * narrowest)), share: weight / total };
}

/** Keeps a share of a bin defined where both bell curves vanish. */
const tiniest = 1e-300;

function density({ mean, sd, share }: Tone, value: number): number {
  const away = (value - mean) / sd;
  return (share / sd) * Math.exp(-0.5 * away * away) + tiniest;
}

/** The first value between the two means that is rather of the high group. */
function findBoundary({ low, high }: Split, { step }: Histogram): number {
  const bottom = Math.min(low.mean, high.mean);
  const top = Math.max(low.mean, high.mean);
  for (let value = bottom; value < top; value += step) {
    if (density(high, value) > density(low, value)) return value;
  }
  return top;
}
