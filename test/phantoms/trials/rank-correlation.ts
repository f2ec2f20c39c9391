// SPDX-License-Identifier: Apache-2.0

/** Ranks from 1; equal values share the mean of theirs. */
export function rank(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Spearman's rank correlation, -1 to 1; 0 where either side never varies. */
export function correlateRanks(left: readonly number[], right: readonly number[]): number {
  const [a, b] = [rank(left), rank(right)];
  const [meanA, meanB] = [mean(a), mean(b)];
  let [together, spreadA, spreadB] = [0, 0, 0];
  for (const [at, value] of a.entries()) {
    const [offA, offB] = [value - meanA, (b[at] ?? 0) - meanB];
    together += offA * offB;
    spreadA += offA * offA;
    spreadB += offB * offB;
  }
  return spreadA === 0 || spreadB === 0 ? 0 : together / Math.sqrt(spreadA * spreadB);
}
