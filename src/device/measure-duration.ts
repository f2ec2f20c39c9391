// SPDX-License-Identifier: Apache-2.0

/** The clock's own grain: an answer takes longer than nothing, and promises a duration above zero. */
const shortestS = 1e-6;

/** Seconds since a moment of the clock that never steps back. */
export function measureDurationS(startedMs: number, clock: { monotonicMs(): number }): number {
  return Math.max(shortestS, (clock.monotonicMs() - startedMs) / 1000);
}
