// SPDX-License-Identifier: Apache-2.0
import type { ToneName } from '../tones.ts';
import { correlateRanks, mean } from './rank-correlation.ts';
import type { Trial } from './run-experiment.ts';

/** What trials of one experiment say together. */
export interface Outcome {
  readonly n: number;
  /** Spearman, over all and within each tone. */
  readonly correlation: number;
  readonly correlationByTone: Readonly<Partial<Record<ToneName, number>>>;
  /** Mean of |measured - true|. */
  readonly error: number;
  readonly errorByTone: Readonly<Partial<Record<ToneName, number>>>;
  /** Mean of the true values, to judge the error by. */
  readonly meanTruth: number;
  /** Most that the mean measured value of one tone differs from that of all tones, at the same amount. */
  readonly toneGap: number;
}

const errorOf = (trials: readonly Trial[]): number =>
  mean(trials.map(({ measured, truth }) => Math.abs(measured - truth)));

const correlationOf = (trials: readonly Trial[]): number =>
  correlateRanks(
    trials.map(({ truth }) => truth),
    trials.map(({ measured }) => measured),
  );

const meanOf = (trials: readonly Trial[]): number => mean(trials.map(({ measured }) => measured));

function byTone(trials: readonly Trial[], measure: (trials: readonly Trial[]) => number) {
  const tones = [...new Set(trials.map(({ tone }) => tone))];
  const entries = tones.map((tone) => [tone, measure(trials.filter((trial) => trial.tone === tone))]);
  return Object.fromEntries(entries) as Partial<Record<ToneName, number>>;
}

function measureToneGap(trials: readonly Trial[]): number {
  const gaps = [...new Set(trials.map(({ amount }) => amount))].flatMap((amount) => {
    const same = trials.filter((trial) => trial.amount === amount);
    const all = meanOf(same);
    return Object.values(byTone(same, meanOf)).map((value) => Math.abs(value - all));
  });
  return Math.max(0, ...gaps);
}

/** @param trials of one experiment */
export function sumUpTrials(trials: readonly Trial[]): Outcome {
  return {
    n: trials.length,
    correlation: correlationOf(trials),
    correlationByTone: byTone(trials, correlationOf),
    error: errorOf(trials),
    errorByTone: byTone(trials, errorOf),
    meanTruth: mean(trials.map(({ truth }) => truth)),
    toneGap: measureToneGap(trials),
  };
}
