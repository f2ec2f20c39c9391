// SPDX-License-Identifier: Apache-2.0

// Base64 of a photograph, or the 577 entries of a differential, say nothing more to a reader and are longer than the page.
const longestText = 400;
const longestList = 6;
const shownOfLongList = 3;

/** An example as indented JSON, with long texts and long lists cut short and saying by how much. */
export function toJsonText(value: unknown): string {
  if (typeof value === 'string') return shortenText(value);
  return JSON.stringify(value, (_key, inner: unknown) => shorten(inner), 2);
}

function shorten(value: unknown): unknown {
  if (typeof value === 'string') return shortenText(value);
  return Array.isArray(value) ? shortenList(value) : value;
}

function shortenText(text: string): string {
  if (text.length <= longestText) return text;
  return `${text.slice(0, 40)}… (${text.length} characters)`;
}

function shortenList(list: readonly unknown[]): readonly unknown[] {
  if (list.length <= longestList) return list;
  return [...list.slice(0, shownOfLongList), `… ${list.length - shownOfLongList} more`];
}
