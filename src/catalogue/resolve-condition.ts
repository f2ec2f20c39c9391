// SPDX-License-Identifier: Apache-2.0
import type { Catalogue, Condition } from './catalogue.ts';
import { createFindByCode } from './find-by-code.ts';
import { findNearest } from './find-nearest.ts';
import { foldSpelling } from './fold-spelling.ts';

/** The condition a text names, or the texts of the conditions it may have meant, nearest first. */
export type Resolution =
  | { readonly condition: Condition }
  | { readonly condition: undefined; readonly suggestions: readonly string[] };

/**
 * Reads what somebody calls a condition: slug, text, name in any language, synonym, exact ICD-11 title or ICD-11 code;
 * capitals, accents and punctuation do not matter. An unknown or ambiguous text is refused, never guessed.
 */
export type ResolveCondition = (text: string) => Resolution;

/** As many as fit in an error message. */
const maxSuggestions = 5;

export function createResolveCondition(catalogue: Catalogue): ResolveCondition {
  const spellings = indexSpellings(catalogue);
  const findByCode = createFindByCode(catalogue);
  return (text) => {
    const wanted = foldSpelling(text);
    const condition = spellings.get(wanted);
    if (condition !== undefined) return { condition };
    const [first, ...others] = findByCode(text);
    if (first === undefined) return { condition: undefined, suggestions: suggest(wanted, spellings) };
    if (others.length === 0) return { condition: first };
    const suggestions = [first, ...others].map((each) => each.text).slice(0, maxSuggestions);
    return { condition: undefined, suggestions };
  };
}

/** Folded spelling -> condition. An exact ICD-11 title stands back where another entry bears it as its name. */
export function indexSpellings(catalogue: Catalogue): ReadonlyMap<string, Condition> {
  const spellings = new Map<string, Condition>();
  for (const condition of catalogue.conditions) {
    for (const name of listNames(condition)) spellings.set(foldSpelling(name), condition);
  }
  for (const condition of catalogue.conditions) {
    const { match, title } = condition.icd11 ?? {};
    const names = match === 'exact' || match === 'unspecified' ? foldSpelling(title ?? '') : undefined;
    if (names !== undefined && !spellings.has(names)) spellings.set(names, condition);
  }
  return spellings;
}

/** Every name of our own; of "Escabiosis (sarna)" also what stands before the bracket. */
export function listNames({ slug, text, names, synonyms }: Condition): readonly string[] {
  const own = [slug, text, ...Object.values(names), ...synonyms];
  return own.flatMap((name) => {
    const bare = name.replaceAll(/\s*\([^)]*\)/g, '').trim();
    return bare === name || bare === '' ? [name] : [name, bare];
  });
}

function suggest(wanted: string, spellings: ReadonlyMap<string, Condition>): readonly string[] {
  // Several spellings may belong to one condition, so more are looked for than are shown.
  const near = findNearest(wanted, spellings.keys(), maxSuggestions * maxSuggestions);
  const texts = near.flatMap((spelling) => spellings.get(spelling)?.text ?? []);
  return [...new Set(texts)].slice(0, maxSuggestions);
}
