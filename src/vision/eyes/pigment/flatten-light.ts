// SPDX-License-Identifier: Apache-2.0

/** Places and what was measured there. */
export interface Samples {
  /** -1 to 1 across and down the picture. */
  readonly across: Float32Array;
  readonly down: Float32Array;
  readonly values: Float32Array;
}

/** Constant, two slopes, three curvatures: light falls off slowly. */
const termCount = 6;

/** One more term says to which of two tones a place belongs, so that a large patch is not taken for light. */
const columnCount = termCount + 1;

/**
 * What slow light adds to the values: a surface of second degree, fitted by least squares together with the step
 * between the two tones. Returns the surface's coefficients, constant first.
 */
export function fitLight(samples: Samples, isLow: Uint8Array): Float64Array {
  const rows = new Float64Array(columnCount * (columnCount + 1));
  const terms = new Float64Array(columnCount + 1);
  for (let at = 0; at < samples.values.length; at++) {
    writeTerms(terms, samples.across[at] as number, samples.down[at] as number);
    terms[termCount] = isLow[at] as number;
    terms[columnCount] = samples.values[at] as number;
    addOuterProduct(rows, terms);
  }
  return solve(rows).subarray(0, termCount);
}

/** What light adds at a place, the constant left out. */
export function lightAt(surface: Float64Array, across: number, down: number): number {
  const [, right = 0, below = 0, bend = 0, twist = 0, sag = 0] = surface;
  return right * across + below * down + bend * across * across + twist * across * down + sag * down * down;
}

function writeTerms(terms: Float64Array, across: number, down: number): void {
  terms[0] = 1;
  terms[1] = across;
  terms[2] = down;
  terms[3] = across * across;
  terms[4] = across * down;
  // the last curvature comes behind the others
  terms[termCount - 1] = down * down;
}

function addOuterProduct(rows: Float64Array, terms: Float64Array): void {
  for (let row = 0, at = 0; row < columnCount; row++) {
    const factor = terms[row] as number;
    for (let column = 0; column <= columnCount; column++, at++) {
      rows[at] = (rows[at] as number) + factor * (terms[column] as number);
    }
  }
}

/** Keeps the equations solvable where all places lie on a line or are of one tone; far below any real sum. */
const ridge = 1e-3;

/** Gauss-Jordan elimination; the matrix is symmetric and, with the ridge, positive: no pivoting is needed. */
function solve(rows: Float64Array): Float64Array {
  const width = columnCount + 1;
  for (let row = 0; row < columnCount; row++)
    rows[row * width + row] = (rows[row * width + row] ?? 0) + ridge;
  for (let pivot = 0; pivot < columnCount; pivot++) eliminate(rows, pivot, width);
  return Float64Array.from({ length: columnCount }, (_, row) => rows[row * width + columnCount] ?? 0);
}

function eliminate(rows: Float64Array, pivot: number, width: number): void {
  const scale = rows[pivot * width + pivot] as number;
  for (let column = 0; column < width; column++) {
    rows[pivot * width + column] = (rows[pivot * width + column] as number) / scale;
  }
  for (let row = 0; row < columnCount; row++) {
    const factor = rows[row * width + pivot] as number;
    if (row === pivot || factor === 0) continue;
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      rows[at] = (rows[at] as number) - factor * (rows[pivot * width + column] as number);
    }
  }
}
