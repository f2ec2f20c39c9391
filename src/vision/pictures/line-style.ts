// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from '../../quality/choose-working-size.ts';

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

/** Lines in a longest side: seen at a glance on a screen, hiding little. Our own convention. */
const linesPerSide = 400;

/** Width of a line, in pixels of the photograph; its rim is as wide again. */
export const findLinePx = ({ widthPx, heightPx }: PictureSize): number =>
  Math.max(1, Math.max(widthPx, heightPx) / linesPerSide);
