// SPDX-License-Identifier: Apache-2.0
import type { CountPair } from './count-figures.ts';

/** The middle of the ranks that equal values share, each value there as often as `counts` says. */
function rank(values: readonly number[], counts: Uint16Array): Float64Array {
  const order = [...values.keys()].sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0));
  const ranks = new Float64Array(values.length);
  let before = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    let tied = 0;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) {
      tied += counts[order[to] ?? 0] ?? 0;
      to++;
    }
    for (let at = from; at < to; at++) ranks[order[at] ?? 0] = before + (tied + 1) / 2;
    before += tied;
    from = to;
  }
  return ranks;
}

/**
 * Spearman's rank correlation of what was said with what is true; NaN where one of them never varies.
 * @param counts how often each pair was drawn
 * @source Spearman 1904, Am J Psychol 15:72-101
 */
export function rankCorrelation(pairs: readonly CountPair[], counts: Uint16Array): number {
  const said = rank(
    pairs.map((pair) => pair.said),
    counts,
  );
  const truth = rank(
    pairs.map((pair) => pair.truth),
    counts,
  );
  const n = counts.reduce((sum, count) => sum + count, 0);
  const middle = (n + 1) / 2;
  let [together, ofSaid, ofTruth] = [0, 0, 0];
  for (const [at, count] of counts.entries()) {
    const a = (said[at] ?? 0) - middle;
    const b = (truth[at] ?? 0) - middle;
    together += count * a * b;
    ofSaid += count * a * a;
    ofTruth += count * b * b;
  }
  return ofSaid === 0 || ofTruth === 0 ? Number.NaN : together / Math.sqrt(ofSaid * ofTruth);
}
