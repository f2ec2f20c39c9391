// SPDX-License-Identifier: Apache-2.0

/** A map of the net, row by row. */
export interface HeatGrid {
  readonly heat: Float32Array;
  readonly widthCells: number;
  readonly heightCells: number;
}

/** A cell that none of its eight neighbours outdoes. */
export interface Peak {
  readonly cell: number;
  readonly x: number;
  readonly y: number;
  readonly heat: number;
}

/** Whether a neighbour is hotter; of equal neighbours the first in reading order is the peak. */
function isOutdone({ heat, widthCells, heightCells }: HeatGrid, x: number, y: number): boolean {
  const cell = y * widthCells + x;
  const own = heat[cell] as number;
  const [top, bottom] = [Math.max(0, y - 1), Math.min(heightCells - 1, y + 1)];
  const [left, right] = [Math.max(0, x - 1), Math.min(widthCells - 1, x + 1)];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const other = row * widthCells + column;
      const value = heat[other] as number;
      if (value > own || (value === own && other < cell)) return true;
    }
  }
  return false;
}

/** The peaks of at least `fromHeat`, hottest first. */
export function findPeaks(grid: HeatGrid, fromHeat: number): readonly Peak[] {
  const { heat, widthCells } = grid;
  const peaks: Peak[] = [];
  for (let cell = 0; cell < heat.length; cell++) {
    const value = heat[cell] as number;
    if (!(value >= fromHeat)) continue;
    const x = cell % widthCells;
    const y = Math.floor(cell / widthCells);
    if (!isOutdone(grid, x, y)) peaks.push({ cell, x, y, heat: value });
  }
  return peaks.sort((one, other) => other.heat - one.heat);
}
