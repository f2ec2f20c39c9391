// SPDX-License-Identifier: Apache-2.0
import type { Catalogue, Condition, Icd11Match, Malignancy, PriorTier, Urgency } from './catalogue.ts';
import { type ConditionCategory, conditionCategories } from './condition-category.ts';
import entries from './data/conditions.json' with { type: 'json' };
import priorTiers from './data/prior-tiers.json' with { type: 'json' };
import synonymsBySlug from './data/synonyms.json' with { type: 'json' };

/*
 * data/conditions.json     written by scripts/import-conditions.ts
 * data/synonyms.json       ours, by hand: other spellings, lay and old names
 * data/prior-tiers.json    ours, by hand: how common, and on whose word
 *
 * ICD-11 codes and titles are verbatim from: International Classification of Diseases, Eleventh Revision (ICD-11),
 * World Health Organization (WHO) 2019, https://icd.who.int, MMS 2025-01, CC BY-ND 3.0 IGO. The names are our own.
 */

/** Year and month of the data; changes whenever an answer could change because of it. */
const release = '2026.11';

/** Slug of the entry that stands for normal skin: it takes its mass, and nothing of the prior's. */
export const nonSpecificFinding = 'nonSpecificFinding';

const malignancies: readonly Malignancy[] = [
  'nonNeoplastic',
  'benignMalformation',
  'benign',
  'uncertain',
  'premalignant',
  'malignantInSitu',
  'malignant',
];
const urgencies: readonly Urgency[] = ['routine', 'highPriority', 'urgent'];
const matches: readonly Icd11Match[] = ['exact', 'broader', 'residual', 'unspecified', 'combined'];
const tiers: readonly PriorTier[] = ['veryCommon', 'common', 'uncommon', 'rare'];
const categories = Object.keys(conditionCategories) as readonly ConditionCategory[];

/** The value as one of a fixed list. A stray one would silently switch off a flag, so it stops the program. */
function oneOf<T extends string>(allowed: readonly T[], value: string): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new Error(`Expected one of ${allowed.join(', ')}, got "${value}"`);
  return found;
}

interface Prior {
  readonly priorTier: PriorTier;
  readonly priorSource: string;
}

function readPriors(): ReadonlyMap<string, Prior> {
  const citations = new Map<string, string>(Object.entries(priorTiers.sources));
  const priors = Object.entries(priorTiers.tiers).flatMap(([tier, members]) =>
    Object.entries<string>(members).map(([slug, source]): [string, Prior] => {
      const priorSource = citations.get(source);
      if (priorSource === undefined) throw new Error(`prior-tiers.json: no source "${source}" for ${slug}`);
      return [slug, { priorTier: oneOf(tiers, tier), priorSource }];
    }),
  );
  return new Map(priors);
}

/**
 * The indicator matrix. A growth counts as malignant when it is, in situ included; uncertain and premalignant ones do
 * not, and are of high priority instead where the data say so.
 */
function toFlags(malignancy: Malignancy, urgency: Urgency, pigmented: boolean): Condition['flags'] {
  return {
    malignant: malignancy === 'malignant' || malignancy === 'malignantInSitu',
    pigmented,
    urgent: urgency === 'urgent',
    highPriority: urgency !== 'routine',
  };
}

const priors = readPriors();
const synonyms = new Map<string, readonly string[]>(Object.entries(synonymsBySlug));

function toCondition(entry: (typeof entries)[number]): Condition {
  const prior = priors.get(entry.slug);
  if (prior === undefined) throw new Error(`prior-tiers.json: no tier for ${entry.slug}`);
  const malignancy = oneOf(malignancies, entry.malignancy);
  const urgency = oneOf(urgencies, entry.urgency);
  const { code, title, match } = entry.icd11;
  return {
    slug: entry.slug,
    text: entry.text,
    icd11: { code, title, match: oneOf(matches, match) },
    names: entry.names,
    synonyms: synonyms.get(entry.slug) ?? [],
    category: oneOf(categories, entry.category),
    flags: toFlags(malignancy, urgency, entry.pigmented),
    flagBasis: { malignancy, urgency, urgencyRationale: entry.urgencyRationale },
    ...prior,
  };
}

/** The text is the compatible API's own, which has no code for it. */
const normalSkin: Condition = {
  slug: nonSpecificFinding,
  text: 'Non-specific finding',
  icd11: null,
  names: {
    en: 'Non-specific finding',
    es: 'Hallazgo inespecífico',
    fr: 'Constatation non spécifique',
    de: 'Unspezifischer Befund',
  },
  synonyms: synonyms.get(nonSpecificFinding) ?? [],
  category: 'nonspecific',
  flags: { malignant: false, pigmented: false, urgent: false, highPriority: false },
  flagBasis: { malignancy: 'nonNeoplastic', urgency: 'routine', urgencyRationale: 'benignOrCosmetic' },
  priorTier: 'veryCommon',
  priorSource: 'assumed',
};

/** A catalogue of these conditions. */
export function createCatalogue(conditions: readonly Condition[], version: string): Catalogue {
  const bySlug = new Map(conditions.map((condition) => [condition.slug, condition]));
  return { version, conditions, find: (slug) => bySlug.get(slug) };
}

/** The 576 conditions and *Non-specific finding*. */
export const catalogue: Catalogue = createCatalogue([...entries.map(toCondition), normalSkin], release);
