// SPDX-License-Identifier: Apache-2.0
import type { Items, Values, ValueTree } from './items.ts';

/*
 * What a scoring system is made of. Texts are named by keys of the translation catalogue (src/catalogue/words); the title
 * and the description of a system stand there under `<code>.title` and `<code>.description`, a band's category under
 * `band.<category>`.
 */

/** `[7, 15)` holds 7 and does not hold 15; `[11, ∞)` has no upper end. */
export type Interval = `${'[' | '('}${number}, ${number | '∞'}${']' | ')'}`;

/** How much it matters, in the words of the wire: 0, 1, 2, 3. */
export type Intensity = 'None' | 'Low' | 'Moderate' | 'High';

/** What a range of scores is called. */
export interface Band {
  readonly range: Interval;
  /** Its text is `band.<category>`, e.g. `band.moderate`. */
  readonly category: string;
  readonly intensity: Intensity;
}

/** Who said it, where, and whether somebody has looked it up. */
export interface Source {
  /** Authors, title, journal, year, pages; or the page it was read on. */
  readonly citation: string;
  readonly url?: string;
}

/** What of a system still waits for somebody to look it up. */
export type Fact =
  | 'items'
  | 'formula'
  | 'weights'
  | 'bands'
  | 'responses'
  | 'minimalImportantDifference'
  | 'licence';

/** `published`: by the instrument's authors or a later study. `localConvention`: ours, because nobody published any. */
export type BandsBasis = 'published' | 'localConvention';

export interface BandTable {
  readonly basis: BandsBasis;
  /** Gap-free over the range of the score, lowest first. */
  readonly bands: readonly Band[];
  readonly source: Source;
}

/** What may be shown of an instrument. */
export interface Licence {
  /** `open`: a published method, in words of our own. `scoringOnly`: the wording belongs to somebody else. */
  readonly terms: 'open' | 'scoringOnly';
  /** Null where nobody claims it. */
  readonly holder: string | null;
  /** What a user of the instrument must know, in one sentence. */
  readonly note: string;
  readonly url?: string;
}

/** A part of the body with a weight of its own in whole-body indices. */
export type Region = 'headNeck' | 'upperLimbs' | 'trunk' | 'lowerLimbs';

/** The body site of the request, as far as scores care. */
export interface Site {
  readonly code: string;
  /** The sites it is a part of, nearest first. */
  readonly ancestors: readonly string[];
}

/** What a formula gives. */
export interface Outcome {
  readonly value: number;
  /** Figures beside the score, under their wire names, e.g. `objectiveScorad`. */
  readonly components?: Readonly<Record<string, number>>;
  /** Share of the whole-body score that this site accounts for. */
  readonly globalScoreContribution?: number;
  /** Where the band is not read off the value: its category. */
  readonly category?: string;
  /** Where the band depends on the site: in place of the system's own table. */
  readonly bands?: readonly Band[];
  /** A second reading of the same value against cut-offs scaled to the site. */
  readonly localBands?: readonly Band[];
  /** What a reader must know about this very score, as codes. */
  readonly warnings?: readonly string[];
}

/** One way to answer: one site or the whole body, items or totals. */
export interface Form {
  /** Unique over all systems, e.g. `pasiLocal`. */
  readonly identifier: string;
  /** `local`: one body site. `global`: the person, or the whole body. */
  readonly mode: 'local' | 'global';
  readonly items: Items;
  /** Every item may be left out, but not all of them. */
  readonly atLeastOne?: true;
  /** @throws SiteError when the body site has no place in this score */
  formula(values: ValueTree, site: Site): Outcome;
}

/** Reduction from baseline that counts as a response, e.g. PASI75: 75. */
export interface Response {
  readonly name: string;
  readonly reductionPercent: number;
}

export interface MinimalImportantDifference {
  /** Points. */
  readonly points: number;
  readonly source: Source;
}

/** Answers with the score they give: printed in the documentation and executed by the tests. */
export interface Example {
  /** Identifier of the form. */
  readonly form: string;
  /** Body site; left out where it does not matter. */
  readonly site?: string;
  readonly answers: ValueTree;
  readonly value: number;
  /** Null where the score has no bands. */
  readonly category: string | null;
}

/** A scoring system: how it is asked, counted and read, and on whose word. */
export interface ScoringSystem {
  /** Its name on the wire, e.g. `scorad`. */
  readonly code: string;
  /** `questionnaire`: every item is answered. `photograph`: the signs are read off photographs. */
  readonly input: 'questionnaire' | 'photograph';
  readonly source: Source;
  readonly licence: Licence;
  /** ICD-11 codes of the conditions it was made for, parts included (`EA90` covers `EA90.0`); null: any. */
  readonly conditions: readonly string[] | null;
  /** Body sites it can be scored on, parts included; null: any. */
  readonly sites: readonly string[] | null;
  readonly forms: readonly Form[];
  /** The formula as people write it. */
  readonly formulaText: string;
  /** Every score the formula can give; `[0, ∞)` for counts. */
  readonly range: Interval;
  /** Null where nobody published bands and none are needed. */
  readonly bands: BandTable | null;
  readonly direction: 'higherIsWorse' | 'higherIsBetter';
  readonly responses: readonly Response[];
  readonly minimalImportantDifference: MinimalImportantDifference | null;
  /** False: an index of our own that nobody has validated. */
  readonly validated: boolean;
  /** Facts that wait to be looked up. Empty: all were. */
  readonly pending: readonly Fact[];
  readonly example: Example;
}

/** The body site of the request has no place in the score. */
export class SiteError extends Error {
  /** A code of what is wrong with it, e.g. `noRegion`. */
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = 'SiteError';
    this.reason = reason;
  }
}

/** A form whose formula knows its own items by name. */
export function defineForm<I extends Items>(form: {
  readonly identifier: string;
  readonly mode: Form['mode'];
  readonly items: I;
  readonly atLeastOne?: true;
  formula(values: Values<I>, site: Site): Outcome;
}): Form {
  // The values a formula gets have been checked against its own items: checkAnswers.
  return { ...form, formula: (values, site) => form.formula(values as Values<I>, site) };
}
