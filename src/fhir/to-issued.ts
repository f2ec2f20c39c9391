// SPDX-License-Identifier: Apache-2.0

/** UTC with microseconds and without offset: `2026-02-13T14:58:27.466000`. */
export function toIssued(issuedAtMs: number): string {
  return `${new Date(issuedAtMs).toISOString().slice(0, -1)}000`;
}
