// SPDX-License-Identifier: Apache-2.0
import type { Catalogue, Condition } from './catalogue.ts';
import { findNearest } from './find-nearest.ts';
import { foldSpelling } from './fold-spelling.ts';
import { icd11Codings } from './icd11-codings.ts';
import { isIcd11Code } from './icd11-relation.ts';
import { tierWeights } from './prior-shares.ts';
import { listNames } from './resolve-condition.ts';

/**
 * The conditions somebody may mean, as they type: first those called exactly so, then those whose name begins so, then
 * those with a word that begins so, then those that look like it; within each, the more common ones first. Any language
 * will do, with or without accents; the slug, synonyms, ICD-11 titles and codes are names too.
 */
export type SearchConditions = (text: string) => readonly Condition[];

/** How well a name fits; the nearest of those that look alike comes first, so these have places of their own. */
const ranks = { exact: 0, prefix: 1, word: 2, near: 3 } as const;

/** Shorter texts look like everything. */
const shortestNear = 4;
/** Spellings that look alike and are looked up; several may belong to one condition. */
const maxNear = 40;

export function createSearchConditions(catalogue: Catalogue): SearchConditions {
  const index = indexWords(catalogue);
  return (text) => {
    const wanted = foldSpelling(text);
    if (wanted === '') return text.trim() === '' ? catalogue.conditions : [];
    const found = new Map<Condition, number>();
    const note = (conditions: Iterable<Condition>, rank: number) => {
      for (const condition of conditions) if (!found.has(condition)) found.set(condition, rank);
    };
    note(index.names.get(wanted) ?? [], ranks.exact);
    note(startingWith(wanted, index.names), ranks.prefix);
    note(startingWith(wanted, index.words), ranks.word);
    note(withAllWords(text, index), ranks.word);
    // A code that looks like another is another condition.
    const near = isIcd11Code(text.trim()) ? [] : lookingLike(wanted, index);
    for (const [place, conditions] of near.entries()) note(conditions, ranks.near + place);
    return sortFound(found, catalogue);
  };
}

interface WordIndex {
  /** Folded name -> its conditions. */
  readonly names: ReadonlyMap<string, ReadonlySet<Condition>>;
  /** What a name says from its second word on, its third and so forth, folded. */
  readonly words: ReadonlyMap<string, ReadonlySet<Condition>>;
  /** Every spelling of both, once. */
  readonly spellings: readonly string[];
}

function indexWords({ conditions }: Catalogue): WordIndex {
  const names = new Map<string, Set<Condition>>();
  const words = new Map<string, Set<Condition>>();
  for (const condition of conditions) {
    for (const name of listSpokenNames(condition)) {
      add(names, foldSpelling(name), condition);
      for (const rest of listRests(name)) add(words, foldSpelling(rest), condition);
    }
  }
  return { names, words, spellings: [...new Set([...names.keys(), ...words.keys()])] };
}

function listSpokenNames(condition: Condition): readonly string[] {
  const codings = icd11Codings(condition).flatMap(({ code, title }) => [code, title]);
  return [...listNames(condition), ...codings];
}

/** "Basal cell carcinoma" -> "cell carcinoma", "carcinoma". */
function listRests(name: string): readonly string[] {
  const starts = [...name.matchAll(/(?<=[^\p{L}\p{N}])[\p{L}\p{N}]/gu)];
  return starts.map(({ index }) => name.slice(index));
}

function add(index: Map<string, Set<Condition>>, spelling: string, condition: Condition): void {
  if (spelling === '') return;
  const known = index.get(spelling);
  if (known === undefined) index.set(spelling, new Set([condition]));
  else known.add(condition);
}

function startingWith(wanted: string, index: WordIndex['names']): readonly Condition[] {
  return [...index].flatMap(([spelling, conditions]) => (spelling.startsWith(wanted) ? [...conditions] : []));
}

/** Conditions that have every word of a text in some name, in any order: "naevus blue". */
function withAllWords(text: string, { names, words }: WordIndex): readonly Condition[] {
  const wanted = text
    .split(/[^\p{L}\p{N}]+/u)
    .map(foldSpelling)
    .filter(Boolean);
  if (wanted.length < 2) return [];
  const sets = wanted.map((each) => new Set([...startingWith(each, names), ...startingWith(each, words)]));
  return [...(sets[0] ?? [])].filter((condition) => sets.every((set) => set.has(condition)));
}

/** The conditions of each spelling that looks like it, nearest first; those it is the whole name of before the others. */
function lookingLike(
  wanted: string,
  { names, words, spellings }: WordIndex,
): readonly (readonly Condition[])[] {
  if (wanted.length < shortestNear) return [];
  const near = findNearest(wanted, spellings, maxNear);
  return near.flatMap((spelling) => [[...(names.get(spelling) ?? [])], [...(words.get(spelling) ?? [])]]);
}

function sortFound(found: ReadonlyMap<Condition, number>, { conditions }: Catalogue): readonly Condition[] {
  const inOrder = conditions.filter((condition) => found.has(condition));
  const rank = (condition: Condition) => found.get(condition) ?? ranks.near;
  return inOrder.toSorted((a, b) => rank(a) - rank(b) || tierWeights[b.priorTier] - tierWeights[a.priorTier]);
}
