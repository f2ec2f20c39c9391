// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from './sum-up-trials.ts';

/** What an experiment must reach; whatever falls below has become worse. */
export interface Floor {
  /** Least rank correlation over all tones, and within each of them. */
  readonly correlation: number;
  readonly withinTone: number;
  /** Most that the mean of one tone may differ from that of all, at the same amount; in the figure's own unit. */
  readonly toneGap: number;
  /** Most that measured and true values may differ on average; in the figure's own unit. */
  readonly error?: number;
}

/** What every measured method should reach; the report says which do not. Our own convention */
export const aim = {
  correlation: 0.9,
  withinTone: 0.8,
  /** Of signs and presences, 0-1. */
  toneGap: 0.15,
  /** Error and gap of counts and percents, as shares of their mean true value. */
  errorShare: 0.25,
} as const;

/** What an outcome falls short of, by name; empty where it reaches the aim. */
export function findShortfalls(outcome: Outcome, hasError: boolean): string[] {
  const mostGap = hasError ? aim.errorShare * outcome.meanTruth : aim.toneGap;
  const least = Math.min(...Object.values(outcome.correlationByTone));
  const checks: readonly (readonly [name: string, isShort: boolean])[] = [
    ['rank correlation', outcome.correlation < aim.correlation],
    ['rank correlation within a tone', least < aim.withinTone],
    ['tones alike', outcome.toneGap > mostGap],
    ['error', hasError && outcome.error > aim.errorShare * outcome.meanTruth],
  ];
  return checks.flatMap(([name, isShort]) => (isShort ? [name] : []));
}

/**
 * Measured on these phantoms and left some room; a floor below the aim marks a weakness that is known and not yet mended.
 * Raise a floor when a method gets better; never lower one to make a test pass.
 */
export const floors: Readonly<Record<string, Floor>> = {};
