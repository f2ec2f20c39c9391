// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from '../../quality/choose-working-size.ts';

/** Pixels that hang together, corners included. The box ends before `x2` and `y2`. */
export interface Region {
  readonly areaPx: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly centreX: number;
  readonly centreY: number;
}

export interface LabelledRegions {
  /** 0 outside; region number `n` of the list is labelled `n + 1`. */
  readonly labels: Int32Array;
  readonly regions: readonly Region[];
}

/** Pixels still to be looked at; each of the picture enters once at most. */
interface Stack {
  readonly places: Int32Array;
  height: number;
}

interface Field extends PictureSize {
  readonly marked: Uint8Array;
  readonly labels: Int32Array;
}

/** The regions of everything above 0 in `marked`, in reading order of their first pixels. */
export function labelRegions(marked: Uint8Array, { widthPx, heightPx }: PictureSize): LabelledRegions {
  const labels = new Int32Array(marked.length);
  const stack: Stack = { places: new Int32Array(marked.length), height: 0 };
  const regions: Region[] = [];
  const field = { marked, labels, widthPx, heightPx };
  for (let at = 0; at < marked.length; at++) {
    if (marked[at] === 0 || labels[at] !== 0) continue;
    labels[at] = regions.length + 1;
    stack.places[0] = at;
    stack.height = 1;
    regions.push(growRegion(field, stack));
  }
  return { labels, regions };
}

function growRegion(field: Field, stack: Stack): Region {
  const { widthPx } = field;
  let [areaPx, sumX, sumY] = [0, 0, 0];
  let [x1, y1, x2, y2] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  while (stack.height > 0) {
    const at = stack.places[--stack.height] as number;
    const x = at % widthPx;
    const y = (at - x) / widthPx;
    areaPx++;
    sumX += x;
    sumY += y;
    if (x < x1) x1 = x;
    if (y < y1) y1 = y;
    if (x >= x2) x2 = x + 1;
    if (y >= y2) y2 = y + 1;
    pushNeighbours(field, stack, at);
  }
  return { areaPx, x1, y1, x2, y2, centreX: sumX / areaPx + 0.5, centreY: sumY / areaPx + 0.5 };
}

/** The neighbours take the label of the pixel itself. */
function pushNeighbours({ marked, labels, widthPx, heightPx }: Field, stack: Stack, from: number): void {
  const x = from % widthPx;
  const y = (from - x) / widthPx;
  const label = labels[from] as number;
  const firstX = x > 0 ? x - 1 : 0;
  const lastX = x < widthPx - 1 ? x + 1 : x;
  const lastRow = (y < heightPx - 1 ? y + 1 : y) * widthPx;
  for (let row = (y > 0 ? y - 1 : 0) * widthPx; row <= lastRow; row += widthPx) {
    for (let at = row + firstX; at <= row + lastX; at++) {
      if (marked[at] === 0 || labels[at] !== 0) continue;
      labels[at] = label;
      stack.places[stack.height++] = at;
    }
  }
}
