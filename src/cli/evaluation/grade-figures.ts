// SPDX-License-Identifier: Apache-2.0
import type { CountPair } from './count-figures.ts';
import { groupedEstimates } from './grouped-bootstrap.ts';
import type { Figures } from './task-evaluation.ts';

/** `table[truth][said]`: how often each grade was said for each that is true. */
function tabulate(pairs: readonly CountPair[], counts: Uint16Array): number[][] {
  const grades = 1 + Math.max(0, ...pairs.flatMap(({ said, truth }) => [said, truth]));
  const table = Array.from({ length: grades }, () => new Array<number>(grades).fill(0));
  for (const [at, { said, truth }] of pairs.entries()) {
    const row = table[truth];
    if (row) row[said] = (row[said] ?? 0) + (counts[at] ?? 0);
  }
  return table;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function accuracyOf(table: readonly (readonly number[])[]): number {
  return sum(table.map((row, grade) => row[grade] ?? 0)) / sum(table.map(sum));
}

/** Mean over the grades that are there of the share that was said right. */
function balancedAccuracyOf(table: readonly (readonly number[])[]): number {
  const shares = table.flatMap((row, grade) => (sum(row) > 0 ? [(row[grade] ?? 0) / sum(row)] : []));
  return sum(shares) / shares.length;
}

/**
 * Agreement beyond chance, a miss weighed by the square of its distance; NaN where all is one grade.
 * @source Cohen 1968, Psychol Bull 70:213-220
 */
function quadraticKappaOf(table: readonly (readonly number[])[]): number {
  const n = sum(table.map(sum));
  const said = table.map((_, grade) => sum(table.map((row) => row[grade] ?? 0)));
  let [observed, expected] = [0, 0];
  for (const [truth, row] of table.entries()) {
    for (const [grade, count] of row.entries()) {
      const weight = (truth - grade) ** 2;
      observed += weight * count;
      expected += (weight * sum(row) * (said[grade] ?? 0)) / n;
    }
  }
  return expected === 0 ? Number.NaN : 1 - observed / expected;
}

/** Balanced accuracy, accuracy and quadratic kappa of whole grades from 0 on; intervals by groups. */
export function gradeFigures(pairs: readonly CountPair[], groups: readonly string[]): Figures {
  const measures = {
    balancedAccuracy: balancedAccuracyOf,
    accuracy: accuracyOf,
    quadraticKappa: quadraticKappaOf,
  };
  const statistics = Object.values(measures).map(
    (measure) => (counts: Uint16Array) => measure(tabulate(pairs, counts)),
  );
  const estimates = groupedEstimates(groups, statistics);
  return Object.fromEntries(
    Object.keys(measures).flatMap((name, at) => {
      const estimate = estimates[at];
      return estimate ? [[name, estimate] as const] : [];
    }),
  );
}
