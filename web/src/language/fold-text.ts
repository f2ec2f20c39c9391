// SPDX-License-Identifier: Apache-2.0

/** Small letters without accents, to compare what is typed with what is written. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

/** Whether a text contains every word typed, whatever case or accents; true when nothing is typed. */
export function hasEveryWord(text: string, query: string): boolean {
  const folded = foldText(text);
  return foldText(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
