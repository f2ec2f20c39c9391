// SPDX-License-Identifier: Apache-2.0

/** Answers by item code; regions, nails and visits are one level deeper. */
export interface AnswerTree {
  readonly [code: string]: number | undefined | AnswerTree;
}

/** An earlier score of the same patient. */
export interface ScorePoint {
  readonly value: number;
  /** Milliseconds since the epoch; null where the request gave no date. */
  readonly atMs: number | null;
  /** Null where only the score is known. */
  readonly answers: AnswerTree | null;
}

/** What happened to a score since the first one known, the baseline. */
export interface ScoreChange {
  readonly baseline: ScorePoint;
  /** Percent of the baseline, positive for an improvement; null for a baseline of 0 and for scales without a percentage. */
  readonly reductionPercent: number | null;
  /** Named responses of the system, e.g. PASI75; empty where none is defined or the reduction is unknown. */
  readonly responses: readonly { readonly name: string; readonly isAchieved: boolean }[];
  readonly trend: 'improved' | 'unchanged' | 'worsened';
  /** Null where nobody published one. */
  readonly minimalImportantDifference: { readonly points: number; readonly isExceeded: boolean } | null;
  /** Everything known, oldest first, without the present score. */
  readonly history: readonly ScorePoint[];
}

/** One scoring system of an assessment; its words and bands are looked up by code. */
export interface AssessedScore {
  /** Code of the system, e.g. `scorad`. */
  readonly code: string;
  /** Identifier of the form that was answered, e.g. `pasiLocal`. */
  readonly form: string;
  readonly answers: AnswerTree;
  /** Exact. */
  readonly value: number;
  /** Figures beside the score, e.g. `objectiveScorad`. */
  readonly components: Readonly<Record<string, number>>;
  /** Share of the whole-body score; null where the form has none. */
  readonly globalScoreContribution: number | null;
  /** Category of the band, e.g. `moderate`; null where the system has no bands. */
  readonly category: string | null;
  /** Category against cut-offs scaled to the site; null where that is no second reading. */
  readonly localCategory: string | null;
  /** Codes of what a reader must know, e.g. `notForCondition`. */
  readonly warnings: readonly string[];
  /** Null where no earlier score is known. */
  readonly change: ScoreChange | null;
}

/** Scores of answers that a person gave. Always preliminary. */
export interface SeverityAssessment {
  /** UUID. */
  readonly id: string;
  readonly issuedAtMs: number;
  readonly durationS: number;
  /** Code of the body site. */
  readonly bodySite: string;
  /** Catalogue slug of the known condition. */
  readonly condition: string;
  readonly scores: readonly AssessedScore[];
  /** Release of the condition catalogue. */
  readonly catalogueVersion: string;
}

/** One score of a patient's series. */
export interface SeriesPoint extends ScorePoint {
  readonly assessmentId: string;
  readonly code: string;
  readonly bodySite: string;
  readonly form: string;
  readonly atMs: number;
  readonly category: string | null;
}
