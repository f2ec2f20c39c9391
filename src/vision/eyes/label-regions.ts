// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from '../choose-working-size.ts';

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
    regions.push(growRegion(field, stack, regions.length + 1));
  }
  return { labels, regions };
}

function growRegion(field: Field, stack: Stack, label: number): Region {
  const { widthPx } = field;
  let [areaPx, sumX, sumY] = [0, 0, 0];
  let [x1, y1, x2, y2] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  while (stack.height > 0) {
    const at = stack.places[--stack.height] as number;
    const [x, y] = [at % widthPx, Math.floor(at / widthPx)];
    areaPx++;
    sumX += x;
    sumY += y;
    x1 = Math.min(x1, x);
    y1 = Math.min(y1, y);
    x2 = Math.max(x2, x + 1);
    y2 = Math.max(y2, y + 1);
    pushNeighbours(field, stack, { x, y, label });
  }
  return { areaPx, x1, y1, x2, y2, centreX: sumX / areaPx + 0.5, centreY: sumY / areaPx + 0.5 };
}

function pushNeighbours(field: Field, stack: Stack, from: { x: number; y: number; label: number }): void {
  const { marked, labels, widthPx, heightPx } = field;
  const [lastX, lastY] = [Math.min(widthPx - 1, from.x + 1), Math.min(heightPx - 1, from.y + 1)];
  for (let y = Math.max(0, from.y - 1); y <= lastY; y++) {
    for (let x = Math.max(0, from.x - 1); x <= lastX; x++) {
      const at = y * widthPx + x;
      if (marked[at] === 0 || labels[at] !== 0) continue;
      labels[at] = from.label;
      stack.places[stack.height++] = at;
    }
  }
}
