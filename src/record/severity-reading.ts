// SPDX-License-Identifier: Apache-2.0
import type { JpegImage, MediaValidity } from './image-analysis.ts';
import type { ModelIdentity } from './model-identity.ts';

/** What is looked for in a photograph so that severity can be graded. */
export type LookedFor =
  | 'plaques'
  | 'eczema'
  | 'wheals'
  | 'suppuration'
  | 'acne'
  | 'pustules'
  | 'hairLoss'
  | 'depigmentation'
  | 'wound'
  | 'unspecific';

/** Learned from labelled pictures, or measured from colour, texture and shape. */
export type ReadingMethod = 'learned' | 'measured';

/** One thing that was read off a photograph. */
export interface Reading {
  /** A sign: 0 (absent) to 1 (the most its scale knows). A figure: in its own unit. */
  readonly value: number;
  /** 0-1: how far the evidence carries; low for little lesion skin, uneven light, blur, nothing to compare with. */
  readonly confidence: number;
  readonly method: ReadingMethod;
}

/** Something found at a place. */
export interface Detection {
  /** As on the wire: `wheal`, `nodule`, `abscess`, `drainingTunnel`, `acne`, `inflammation`, `pustule`. */
  readonly code: string;
  /** 0-1. */
  readonly confidence: number;
  /** Pixels of the upright photograph as sent. */
  readonly box: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
}

/** A picture that shows what was found, of the photograph's own size. */
export interface NamedPicture {
  /** As on the wire, e.g. `maskRaw`, `segmentation`, `annotation`. */
  readonly name: string;
  readonly image: JpegImage;
}

/** Everything that was looked for in one way. */
export interface EyeReading {
  readonly lookedFor: LookedFor;
  /** Graded signs, e.g. `erythema`; 0-1. */
  readonly signs: Readonly<Record<string, Reading>>;
  /**
   * Counts, percents and presences, e.g. `wheals`, `acneDensity`, `hairLoss` (percent), `affectedPercent` (percent of the
   * visible skin), `tissueInWoundBedSlough` (probability that it is present, 0-1).
   */
  readonly figures: Readonly<Record<string, Reading>>;
  readonly detections: readonly Detection[];
  readonly pictures: readonly NamedPicture[];
}

/** Seconds spent on one photograph, by step. */
export interface SeverityTimings {
  readonly decodeS: number;
  readonly qualityS: number;
  readonly inferenceS: number;
  /** Measuring of colour, texture and shape. */
  readonly eyesS: number;
  readonly picturesS: number;
  readonly totalS: number;
}

/** What one photograph says of severity; grades and scores are counted elsewhere. */
export interface SeverityReading {
  /** SHA-256 of the received bytes, lower-case hex. */
  readonly sha256: string;
  readonly format: 'jpeg' | 'png' | 'webp' | 'heif';
  /** Upright size, after the EXIF turn. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly validity: MediaValidity;
  readonly eyes: readonly EyeReading[];
  readonly models: readonly ModelIdentity[];
  readonly timings: SeverityTimings;
  /** The whole photograph as an upright sRGB JPEG without metadata; only where it was asked for. */
  readonly photograph?: Uint8Array;
}
