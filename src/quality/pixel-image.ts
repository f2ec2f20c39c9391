// SPDX-License-Identifier: Apache-2.0

/** An upright picture: 8 bit sRGB, row by row, red green blue. */
export interface PixelImage {
  /** `3 * widthPx * heightPx` values. */
  readonly pixelsHwc: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** An upright picture of one channel: luma, 0-255. */
export interface GreyImage {
  readonly pixels: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}
