// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { fillHull } from './fill-hull.ts';

const size = { widthPx: 20, heightPx: 16 };

function mark(points: readonly (readonly [number, number])[]): Uint8Array {
  const marked = new Uint8Array(size.widthPx * size.heightPx);
  for (const [x, y] of points) marked[y * size.widthPx + x] = 1;
  return marked;
}

function count(marked: Uint8Array): number {
  return marked.reduce((sum, value) => sum + value, 0);
}

describe('fillHull', () => {
  it('fills the rectangle between four corners', () => {
    const corners = mark([
      [2, 3],
      [15, 3],
      [2, 12],
      [15, 12],
    ]);
    expect(count(fillHull(corners, size))).toBe(14 * 10);
  });

  it('fills the notch of a horseshoe and nothing outside', () => {
    const arms: (readonly [number, number])[] = [];
    for (let y = 2; y <= 12; y++) arms.push([3, y], [16, y]);
    for (let x = 3; x <= 16; x++) arms.push([x, 12]);
    const filled = fillHull(mark(arms), size);
    expect(filled[5 * size.widthPx + 10]).toBe(1);
    expect(count(filled)).toBe(14 * 11);
  });

  it('keeps a triangle a triangle', () => {
    const filled = fillHull(
      mark([
        [0, 0],
        [0, 10],
        [10, 10],
      ]),
      size,
    );
    expect(filled[10 * size.widthPx + 9]).toBe(1);
    expect(filled[1 * size.widthPx + 9]).toBe(0);
    expect(count(filled)).toBe(66);
  });

  it('leaves nothing as nothing and a point as a point', () => {
    expect(count(fillHull(mark([]), size))).toBe(0);
    expect(count(fillHull(mark([[4, 4]]), size))).toBe(1);
  });
});
