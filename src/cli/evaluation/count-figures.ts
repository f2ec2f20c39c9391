// SPDX-License-Identifier: Apache-2.0
import { groupedEstimates, meanOf } from './grouped-bootstrap.ts';
import { rankCorrelation } from './rank-correlation.ts';
import type { Figures } from './task-evaluation.ts';

/** How many there were and how many the device said. */
export interface CountPair {
  readonly said: number;
  readonly truth: number;
}

const errorOf = ({ said, truth }: CountPair) => Math.abs(said - truth);

/** Where there is nothing, one too many counts as an error of the whole: a share of nothing does not exist. */
const relativeErrorOf = (pair: CountPair) => errorOf(pair) / Math.max(1, pair.truth);

/** Mean absolute and relative error, share of all that was there, and order; intervals by groups. */
export function countFigures(pairs: readonly CountPair[], groups: readonly string[]): Figures {
  const errors = meanOf(pairs.map(errorOf));
  const truths = meanOf(pairs.map(({ truth }) => truth));
  const statistics = {
    meanAbsoluteError: errors,
    meanRelativeError: meanOf(pairs.map(relativeErrorOf)),
    errorShareOfAll: (counts: Uint16Array) => errors(counts) / truths(counts),
    bias: meanOf(pairs.map(({ said, truth }) => said - truth)),
    spearman: (counts: Uint16Array) => rankCorrelation(pairs, counts),
  };
  const estimates = groupedEstimates(groups, Object.values(statistics));
  return Object.fromEntries(
    Object.keys(statistics).flatMap((name, at) => {
      const estimate = estimates[at];
      return estimate ? [[name, estimate] as const] : [];
    }),
  );
}
