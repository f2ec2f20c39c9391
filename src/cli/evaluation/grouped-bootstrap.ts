// SPDX-License-Identifier: Apache-2.0
import {
  type BootstrapOptions,
  createRandom,
  defaultBootstrap,
  type Statistic,
  toEstimate,
} from './stratified-bootstrap.ts';
import type { Estimate } from './wilson-interval.ts';

/**
 * Each statistic on the sample itself, with its 95 % percentile interval over resamples in which whole groups (persons)
 * are drawn with replacement: pictures of one person are alike, and intervals that take them as independent are too narrow.
 * @param groups the group of every picture
 * @source Davison & Hinkley 1997, Bootstrap Methods and their Application, section 3.8 (resampling of clusters)
 */
export function groupedEstimates(
  groups: readonly string[],
  statistics: readonly Statistic[],
  options: BootstrapOptions = defaultBootstrap,
): readonly Estimate[] {
  const members = [...Map.groupBy(groups.keys(), (picture) => groups[picture] ?? '').values()];
  const random = createRandom(options.seed);
  const values = statistics.map(() => new Float64Array(options.resamples));
  const counts = new Uint16Array(groups.length);
  for (let resample = 0; resample < options.resamples; resample++) {
    drawGroups(members, random, counts);
    for (const [index, statistic] of statistics.entries()) {
      const row = values[index];
      if (row) row[resample] = statistic(counts);
    }
  }
  const once = new Uint16Array(groups.length).fill(1);
  return statistics.map((statistic, index) => toEstimate(groups.length, statistic(once), values[index]));
}

function drawGroups(members: readonly (readonly number[])[], random: () => number, counts: Uint16Array) {
  counts.fill(0);
  for (let drawn = 0; drawn < members.length; drawn++) {
    for (const picture of members[Math.floor(random() * members.length)] ?? []) {
      counts[picture] = (counts[picture] ?? 0) + 1;
    }
  }
}

/** Mean of a quantity over the pictures drawn; pictures for which it is not defined (NaN) are left out. */
export function meanOf(values: readonly number[]): Statistic {
  return (counts) => {
    let sum = 0;
    let weight = 0;
    for (const [picture, value] of values.entries()) {
      const count = Number.isNaN(value) ? 0 : (counts[picture] ?? 0);
      if (count === 0) continue;
      sum += count * value;
      weight += count;
    }
    return sum / weight;
  };
}
