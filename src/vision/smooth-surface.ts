// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from '../quality/choose-working-size.ts';

/** Size of a small grid of numbers. */
export interface GridSize {
  readonly widthCells: number;
  readonly heightCells: number;
}

/** For each output position the four grid lines around it and their weights. */
interface SplineTaps {
  readonly cells: Int32Array;
  readonly weights: Float32Array;
}

/** Weights of the uniform cubic B-spline, which never overshoots. @source de Boor 1978, A Practical Guide to Splines */
function makeSplineTaps(fromCells: number, toPx: number): SplineTaps {
  const cells = new Int32Array(4 * toPx);
  const weights = new Float32Array(4 * toPx);
  for (let to = 0; to < toPx; to++) {
    const position = ((to + 0.5) / toPx) * fromCells - 0.5;
    const cell = Math.floor(position);
    const t = position - cell;
    weights.set(
      [
        (1 - t) ** 3 / 6,
        (3 * t ** 3 - 6 * t ** 2 + 4) / 6,
        (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) / 6,
        t ** 3 / 6,
      ],
      4 * to,
    );
    for (let tap = 0; tap < 4; tap++) {
      cells[4 * to + tap] = Math.max(0, Math.min(fromCells - 1, cell - 1 + tap));
    }
  }
  return { cells, weights };
}

/**
 * Draws grids as smooth surfaces of the given size; made once per picture, used for each of its maps. The result
 * is valid until the next call.
 */
export function createSurfaceDrawer(
  grid: GridSize,
  size: PictureSize,
): (values: Float32Array) => Float32Array {
  const { widthCells, heightCells } = grid;
  const { widthPx, heightPx } = size;
  const across = makeSplineTaps(widthCells, widthPx);
  const down = makeSplineTaps(heightCells, heightPx);
  const wide = new Float32Array(heightCells * widthPx);
  const surface = new Float32Array(widthPx * heightPx);
  return (values) => {
    widen(values, widthCells, { taps: across, wide, widthPx });
    for (let y = 0; y < heightPx; y++) fillRow(surface, wide, { taps: down, y, widthPx });
    return surface;
  };
}

interface Widening {
  readonly taps: SplineTaps;
  readonly wide: Float32Array;
  readonly widthPx: number;
}

function widen(grid: Float32Array, widthCells: number, { taps, wide, widthPx }: Widening): void {
  const { cells, weights } = taps;
  for (let at = 0, row = 0; at < wide.length; row += widthCells) {
    for (let x = 0; x < widthPx; x++, at++) {
      let sum = 0;
      for (let tap = 4 * x; tap < 4 * x + 4; tap++) {
        sum += (weights[tap] as number) * (grid[row + (cells[tap] as number)] as number);
      }
      wide[at] = sum;
    }
  }
}

interface Row {
  readonly taps: SplineTaps;
  readonly y: number;
  readonly widthPx: number;
}

function fillRow(surface: Float32Array, wide: Float32Array, { taps, y, widthPx }: Row): void {
  const [w0 = 0, w1 = 0, w2 = 0, w3 = 0] = taps.weights.subarray(4 * y, 4 * y + 4);
  const [c0 = 0, c1 = 0, c2 = 0, c3 = 0] = taps.cells.subarray(4 * y, 4 * y + 4);
  for (let x = 0, at = y * widthPx; x < widthPx; x++, at++) {
    surface[at] =
      w0 * (wide[c0 * widthPx + x] as number) +
      w1 * (wide[c1 * widthPx + x] as number) +
      w2 * (wide[c2 * widthPx + x] as number) +
      w3 * (wide[c3 * widthPx + x] as number);
  }
}
