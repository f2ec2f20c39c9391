// SPDX-License-Identifier: Apache-2.0

/** Why a photograph is not, or hardly, usable; each one is something the person can change. */
export type QualityReason =
  | 'blur'
  | 'tooDark'
  | 'tooBright'
  | 'lowContrast'
  | 'lowResolution'
  | 'glare'
  | 'noise'
  | 'compression'
  | 'notSkin';

/** Five-step reading of a quality score: 0-20, 21-40, 41-60, 61-80, 81-100. */
export type QualityInterpretation = 'Bad' | 'Poor' | 'Fair' | 'Good' | 'Excellent';

export type Modality = 'None' | 'Clinical' | 'Dermoscopic';

/** Whether a photograph may be used for a clinical reading, and if not, what to change. */
export interface MediaValidity {
  readonly quality: {
    /** Integer, 0 (unusable) to 100 (perfect). */
    readonly score: number;
    readonly interpretation: QualityInterpretation;
    readonly isAcceptable: boolean;
  };
  readonly domain: { readonly isDermatological: boolean; readonly skinProbability: number };
  readonly modality: {
    readonly value: Modality;
    readonly clinicalProbability: number;
    readonly dermoscopicProbability: number;
  };
  /** True when the picture shows skin and its quality is acceptable. */
  readonly isValid: boolean;
  /** Worst first; empty for a valid picture without a notable fault. */
  readonly reasons: readonly QualityReason[];
}

/** Image evidence for one catalogue condition: the calibrated label probabilities mapped by the model's labels.json. */
export interface ConditionEvidence {
  /** Catalogue slug, e.g. `melanoma`; opaque to the vision room. */
  readonly condition: string;
  /** 0-1. */
  readonly probability: number;
}

/** JPEG picture, RGB. */
export interface JpegImage {
  readonly jpeg: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Where the classifier looked for one condition (a catalogue slug) or for `other`. */
export interface HeatMap {
  readonly condition: string;
  readonly image: JpegImage;
}

/** Seconds spent on one photograph, by step. */
export interface ImageTimings {
  readonly decodeS: number;
  readonly qualityS: number;
  readonly inferenceS: number;
  /** What the heat maps added; their encoding overlaps with the quality measures and the validity net. */
  readonly heatMapsS: number;
  readonly totalS: number;
}

/** Everything read off one photograph. Pure image evidence: priors, catalogue and indicators come later. */
export interface ImageAnalysis {
  /** SHA-256 of the received bytes, lower-case hex. */
  readonly sha256: string;
  readonly format: 'jpeg' | 'png' | 'webp' | 'heif';
  /** Upright size, after the EXIF turn. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly validity: MediaValidity;
  /** Sums with `otherProbability` to 1; most probable first. */
  readonly evidence: readonly ConditionEvidence[];
  /** Mass of the explicit *other* label: a condition the model was not taught. */
  readonly otherProbability: number;
  /** The label with the highest probability, and its operating point on validation, 0-1 or null. */
  readonly topLabel: {
    readonly label: string;
    readonly sensitivity: number | null;
    readonly specificity: number | null;
  };
  /** At most six: one for each of the five strongest conditions, and one for `other` when it may enter the first five. */
  readonly heatMaps: readonly HeatMap[];
  readonly timings: ImageTimings;
  /** The whole photograph as an upright sRGB JPEG without metadata; only where it was asked for. */
  readonly photograph?: Uint8Array;
}
