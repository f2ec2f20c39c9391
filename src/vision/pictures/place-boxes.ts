// SPDX-License-Identifier: Apache-2.0

import type { PictureSize } from '../../quality/choose-working-size.ts';
import type { Detection } from '../../record/severity-reading.ts';
import type { FoundBox } from '../eyes/eye.ts';

/** Whole pixels within 0 and `sidePx`, at least one of them. */
function placeSpan(from: number, to: number, sidePx: number): readonly [start: number, end: number] {
  const start = Math.min(sidePx - 1, Math.max(0, Math.floor(from)));
  return [start, Math.min(sidePx, Math.max(start + 1, Math.ceil(to)))];
}

/** What was found on the eyes' picture, in whole pixels of the photograph. */
export function placeBoxes(
  boxes: readonly FoundBox[],
  from: PictureSize,
  to: PictureSize,
): readonly Detection[] {
  const across = to.widthPx / from.widthPx;
  const down = to.heightPx / from.heightPx;
  return boxes.map((found) => {
    const [x1, x2] = placeSpan(found.x1 * across, found.x2 * across, to.widthPx);
    const [y1, y2] = placeSpan(found.y1 * down, found.y2 * down, to.heightPx);
    return { code: found.code, confidence: found.confidence, box: { x1, y1, x2, y2 } };
  });
}
