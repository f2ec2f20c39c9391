// SPDX-License-Identifier: Apache-2.0
import type { HeatMap, MediaValidity } from './image-analysis.ts';
import type { ModelIdentity } from './model-identity.ts';

/** One entry of the ranked differential. All probabilities inside the code are 0-1. */
export interface Conclusion {
  /** Catalogue slug, e.g. `melanoma`; `nonSpecificFinding` for normal skin. */
  readonly condition: string;
  readonly probability: number;
  /** `image`: a label of the model speaks for it. `prior`: only a share of the *other* mass. */
  readonly evidence: 'image' | 'prior';
}

/** Sums of conclusion probabilities over flagged catalogue entries, each 0-1. */
export interface ClinicalIndicators {
  readonly hasCondition: number;
  readonly pigmentedLesion: number;
  readonly malignancy: number;
  readonly urgentReferral: number;
  readonly highPriorityReferral: number;
}

/** All 0-1; sensitivity and specificity are null when the first entry has no image evidence. */
export interface Performance {
  readonly sensitivity: number | null;
  readonly specificity: number | null;
  /** Shannon entropy of the conclusions over ln(K). */
  readonly entropy: number;
}

export type DiagnosisWarning =
  | 'noValidImage'
  | 'outsideKnownConditions'
  | 'imagesDisagree'
  | 'nonCommercialModel'
  /** Of reports only: the models of the device could not read a score that was asked for. */
  | 'forcedScoreUnread';

/**
 * A map shown with one of the first five entries: under the entry's own slug where the image speaks for it, under
 * `other` where only the prior does.
 */
export interface ShownHeatMap extends HeatMap {
  /** Set where the classifier gave no map under that name: the slug, or `other`, whose map stands in. */
  readonly borrowedFrom?: string;
}

/** The reading of one photograph within a diagnosis. */
export interface ImageDiagnosis {
  readonly title: string | null;
  readonly contentType: string | null;
  readonly sha256: string;
  readonly format: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly validity: MediaValidity;
  readonly conclusions: readonly Conclusion[];
  readonly indicators: ClinicalIndicators;
  readonly performance: Performance;
  /** Share of the conclusions' mass that image evidence carries, 0-1. */
  readonly imageEvidence: number;
  /** What the first five entries need; empty when no maps were asked for or the classifier makes none. */
  readonly heatMaps: readonly ShownHeatMap[];
}

/** The answer to one request: every image on its own, and all valid ones together. Always preliminary. */
export interface Diagnosis {
  /** UUID. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly issuedAtMs: number;
  readonly durationS: number;
  readonly conclusions: readonly Conclusion[];
  readonly indicators: ClinicalIndicators;
  readonly performance: Performance;
  readonly imageEvidence: number;
  readonly warnings: readonly DiagnosisWarning[];
  readonly images: readonly ImageDiagnosis[];
  readonly models: readonly ModelIdentity[];
  /** Release of the condition catalogue, e.g. `2026.11`. */
  readonly catalogueVersion: string;
}
