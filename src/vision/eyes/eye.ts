// SPDX-License-Identifier: Apache-2.0

import type { PixelImage } from '../../quality/pixel-image.ts';
import type { Reading } from '../../record/severity-reading.ts';

/** A map of the picture, 0 (surely not) to 255 (surely), of the picture's size. */
export interface Mask {
  readonly values: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What the nets say of the picture, where the model set has such nets; each at the picture's size. */
export interface NetFindings {
  /** Probability of a lesion (a mole, a tumour). */
  readonly lesion: Mask | null;
  /** Probability of an open wound. */
  readonly wound: Mask | null;
  /** Acne lesions and the grade's probabilities (Hayashi 0-3). */
  readonly acne: AcneFindings | null;
}

export interface AcneFindings {
  readonly boxes: readonly FoundBox[];
  /** Sum of the density map: the expected number of lesions. */
  readonly expectedCount: number;
  /** Probabilities of mild, moderate, severe, very severe; they sum to 1. */
  readonly gradeProbabilities: readonly number[];
}

/** Something found, in pixels of the eyes' picture (not of the photograph). */
export interface FoundBox {
  readonly code: string;
  /** 0-1. */
  readonly confidence: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A photograph as the eyes see it: upright sRGB, longest side `eyePx` at most. */
export interface EyePicture {
  readonly image: PixelImage;
  readonly nets: NetFindings;
}

/** A mask with the stem of its names on the wire: `mask` gives `maskRaw` and `maskBinary`. */
export interface NamedMask {
  readonly stem: string;
  readonly mask: Mask;
  /** From this value on the mask counts as present, 1-255. */
  readonly presentFrom: number;
  /** Whether its outline belongs to the picture `segmentation`. */
  readonly isOutlined: boolean;
}

/** What an eye found. */
export interface EyeFinding {
  readonly signs: Readonly<Record<string, Reading>>;
  readonly figures: Readonly<Record<string, Reading>>;
  readonly boxes: readonly FoundBox[];
  readonly masks: readonly NamedMask[];
  /** Which drawn-over photograph goes along: outlines of the masks, boxes of what was found, or none. */
  readonly drawing: 'segmentation' | 'annotation' | null;
}

/** Looks for one thing. Pure and deterministic; a few tens of milliseconds for a picture of 512 x 512. */
export type Eye = (picture: EyePicture) => EyeFinding;

/** Longest side of the eyes' picture. Finer detail than this is not measured. */
export const eyePx = 512;
