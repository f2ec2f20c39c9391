// SPDX-License-Identifier: Apache-2.0

/**
 * Whether a text can be a key at all. Postgres knows no NUL in text and no half of a surrogate pair, so nothing is ever
 * found under such a key, and asking would be an error.
 */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
