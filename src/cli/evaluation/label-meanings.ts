// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { ResolveCondition } from '../../catalogue/resolve-condition.ts';
import { knownLabels, type LabelMeaning } from './known-labels.ts';

/** A label of the file that is neither in the catalogue nor a known abbreviation. */
export interface UnknownLabel {
  readonly label: string;
  /** Conditions that it may have meant, nearest first. */
  readonly suggestions: readonly string[];
}

export interface LabelMeanings {
  readonly meanings: ReadonlyMap<string, LabelMeaning>;
  readonly unknown: readonly UnknownLabel[];
}

/** The user's own table: label -> condition(s) or ICD-11 code, `"skin"`, `"notSkin"`, or null to leave out. */
export type LabelMap = Readonly<Record<string, string | readonly string[] | null>>;

export interface LabelReader {
  readonly catalogue: Catalogue;
  readonly resolveCondition: ResolveCondition;
}

/**
 * What each label of a file means. The user's map goes first, then known abbreviations of public sets, then the
 * catalogue's slugs, texts, names, synonyms and ICD-11 codes. Nothing is guessed: the rest comes back as unknown.
 */
export function resolveLabels(
  labels: Iterable<string>,
  reader: LabelReader,
  map: LabelMap = {},
): LabelMeanings {
  const meanings = new Map<string, LabelMeaning>();
  const unknown: UnknownLabel[] = [];
  for (const label of new Set(labels)) {
    const meaning = Object.hasOwn(map, label)
      ? fromMap(map[label] ?? null, reader)
      : fromLabel(label, reader);
    if (meaning) meanings.set(label, meaning);
    else unknown.push({ label, suggestions: suggest(label, reader) });
  }
  return { meanings, unknown };
}

/** A table entry means exactly the entries it names; a label of the file may also be an abbreviation with its kinds. */
function fromMap(target: string | readonly string[] | null, reader: LabelReader): LabelMeaning | undefined {
  if (target === null) return { kind: 'ignored' };
  if (target === 'skin' || target === 'notSkin') return { kind: target };
  const found = (typeof target === 'string' ? [target] : target).map((name) => findConditions(name, reader));
  if (found.length === 0 || found.some((conditions) => conditions.length === 0)) return undefined;
  return { kind: 'condition', conditions: [...new Set(found.flat())] };
}

function fromLabel(label: string, reader: LabelReader): LabelMeaning | undefined {
  const abbreviation = label.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  if (Object.hasOwn(knownLabels, abbreviation)) return knownLabels[abbreviation];
  const conditions = findConditions(label, reader);
  return conditions.length > 0 ? { kind: 'condition', conditions } : undefined;
}

/** All that share an ICD-11 code, or one condition by any of its names. */
function findConditions(name: string, { catalogue, resolveCondition }: LabelReader): readonly string[] {
  const sharing = catalogue.conditions.filter(({ icd11 }) => icd11?.code === name);
  if (sharing.length > 0) return sharing.map(({ slug }) => slug);
  const { condition } = resolveCondition(name);
  return condition === undefined ? [] : [condition.slug];
}

function suggest(label: string, { resolveCondition }: LabelReader): readonly string[] {
  const resolution = resolveCondition(label);
  return resolution.condition ? [] : resolution.suggestions;
}
