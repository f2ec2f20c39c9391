// SPDX-License-Identifier: Apache-2.0
import type { Entry } from './answer.ts';

/** The entries whose name, ICD-11 title or code contains every word typed, whatever case or accents; order is kept. */
export function findEntries(entries: readonly Entry[], query: string): readonly Entry[] {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return entries;
  return entries.filter((entry) => {
    const text = fold(`${entry.name} ${entry.icd11?.title ?? ''} ${entry.icd11?.code ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}
