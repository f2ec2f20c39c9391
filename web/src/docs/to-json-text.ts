// SPDX-License-Identifier: Apache-2.0

// Base64 of a photograph says nothing to a reader and is longer than the page.
const longestText = 400;

/** An example as indented JSON, with very long texts cut in the middle of the screen but not in what it means. */
export function toJsonText(value: unknown): string {
  if (typeof value === 'string') return shorten(value);
  return JSON.stringify(
    value,
    (_key, inner: unknown) => (typeof inner === 'string' ? shorten(inner) : inner),
    2,
  );
}

function shorten(text: string): string {
  if (text.length <= longestText) return text;
  return `${text.slice(0, 40)}… (${text.length} characters)`;
}
