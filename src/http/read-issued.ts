// SPDX-License-Identifier: Apache-2.0

/** A date, or a date and time with or without an offset; without one it is UTC, as our answers print it. */
const issuedForm = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** Milliseconds since the epoch; undefined where the text is no ISO 8601 date. */
export function readIssued(text: string): number | undefined {
  const [date = '', time] = text.split('T');
  if (!issuedForm.test(text) || !isDay(date)) return undefined;
  const hasOffset = time === undefined || /(Z|[+-]\d\d:\d\d)$/.test(time);
  const atMs = Date.parse(hasOffset ? text : `${text}Z`);
  return Number.isNaN(atMs) ? undefined : atMs;
}

/** The 30th of February would be read as the 2nd of March. */
function isDay(date: string): boolean {
  const atMs = Date.parse(date);
  return !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(date);
}
