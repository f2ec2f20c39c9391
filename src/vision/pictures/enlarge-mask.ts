// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from '../../quality/choose-working-size.ts';
import type { Mask } from '../eyes/eye.ts';

/** Whole numbers are mixed many times faster than fractions: shares in steps of 1 / 256. */
const shareBits = 8;
const wholeShare = 1 << shareBits;

/** Where each pixel of the larger side lies between two of the smaller, middle upon middle. */
interface Taps {
  readonly before: Int32Array;
  /** How much the next one counts, 0 to `wholeShare`. */
  readonly share: Int32Array;
}

function placeTaps(fromPx: number, toPx: number): Taps {
  const before = new Int32Array(toPx);
  const share = new Int32Array(toPx);
  for (let at = 0; at < toPx; at++) {
    const place = Math.min(fromPx - 1, Math.max(0, ((at + 0.5) * fromPx) / toPx - 0.5));
    before[at] = Math.min(Math.floor(place), Math.max(0, fromPx - 2));
    share[at] = fromPx === 1 ? 0 : Math.round(wholeShare * (place - (before[at] as number)));
  }
  return { before, share };
}

/** One row of the mask at its new width, times `wholeShare`. */
function stretchRow(row: Uint8Array, to: Int32Array, { before, share }: Taps): void {
  for (let at = 0; at < to.length; at++) {
    const left = row[before[at] as number] as number;
    const right = row[(before[at] as number) + 1] ?? left;
    to[at] = wholeShare * left + (share[at] as number) * (right - left);
  }
}

/** One row between two stretched ones. */
function mixRows(to: Uint8Array, rows: { upper: Int32Array; lower: Int32Array; share: number }): void {
  const { upper, lower, share } = rows;
  const rest = wholeShare - share;
  const half = 1 << (2 * shareBits - 1);
  for (let at = 0; at < to.length; at++) {
    to[at] = (rest * (upper[at] as number) + share * (lower[at] as number) + half) >> (2 * shareBits);
  }
}

/** Whether a row is of one level, so that it need not be mixed. */
const isFlat = (row: Uint8Array): boolean => row.every((value) => value === row[0]);

/**
 * The levels of a mask at a larger size, straight lines between its pixels, so that its edges are smooth: most of the cost of
 * its pictures, and on a photograph of 50 megapixels ten times faster than a general resize.
 */
export function enlargeMask(mask: Mask, { widthPx, heightPx }: PictureSize): Mask {
  const values = new Uint8Array(widthPx * heightPx);
  const across = placeTaps(mask.widthPx, widthPx);
  const down = placeTaps(mask.heightPx, heightPx);
  const rowAt = (y: number) => mask.values.subarray(y * mask.widthPx, (y + 1) * mask.widthPx);
  let [upper, lower] = [new Int32Array(widthPx), new Int32Array(widthPx)];
  let stretched = -1;
  let isEven = false;
  for (let y = 0; y < heightPx; y++) {
    const above = down.before[y] as number;
    const below = Math.min(above + 1, mask.heightPx - 1);
    if (above !== stretched) {
      const [upperRow, lowerRow] = [rowAt(above), rowAt(below)];
      isEven = isFlat(upperRow) && isFlat(lowerRow) && upperRow[0] === lowerRow[0];
      if (above === stretched + 1 && stretched >= 0) [upper, lower] = [lower, upper];
      else stretchRow(upperRow, upper, across);
      stretchRow(lowerRow, lower, across);
      stretched = above;
    }
    const row = values.subarray(y * widthPx, (y + 1) * widthPx);
    if (isEven) row.fill(mask.values[above * mask.widthPx] as number);
    else mixRows(row, { upper, lower, share: down.share[y] as number });
  }
  return { values, widthPx, heightPx };
}
