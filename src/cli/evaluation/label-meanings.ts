// SPDX-License-Identifier: Apache-2.0
import type { Catalogue, Condition } from '../../catalogue/catalogue.ts';
import { knownLabels, type LabelMeaning } from './known-labels.ts';

/** A label of the file that is neither in the catalogue nor a known abbreviation. */
export interface UnknownLabel {
  readonly label: string;
  /** Catalogue slugs that look like it, nearest first. */
  readonly suggestions: readonly string[];
}

export interface LabelMeanings {
  readonly meanings: ReadonlyMap<string, LabelMeaning>;
  readonly unknown: readonly UnknownLabel[];
}

/** The user's own table: label -> catalogue slugs, ICD-11 codes or names, `"skin"`, `"notSkin"`, or null to leave out. */
export type LabelMap = Readonly<Record<string, string | readonly string[] | null>>;

/**
 * What each label of a file means. The user's map goes first, then known abbreviations of public sets, then the
 * catalogue's slugs, texts, names, synonyms and ICD-11 codes. Nothing is guessed: the rest comes back as unknown.
 */
export function resolveLabels(
  labels: Iterable<string>,
  catalogue: Catalogue,
  map: LabelMap = {},
): LabelMeanings {
  const index = indexCatalogue(catalogue);
  const meanings = new Map<string, LabelMeaning>();
  const unknown: UnknownLabel[] = [];
  for (const label of new Set(labels)) {
    const meaning = label in map ? fromMap(map[label] ?? null, index) : findMeaning(label, index);
    if (meaning) meanings.set(label, meaning);
    else unknown.push({ label, suggestions: nearestSlugs(label, catalogue) });
  }
  return { meanings, unknown };
}

type CatalogueIndex = ReadonlyMap<string, readonly string[]>;

function indexCatalogue(catalogue: Catalogue): CatalogueIndex {
  const index = new Map<string, Set<string>>();
  for (const condition of catalogue.conditions) {
    for (const name of spellings(condition)) {
      const slugs = index.get(name) ?? new Set();
      index.set(name, slugs.add(condition.slug));
    }
  }
  return new Map([...index].map(([name, slugs]) => [name, [...slugs]]));
}

function spellings(condition: Condition): readonly string[] {
  const own = [condition.slug, condition.text, condition.names.en, ...condition.synonyms];
  return (condition.icd11 ? [...own, condition.icd11.code] : own).map(normalise);
}

/** A table entry means exactly the entries it names; a label of the file may also be an abbreviation with its kinds. */
function fromMap(target: string | readonly string[] | null, index: CatalogueIndex): LabelMeaning | undefined {
  if (target === null) return { kind: 'ignored' };
  if (target === 'skin' || target === 'notSkin') return { kind: target };
  const found = (typeof target === 'string' ? [target] : target).map((name) => index.get(normalise(name)));
  if (found.length === 0 || found.includes(undefined)) return undefined;
  return { kind: 'condition', conditions: [...new Set(found.flatMap((slugs) => slugs ?? []))] };
}

function findMeaning(label: string, index: CatalogueIndex): LabelMeaning | undefined {
  const name = normalise(label);
  if (Object.hasOwn(knownLabels, name)) return knownLabels[name];
  const conditions = index.get(name);
  return conditions && { kind: 'condition', conditions };
}

/** `Actinic keratosis`, `actinic_keratosis` and `actinicKeratosis` are one spelling. */
function normalise(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Three suggestions fit on a terminal line. */
const SUGGESTIONS = 3;

function nearestSlugs(label: string, catalogue: Catalogue): readonly string[] {
  const wanted = pairsOf(normalise(label));
  const ranked = catalogue.conditions.map(({ slug, text }) => ({
    slug,
    likeness: Math.max(
      likeness(wanted, pairsOf(normalise(slug))),
      likeness(wanted, pairsOf(normalise(text))),
    ),
  }));
  /** Below a third of shared letter pairs a suggestion reads as noise: tried on the catalogue's own names. */
  const near = ranked.filter((entry) => entry.likeness > 1 / 3);
  return near
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, SUGGESTIONS)
    .map((entry) => entry.slug);
}

function pairsOf(name: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2)));
}

/** @source Dice 1945, Ecology 26:297-302: twice the shared pairs over all pairs, 0-1 */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size + b.size === 0 ? 0 : (2 * a.intersection(b).size) / (a.size + b.size);
}
