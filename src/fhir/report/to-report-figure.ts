// SPDX-License-Identifier: Apache-2.0
import { toPercent } from '../to-percent.ts';
import { toSeconds } from '../to-seconds.ts';

/** Two decimals. @source the percentages of the reference's printed reports */
const percentScale = 100;

/** Three decimals. @source the durations of the reference's printed reports */
const secondsScale = 1000;

/** A probability 0-1 as a report prints it: percent with at most two decimals. */
export function toReportPercent(probability: number): number {
  return roundPercent(toPercent(probability));
}

export function toNullableReportPercent(probability: number | null): number | null {
  return probability === null ? null : toReportPercent(probability);
}

/** A figure that is a percentage already, to two decimals. */
export function roundPercent(percent: number): number {
  // The sum turns a negative zero into a plain one.
  return Math.round(percent * percentScale) / percentScale + 0;
}

/** A duration in seconds, to the millisecond and never 0. */
export function toReportSeconds(durationS: number): number {
  return Math.max(1, Math.round(toSeconds(durationS) * secondsScale)) / secondsScale;
}
