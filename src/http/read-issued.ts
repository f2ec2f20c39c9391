// SPDX-License-Identifier: Apache-2.0

/** A date, or a date and time with or without an offset; without one it is UTC, as our answers print it. */
const issuedForm = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** Milliseconds since the epoch; undefined where the text is no ISO 8601 date. */
export function readIssued(text: string): number | undefined {
  if (!issuedForm.test(text)) return undefined;
  const hasTime = text.includes('T');
  const hasOffset = /(Z|[+-]\d\d:\d\d)$/.test(text);
  const atMs = Date.parse(hasTime && !hasOffset ? `${text}Z` : text);
  // A day that its month does not have rolls over into the next.
  const isRolled =
    !Number.isNaN(atMs) && !hasOffset && new Date(atMs).getUTCDate() !== Number(text.slice(8, 10));
  return Number.isNaN(atMs) || isRolled ? undefined : atMs;
}
