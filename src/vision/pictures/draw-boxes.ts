// SPDX-License-Identifier: Apache-2.0
import type { Detection } from '../../record/severity-reading.ts';
import type { PictureSize } from '../choose-working-size.ts';
import { type Colour, cover, lineColours, linePx, type Overlay, rimColour } from './overlay.ts';

interface Frame {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A frame of `linePx` whose outer edge is the given one. */
function drawFrame(overlay: Overlay, frame: Frame, colour: Colour): void {
  const { x1, y1, x2, y2 } = frame;
  for (let y = Math.max(0, y1); y < Math.min(overlay.heightPx, y2); y++) {
    const isBar = y < y1 + linePx || y >= y2 - linePx;
    for (let x = Math.max(0, x1); x < Math.min(overlay.widthPx, x2); x++) {
      const isOnFrame = isBar || x < x1 + linePx || x >= x2 - linePx;
      if (isOnFrame) cover(overlay, y * overlay.widthPx + x, colour);
    }
  }
}

const grow = ({ x1, y1, x2, y2 }: Frame, byPx: number): Frame => ({
  x1: x1 - byPx,
  y1: y1 - byPx,
  x2: x2 + byPx,
  y2: y2 + byPx,
});

/** Frames around what was found: a dark rim outside a light line; each kind in a colour of its own. */
export function drawBoxes(overlay: Overlay, detections: readonly Detection[], full: PictureSize): void {
  const across = overlay.widthPx / full.widthPx;
  const down = overlay.heightPx / full.heightPx;
  const kinds = [...new Set(detections.map(({ code }) => code))];
  const placed = detections.map(({ code, box }) => ({
    colour: lineColours[kinds.indexOf(code) % lineColours.length] ?? lineColours[0],
    frame: {
      x1: Math.round(box.x1 * across),
      y1: Math.round(box.y1 * down),
      x2: Math.round(box.x2 * across),
      y2: Math.round(box.y2 * down),
    },
  }));
  for (const { frame } of placed) drawFrame(overlay, grow(frame, 2 * linePx), rimColour);
  for (const { frame, colour } of placed) drawFrame(overlay, grow(frame, linePx), colour);
}
