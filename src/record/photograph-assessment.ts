// SPDX-License-Identifier: Apache-2.0
import type { MediaValidity } from './image-analysis.ts';
import type { ModelIdentity } from './model-identity.ts';
import type { ScoreChange } from './severity-assessment.ts';
import type { Detection, NamedPicture, ReadingMethod } from './severity-reading.ts';

/** One item of a score, answered by a person or read off the photograph. */
export interface ReadItem {
  /** In the item's own scale, as scored. */
  readonly value: number;
  readonly source: 'answer' | 'photograph';
  /** Null for answers. */
  readonly method: ReadingMethod | null;
  /** 0-1; null for answers. */
  readonly confidence: number | null;
  /** Figures beside it, by their names on the wire, e.g. `whealsCount`, `acneDensity`, `presenceProbability`. */
  readonly figures: Readonly<Record<string, number>>;
}

/** The photograph of one body site. */
export interface AssessedPhotograph {
  readonly bodySite: string;
  /** As the client labelled it. */
  readonly title: string | null;
  readonly contentType: string | null;
  readonly sha256: string;
  readonly format: 'jpeg' | 'png' | 'webp' | 'heif';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly validity: MediaValidity;
}

/** A score of one photographed site. */
export interface PhotographScore {
  readonly code: string;
  /** Identifier of the local form, e.g. `apasiLocal`. */
  readonly form: string;
  readonly items: Readonly<Record<string, ReadItem>>;
  /** Exact. */
  readonly value: number;
  readonly components: Readonly<Record<string, number>>;
  readonly globalScoreContribution: number | null;
  readonly category: string | null;
  readonly localCategory: string | null;
  /** Codes, e.g. `notForCondition`, `unusablePhotograph`, `measuredSurface`, `lowConfidence`. */
  readonly warnings: readonly string[];
  readonly detections: readonly Detection[];
  /** Empty in what is kept. */
  readonly pictures: readonly NamedPicture[];
  /** Null where no earlier score is known, and for sites of a whole-body series. */
  readonly change: ScoreChange | null;
}

/** Scores of one photograph of one site. Always preliminary. */
export interface LocalAssessment {
  readonly id: string;
  readonly issuedAtMs: number;
  readonly durationS: number;
  readonly bodySite: string;
  /** Catalogue slug of the known condition. */
  readonly condition: string;
  readonly photograph: AssessedPhotograph;
  readonly scores: readonly PhotographScore[];
  readonly models: readonly ModelIdentity[];
  readonly catalogueVersion: string;
}

/** One site of a whole-body series. */
export interface AssessedSite {
  readonly photograph: AssessedPhotograph;
  readonly score: PhotographScore;
}

/** A score that the photographs of several sites make up together. */
export interface WholeBodyAssessedScore {
  readonly code: string;
  readonly value: number;
  readonly components: Readonly<Record<string, number>>;
  readonly category: string | null;
  /** Answers about the person, given once, e.g. `patientAge`. */
  readonly personAnswers: Readonly<Record<string, number>>;
  /** Percent of the whole skin (asalt: of the scalp) that the sites show; null where unknown. */
  readonly coveragePercent: number | null;
  readonly warnings: readonly string[];
  readonly sites: readonly AssessedSite[];
  readonly change: ScoreChange | null;
}

/** Whole-body scores of photographs of several sites. Always preliminary. */
export interface GlobalAssessment {
  readonly id: string;
  readonly issuedAtMs: number;
  readonly durationS: number;
  readonly condition: string;
  readonly scores: readonly WholeBodyAssessedScore[];
  readonly models: readonly ModelIdentity[];
  readonly catalogueVersion: string;
}
