// SPDX-License-Identifier: Apache-2.0

import type { PixelImage } from '../../quality/pixel-image.ts';
import type { Detection } from '../../record/severity-reading.ts';
import { type Colour, findLinePx, lineColours, rimColour } from './line-style.ts';

type Frame = Detection['box'];

/** A rectangle in one colour, as much of it as lies on the picture. */
function fill({ pixelsHwc, widthPx, heightPx }: PixelImage, area: Frame, [red, green, blue]: Colour): void {
  const [left, right] = [Math.max(0, area.x1), Math.min(widthPx, area.x2)];
  for (let y = Math.max(0, area.y1); y < Math.min(heightPx, area.y2); y++) {
    for (let at = 3 * (y * widthPx + left); at < 3 * (y * widthPx + right); at += 3) {
      pixelsHwc[at] = red;
      pixelsHwc[at + 1] = green;
      pixelsHwc[at + 2] = blue;
    }
  }
}

/** A frame whose inner edge is the given one. */
function drawFrame(picture: PixelImage, inner: Frame, line: { widthPx: number; colour: Colour }): void {
  const { widthPx, colour } = line;
  const outer = grow(inner, widthPx);
  fill(picture, { ...outer, y2: inner.y1 }, colour);
  fill(picture, { ...outer, y1: inner.y2 }, colour);
  fill(picture, { ...inner, x1: outer.x1, x2: inner.x1 }, colour);
  fill(picture, { ...inner, x1: inner.x2, x2: outer.x2 }, colour);
}

const grow = ({ x1, y1, x2, y2 }: Frame, byPx: number): Frame => ({
  x1: x1 - byPx,
  y1: y1 - byPx,
  x2: x2 + byPx,
  y2: y2 + byPx,
});

/**
 * Frames around what was found: a light line and a dark rim around it; each kind in a colour of its own. Where frames
 * cross, the lines are on top. Changes the picture.
 */
export function drawBoxes(picture: PixelImage, detections: readonly Detection[]): void {
  const widthPx = Math.round(findLinePx(picture));
  const kinds = [...new Set(detections.map(({ code }) => code))].sort();
  for (const { box } of detections) drawFrame(picture, grow(box, widthPx), { widthPx, colour: rimColour });
  for (const { box, code } of detections) {
    const colour = lineColours[kinds.indexOf(code) % lineColours.length] ?? lineColours[0];
    drawFrame(picture, box, { widthPx, colour });
  }
}
