// SPDX-License-Identifier: Apache-2.0

// Base64 of a photograph, or the 577 entries of a differential, say nothing more to a reader and are longer than the page.
const longestText = 400;
const longestList = 6;
const shownOfLongList = 3;

/** A whole example in the notation of its content type, to be copied. */
export function toExampleText(value: unknown, contentType: string): string {
  if (typeof value === 'string') return value;
  if (isForm(contentType)) return new URLSearchParams(value as Record<string, string>).toString();
  return JSON.stringify(value, null, 2);
}

/** The same, to be read: a form as it is, JSON cut short. */
export function toShownText(value: unknown, contentType: string): string {
  return isForm(contentType) ? toExampleText(value, contentType) : toJsonText(value);
}

/** An example as indented JSON, with long texts and long lists cut short and saying by how much. */
function toJsonText(value: unknown): string {
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

function isForm(contentType: string): boolean {
  return contentType.includes('form-urlencoded');
}
