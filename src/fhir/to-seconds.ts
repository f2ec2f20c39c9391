// SPDX-License-Identifier: Apache-2.0

/** Five decimals, as the reference prints its durations. */
const scale = 1e5;

/** A duration as it goes over the wire; never 0, which existing clients take for missing. */
export function toSeconds(durationS: number): number {
  return Math.max(1, Math.round(durationS * scale)) / scale;
}
