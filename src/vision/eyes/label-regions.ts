// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from '../../quality/choose-working-size.ts';

/** Pixels that hang together, corners included. The box ends before `x2` and `y2`. */
export interface Region {
  readonly areaPx: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface LabelledRegions {
  /** 0 outside; region number `n` of the list is labelled `n + 1`. */
  readonly labels: Int32Array;
  readonly regions: readonly Region[];
}

/** Marked pixels side by side in one row, in reading order: few of them make up a region of many pixels. */
interface Runs {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The first run of each row; one more says where those of the last row end. */
  readonly firsts: Int32Array;
  /** An earlier run of the same region, or the run itself where none is earlier. */
  readonly heads: Int32Array;
}

/** The regions of everything above 0 in `marked`, in reading order of their first pixels. */
export function labelRegions(marked: Uint8Array, size: PictureSize): LabelledRegions {
  const runs = findRuns(marked, size);
  for (let y = 1; y < size.heightPx; y++) joinRow(runs, y, size.widthPx);
  return drawRuns(runs, size);
}

function findRuns(marked: Uint8Array, { widthPx, heightPx }: PictureSize): Runs {
  const most = Math.ceil(widthPx / 2) * heightPx;
  const [starts, ends] = [new Int32Array(most), new Int32Array(most)];
  const firsts = new Int32Array(heightPx + 1);
  let count = 0;
  for (let y = 0, at = 0; y < heightPx; y++) {
    let isRun = false;
    for (const end = at + widthPx; at < end; at++) {
      const isMarked = marked[at] !== 0;
      if (isMarked === isRun) continue;
      if (isRun) ends[count++] = at;
      else starts[count] = at;
      isRun = isMarked;
    }
    if (isRun) ends[count++] = at;
    firsts[y + 1] = count;
  }
  const heads = new Int32Array(count);
  for (let run = 0; run < count; run++) heads[run] = run;
  return { starts, ends, firsts, heads };
}

/** Joins the runs of a row with those of the row above that they touch. */
function joinRow({ starts, ends, firsts, heads }: Runs, y: number, widthPx: number): void {
  const [first, behind] = [firsts[y] as number, firsts[y + 1] as number];
  let above = firsts[y - 1] as number;
  for (let run = first; run < behind; run++) {
    const start = (starts[run] as number) - widthPx;
    const end = (ends[run] as number) - widthPx;
    while (above < first && (ends[above] as number) < start) above++;
    for (let other = above; other < first && (starts[other] as number) <= end; other++) {
      const [left, right] = [findHead(heads, other), findHead(heads, run)];
      heads[Math.max(left, right)] = Math.min(left, right);
    }
  }
}

/** The first run of the region; leaves a shorter way to it for the next time. */
function findHead(heads: Int32Array, run: number): number {
  let at = run;
  while (heads[at] !== at) {
    heads[at] = heads[heads[at] as number] as number;
    at = heads[at] as number;
  }
  return at;
}

/** A region's head comes before the rest of it, so that one pass over the runs numbers all. */
function drawRuns(
  { starts, ends, firsts, heads }: Runs,
  { widthPx, heightPx }: PictureSize,
): LabelledRegions {
  const labels = new Int32Array(widthPx * heightPx);
  const labelOf = new Int32Array(heads.length);
  const regions: Growing[] = [];
  for (let y = 0; y < heightPx; y++) {
    for (let run = firsts[y] as number; run < (firsts[y + 1] as number); run++) {
      const [start, end] = [starts[run] as number, ends[run] as number];
      const label = labelOf[findHead(heads, run)] || regions.push(startRegion(widthPx, y));
      labelOf[run] = label;
      for (let at = start; at < end; at++) labels[at] = label;
      addRun(regions[label - 1] as Growing, y, { start: start - y * widthPx, end: end - y * widthPx });
    }
  }
  return { labels, regions };
}

type Growing = { -readonly [Key in keyof Region]: Region[Key] };

const startRegion = (widthPx: number, y: number): Growing => ({
  areaPx: 0,
  x1: widthPx,
  y1: y,
  x2: 0,
  y2: y,
});

function addRun(region: Growing, y: number, { start, end }: { start: number; end: number }): void {
  region.areaPx += end - start;
  region.x1 = Math.min(region.x1, start);
  region.x2 = Math.max(region.x2, end);
  region.y2 = y + 1;
}

/** A value for each pixel by its region, and `outside` for those of none. */
export function paintRegions(
  { labels, regions }: LabelledRegions,
  levelOf: (region: Region) => number,
  outside = 0,
): Uint8Array {
  const values = Uint8Array.from([outside, ...regions.map(levelOf)]);
  const painted = new Uint8Array(labels.length);
  for (let at = 0; at < painted.length; at++) painted[at] = values[labels[at] as number] as number;
  return painted;
}
