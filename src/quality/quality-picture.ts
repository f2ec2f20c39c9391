// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from './choose-working-size.ts';
import type { GreyImage, PixelImage } from './pixel-image.ts';
import { toGrey } from './to-grey.ts';

/** A photograph as it was opened, by the server or by a browser. */
export interface OpenedPicture {
  /** Of the bytes, e.g. `jpeg`. */
  readonly format: string;
  /** Upright size of the picture as sent. */
  readonly full: PictureSize;
  /** sRGB on white, upright, at the working size. */
  readonly working: PixelImage;
}

/** What the quality measures look at. */
export interface QualityPicture {
  /** Upright short side of the picture as sent. */
  readonly shortSidePx: number;
  readonly working: PixelImage;
  /** Luma at the working size. */
  readonly grey: GreyImage;
  /** How much finer than `judgedSidePx` the working picture is, at least 1. */
  readonly fineness: number;
  /** Whether the working picture has the very pixels that were sent. */
  readonly isUnshrunk: boolean;
}

/**
 * Every picture is judged as if its short side had this many pixels, about what the nets see (224 px): "blurred"
 * means blurred there, whatever the camera's pixels.
 */
export const judgedSidePx = 240;

/** Prepares a decoded photograph for the measures: luma, once, at the working size. */
export function toQualityPicture(image: OpenedPicture): QualityPicture {
  const { full, working } = image;
  return {
    shortSidePx: Math.min(full.widthPx, full.heightPx),
    working,
    grey: toGrey(working),
    fineness: Math.max(1, Math.min(working.widthPx, working.heightPx) / judgedSidePx),
    isUnshrunk: full.widthPx === working.widthPx && full.heightPx === working.heightPx,
  };
}
