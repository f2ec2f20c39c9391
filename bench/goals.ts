// SPDX-License-Identifier: Apache-2.0
import type { BodyRound } from './measure-body.ts';
import type { Round } from './run-round.ts';
import { type Spread, spreadOf } from './spread.ts';

/** One line of the table: a ratio that says how near the product is to what the machine can do. */
export interface Goal<R = Round> {
  readonly what: string;
  readonly bar: number;
  /** `most`: lower is better. */
  readonly limit: 'most' | 'least';
  readonly unit: string;
  of(round: R): number;
}

export type Verdict = 'pass' | 'near' | 'miss';

export interface Result {
  readonly goal: Omit<Goal, 'of'>;
  readonly spread: Spread;
  readonly verdict: Verdict;
}

/** Photographs in one request, as in a full-body series. */
export const MANY_IMAGES = 17;
export const CLIENTS = 4;

/** Every ratio is taken inside one round, so that a slow minute of the machine slows both of its sides. */
export const goals: readonly Goal[] = [
  {
    what: 'one 3 MB photograph / sum of its parts',
    bar: 1.15,
    limit: 'most',
    unit: '',
    of: ({ parts, device }) => device.oneMs / parts.partsMs,
  },
  {
    what: 'decode / bare decoder at 1/8 scale',
    bar: 1.35,
    limit: 'most',
    unit: '',
    of: ({ parts }) => parts.decodeMs / parts.bareDecodeMs,
  },
  {
    what: 'all but decode and inference / whole',
    bar: 0.15,
    limit: 'most',
    unit: '',
    of: ({ parts }) => (parts.totalMs - parts.decodeMs - parts.inferenceMs) / parts.totalMs,
  },
  {
    what: `images/s at ${CLIENTS} clients / ceiling`,
    bar: 0.7,
    limit: 'least',
    unit: '',
    of: ({ parts, device, workers }) => device.imagesPerS / ((workers * 1000) / parts.partsMs),
  },
  {
    what: `${MANY_IMAGES} photographs at once / their parts`,
    bar: 1.35,
    limit: 'most',
    unit: '',
    of: ({ parts, device, workers }) => device.manyMs / ((MANY_IMAGES * parts.partsMs) / workers),
  },
  {
    what: 'longest small GET meanwhile, ms',
    bar: 25,
    limit: 'most',
    unit: 'ms',
    of: ({ device }) => device.longestGetMs,
  },
  {
    what: 'inference with / without heat maps',
    bar: 1.03,
    limit: 'most',
    unit: '',
    of: ({ parts }) => parts.netWithMapsMs / parts.netWithoutMapsMs,
  },
  {
    what: 'memory of server and workers (PSS), MB',
    bar: 700,
    limit: 'most',
    unit: 'MB',
    of: ({ device }) => device.memoryMb,
  },
  {
    what: 'body to bytes, JSON.parse route / ours',
    bar: 3,
    limit: 'least',
    unit: '',
    of: ({ parts }) => parts.parseBodyMs / parts.scanBodyMs,
  },
];

/** Of the whole-body request, which is measured in rounds of its own. */
export const bodyGoals: readonly Goal<BodyRound>[] = [
  {
    what: `${MANY_IMAGES} sites of a body at once / their parts`,
    bar: 1.35,
    limit: 'most',
    unit: '',
    of: ({ parts, manyMs, workers }) => manyMs / ((MANY_IMAGES * parts.partsMs) / workers),
  },
  {
    what: 'longest small GET during these, ms',
    bar: 25,
    limit: 'most',
    unit: 'ms',
    of: ({ longestGetMs }) => longestGetMs,
  },
];

/** Within a tenth of the bar counts as near: about what a busy machine adds. */
const NEAR = 0.1;

export function judge<R>(goal: Goal<R>, rounds: readonly R[]): Result {
  const spread = spreadOf(rounds.map((round) => goal.of(round)));
  const excess = goal.limit === 'most' ? spread.median / goal.bar - 1 : 1 - spread.median / goal.bar;
  const missed = excess <= NEAR ? 'near' : 'miss';
  return { goal, spread, verdict: excess <= 0 ? 'pass' : missed };
}
