// SPDX-License-Identifier: Apache-2.0

/**
 * What two spellings of one name have in common: small letters and digits, no accents or punctuation, and British,
 * American, Latin and German vowels as one ("Nævus", "naevus", "nevus" and "Nävus" are `nevus`).
 * @example foldSpelling("Lichen planus, pilaris") // 'lichenplanuspilaris'
 */
export function foldSpelling(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[äæ]/g, 'ae')
    .replaceAll(/[öœ]/g, 'oe')
    .replaceAll('ü', 'ue')
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/[ao]e/g, 'e')
    .replaceAll('ue', 'u')
    .replaceAll('our', 'or')
    .replaceAll(/is(ed|ing|ation)/g, 'iz$1');
}
