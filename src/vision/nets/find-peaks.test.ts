// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { findPeaks } from './find-peaks.ts';

const grid = (rows: readonly (readonly number[])[]) => ({
  heat: Float32Array.from(rows.flat()),
  widthCells: rows[0]?.length ?? 0,
  heightCells: rows.length,
});

describe('findPeaks', () => {
  it('takes cells that no neighbour outdoes, hottest first', () => {
    const peaks = findPeaks(
      grid([
        [0.6, 0.1, 0.1, 0.2],
        [0.1, 0.1, 0.1, 0.3],
        [0.1, 0.1, 0.8, 0.7],
      ]),
      0.35,
    );
    expect(peaks.map(({ x, y }) => [x, y])).toEqual([
      [2, 2],
      [0, 0],
    ]);
  });

  it('counts an even patch once, and nothing below the threshold', () => {
    expect(findPeaks(grid([[0.5, 0.5, 0.5]]), 0.5)).toMatchObject([{ x: 0, y: 0 }]);
    expect(findPeaks(grid([[0.5, 0.5, 0.5]]), 0.51)).toEqual([]);
    expect(findPeaks(grid([[Number.NaN]]), 0.1)).toEqual([]);
  });
});
