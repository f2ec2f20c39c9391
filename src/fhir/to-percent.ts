// SPDX-License-Identifier: Apache-2.0

/** Eight decimals, as the reference prints its percentages. */
const scale = 1e8;

/** A probability 0-1 as the percentage that goes over the wire. */
export function toPercent(probability: number): number {
  return Math.round(probability * 100 * scale) / scale;
}

export function toNullablePercent(probability: number | null): number | null {
  return probability === null ? null : toPercent(probability);
}
