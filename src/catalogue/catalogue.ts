// SPDX-License-Identifier: Apache-2.0

/** How often a condition is met: 1000 : 100 : 10 : 1. */
export type PriorTier = 'veryCommon' | 'common' | 'uncommon' | 'rare';

export type CatalogueLocale = 'en' | 'es' | 'fr' | 'de';

/** One condition of the catalogue. */
export interface Condition {
  /** Stable camelCase id, e.g. `atopicDermatitis`. */
  readonly slug: string;
  /** Short human-readable label as it goes over the wire, e.g. "Atopic dermatitis". */
  readonly text: string;
  /** Null only for *Non-specific finding*. Title verbatim from ICD-11 MMS 2025-01. */
  readonly icd11: { readonly code: string; readonly title: string } | null;
  readonly names: Readonly<Record<CatalogueLocale, string>>;
  readonly synonyms: readonly string[];
  /** The indicator matrix: a proposal, unsigned by a clinician. */
  readonly flags: {
    readonly malignant: boolean;
    readonly pigmented: boolean;
    /** Seen within 48 hours. */
    readonly urgent: boolean;
    /** Seen within 15 days; includes urgent. */
    readonly highPriority: boolean;
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
