// SPDX-License-Identifier: Apache-2.0
import type { ConditionCategory } from './condition-category.ts';

/** How often a condition is met: 1000 : 100 : 10 : 1. */
export type PriorTier = 'veryCommon' | 'common' | 'uncommon' | 'rare';

export type CatalogueLocale = 'en' | 'es' | 'fr' | 'de';

/** What a condition is, as far as growth goes. */
export type Malignancy =
  | 'nonNeoplastic'
  | 'benignMalformation'
  | 'benign'
  | 'uncertain'
  | 'premalignant'
  | 'malignantInSitu'
  | 'malignant';

/** How soon a patient should be seen: any time, within 15 days, within 48 hours. */
export type Urgency = 'routine' | 'highPriority' | 'urgent';

/**
 * How an ICD-11 code fits its entry: `exact`, or the nearest one there is (a broader category, an "other specified"
 * residual, the "unspecified" member, two codes together).
 */
export type Icd11Match = 'exact' | 'broader' | 'residual' | 'unspecified' | 'combined';

/** One condition of the catalogue. */
export interface Condition {
  /** Stable camelCase id, e.g. `atopicDermatitis`. */
  readonly slug: string;
  /** Short human-readable label as it goes over the wire, e.g. "Atopic dermatitis". */
  readonly text: string;
  /** Null only for *Non-specific finding*. Title verbatim from ICD-11 MMS 2025-01. */
  readonly icd11: { readonly code: string; readonly title: string; readonly match?: Icd11Match } | null;
  readonly names: Readonly<Record<CatalogueLocale, string>>;
  readonly synonyms: readonly string[];
  readonly category: ConditionCategory;
  /** The indicator matrix: a proposal, unsigned by a clinician. */
  readonly flags: {
    readonly malignant: boolean;
    readonly pigmented: boolean;
    /** Seen within 48 hours. */
    readonly urgent: boolean;
    /** Seen within 15 days; includes urgent. */
    readonly highPriority: boolean;
  };
  /** What the flags are derived from, and why: for the clinician who is asked to sign them. */
  readonly flagBasis: {
    readonly malignancy: Malignancy;
    readonly urgency: Urgency;
    /** One word of a fixed list, e.g. `suspectedMalignancy`; docs/reference/conditions.md explains each. */
    readonly urgencyRationale: string;
  };
  readonly priorTier: PriorTier;
  /** A citation, or `assumed`. */
  readonly priorSource: string;
}

/** The 576 conditions and *Non-specific finding*. */
export interface Catalogue {
  /** Release, e.g. `2026.11`. */
  readonly version: string;
  readonly conditions: readonly Condition[];
  find(slug: string): Condition | undefined;
}
