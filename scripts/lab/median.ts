// SPDX-License-Identifier: Apache-2.0

/** The middle one, rounded; the upper of two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN);
}
