// SPDX-License-Identifier: Apache-2.0

/** From this value on a mask counts as present: more probable than not. */
export const presentFrom = 128;

/** Pixels of a mask that count as present. */
export function countPresent(values: Uint8Array): number {
  let count = 0;
  for (const value of values) if (value >= presentFrom) count++;
  return count;
}
