// SPDX-License-Identifier: Apache-2.0

/** ISO 8601 to the second, with offset, as the reference's reports print it; always UTC: `2026-11-21T12:38:10+00:00`. */
export function toReportInstant(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19)}+00:00`;
}
