// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from '../choose-working-size.ts';

/** What is laid over a photograph: red, green, blue and opacity of every pixel. */
export interface Overlay extends PictureSize {
  readonly rgba: Uint8Array;
}

export type Colour = readonly [red: number, green: number, blue: number];

/**
 * Colours that people of any colour vision tell apart, light enough to be seen on skin within a dark rim.
 * @source Okabe and Ito 2008, Color Universal Design: yellow, sky blue, orange
 */
export const lineColours: readonly [Colour, ...Colour[]] = [
  [240, 228, 66],
  [86, 180, 233],
  [230, 159, 0],
];

/** The rim of a line: dark on any skin next to the light of the line. */
export const rimColour: Colour = [20, 20, 20];

/** Longest side of an overlay; the picture library scales it to the photograph. */
const longestPx = 1024;

/** Width of a line in pixels of the overlay, the rim as much again: seen at a glance, hiding little. */
export const linePx = 2;

/** An overlay with nothing on it. */
export function createOverlay({ widthPx, heightPx }: PictureSize): Overlay {
  const scale = Math.min(1, longestPx / Math.max(widthPx, heightPx));
  const size = {
    widthPx: Math.max(1, Math.round(scale * widthPx)),
    heightPx: Math.max(1, Math.round(scale * heightPx)),
  };
  return { rgba: new Uint8Array(4 * size.widthPx * size.heightPx), ...size };
}

/** Covers one pixel. */
export function cover({ rgba }: Overlay, at: number, [red, green, blue]: Colour): void {
  rgba[4 * at] = red;
  rgba[4 * at + 1] = green;
  rgba[4 * at + 2] = blue;
  rgba[4 * at + 3] = 255;
}
