// SPDX-License-Identifier: Apache-2.0

/**
 * A time as people compare it, to the minute, in UTC.
 * @example timeWords(0) // '1970-01-01 00:00 UTC'
 */
export function timeWords(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
