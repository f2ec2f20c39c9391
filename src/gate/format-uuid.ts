// SPDX-License-Identifier: Apache-2.0

/** Groups of 8, 4, 4, 4 and 12 hex digits. @source RFC 9562, 4 */
const groups = [
  [0, 8],
  [8, 12],
  [12, 16],
  [16, 20],
  [20, 32],
] as const;

/** The text of a UUID of 16 bytes, in lower case. */
export function formatUuid(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return groups.map(([from, to]) => hex.slice(from, to)).join('-');
}
