// SPDX-License-Identifier: Apache-2.0
import type { Catalogue, Condition, Icd11Match } from './catalogue.ts';
import { icd11Codings } from './icd11-codings.ts';
import { isIcd11Code } from './icd11-relation.ts';

/** Conditions that an ICD-11 code may mean; several where it is a drawer for many. */
export type FindByCode = (text: string) => readonly Condition[];

/** Whose code it is before anybody else's: an entry that the code fits, then one that it stands for whole. */
const closeness: readonly (Icd11Match | undefined)[] = ['exact', undefined, 'unspecified', 'combined'];

/**
 * Finds conditions by ICD-11 code, in any case, alone or several as "EA90.42, EA90.5Y". A residual Z ("unspecified")
 * means the category itself, so `ED80.Z` finds what `ED80` does and the other way round.
 * @source ICD-11 Reference Guide, World Health Organization, on residual categories
 */
export function createFindByCode(catalogue: Catalogue): FindByCode {
  const owners = new Map<string, Condition[]>();
  const add = (code: string, condition: Condition) =>
    owners.set(code, [...(owners.get(code) ?? []), condition]);
  for (const condition of catalogue.conditions) {
    const codes = icd11Codings(condition).map(({ code }) => code);
    for (const code of new Set([...codes, codes.join(', ')])) if (code !== '') add(code, condition);
  }
  return (text) => {
    const codes = text.toUpperCase().split(/[\s,;]+/);
    const wanted = codes.filter((code) => code !== '');
    if (wanted.length === 0 || !wanted.every(isIcd11Code)) return [];
    const found = spellingsOf(wanted).find((code) => owners.has(code));
    return closest(owners.get(found ?? '') ?? []);
  };
}

function spellingsOf(codes: readonly string[]): readonly string[] {
  const [code = '', ...more] = codes;
  if (more.length > 0) return [codes.join(', ')];
  const category = code.replace(/\.?Z$/, '');
  return [code, category, category.includes('.') ? `${category}Z` : `${category}.Z`];
}

function closest(conditions: readonly Condition[]): readonly Condition[] {
  const fitting = closeness
    .map((match) => conditions.filter(({ icd11 }) => icd11?.match === match))
    .find((group) => group.length > 0);
  return fitting ?? conditions;
}
