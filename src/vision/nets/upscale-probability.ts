// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from '../../quality/choose-working-size.ts';
import type { Mask } from '../eyes/eye.ts';

/** One channel of a net's output, row by row. */
export interface LogitGrid {
  readonly logits: Float32Array;
  readonly widthCells: number;
  readonly heightCells: number;
}

/** Beyond this a sigmoid rounds to 0 or 255; steps of 1/64 are finer than a 255th everywhere. */
const farthest = 8;
const stepsPerUnit = 64;

/** 255 x sigmoid at each step from `-farthest` to `farthest`; a table, because a picture has 260,000 pixels. */
const sigmoids = Uint8Array.from({ length: 2 * farthest * stepsPerUnit + 1 }, (_, step) =>
  Math.round(255 / (1 + Math.exp(farthest - step / stepsPerUnit))),
);

interface Taps {
  readonly firsts: Uint16Array;
  readonly seconds: Uint16Array;
  /** Weight of the second. */
  readonly shares: Float32Array;
}

/** Between which two cells the middle of each pixel lies; the outermost cells reach to the edge. */
function makeTaps(cells: number, pixels: number): Taps {
  const firsts = new Uint16Array(pixels);
  const seconds = new Uint16Array(pixels);
  const shares = new Float32Array(pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const place = Math.min(Math.max(((pixel + 0.5) * cells) / pixels - 0.5, 0), cells - 1);
    const first = Math.floor(place);
    firsts[pixel] = first;
    seconds[pixel] = Math.min(first + 1, cells - 1);
    shares[pixel] = place - first;
  }
  return { firsts, seconds, shares };
}

/** One row of cells between two rows of the grid. */
function blendRow(row: Float32Array, grid: LogitGrid, at: { first: number; second: number; share: number }) {
  const upper = at.first * grid.widthCells;
  const lower = at.second * grid.widthCells;
  for (let x = 0; x < row.length; x++) {
    const above = grid.logits[upper + x] as number;
    row[x] = above + at.share * ((grid.logits[lower + x] as number) - above);
  }
}

function widenRow(row: Float32Array, taps: Taps, values: Uint8Array): void {
  const last = sigmoids.length - 1;
  const middle = farthest * stepsPerUnit;
  for (let x = 0; x < values.length; x++) {
    const left = row[taps.firsts[x] as number] as number;
    const right = row[taps.seconds[x] as number] as number;
    const step = middle + stepsPerUnit * (left + (taps.shares[x] as number) * (right - left));
    values[x] = sigmoids[step < 0 ? 0 : step > last ? last : Math.round(step)] as number;
  }
}

/**
 * A channel at the picture's size. Logits are blended, as in training, and their sigmoid is taken last: blended
 * probabilities would round every corner of an outline.
 * @param threshold probability, 0-1, that becomes the middle of the mask, 128: whoever cuts there uses the model's own
 */
export function upscaleProbability(grid: LogitGrid, size: PictureSize, threshold: number): Mask {
  const across = makeTaps(grid.widthCells, size.widthPx);
  const down = makeTaps(grid.heightCells, size.heightPx);
  const bias = Math.log(threshold / (1 - threshold));
  const shifted = { ...grid, logits: grid.logits.map((logit) => logit - bias) };
  const values = new Uint8Array(size.widthPx * size.heightPx);
  const row = new Float32Array(grid.widthCells);
  for (let y = 0; y < size.heightPx; y++) {
    const [first, second, share] = [down.firsts[y], down.seconds[y], down.shares[y]] as const;
    blendRow(row, shifted, { first: first ?? 0, second: second ?? 0, share: share ?? 0 });
    widenRow(row, across, values.subarray(y * size.widthPx, (y + 1) * size.widthPx));
  }
  return { values, widthPx: size.widthPx, heightPx: size.heightPx };
}
