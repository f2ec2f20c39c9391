// SPDX-License-Identifier: Apache-2.0
import type { Random } from './random.ts';

/** A value for every place; the same unit as the grain that made it, pixels. */
export type Field = (x: number, y: number) => number;

/** A torus of random numbers of this side repeats after so many grains; pictures are smaller. */
const lattice = 64;

const ease = (share: number): number => share * share * (3 - 2 * share);

/** Smooth hills of about the grain's width, -1 to 1. */
export function createNoise(random: Random, grainPx: number): Field {
  const values = Float32Array.from({ length: lattice * lattice }, () => random.between(-1, 1));
  const at = (column: number, row: number): number =>
    values[(row & (lattice - 1)) * lattice + (column & (lattice - 1))] as number;
  return (x, y) => {
    const u = x / grainPx + 17;
    const v = y / grainPx + 17;
    const column = Math.floor(u);
    const row = Math.floor(v);
    const across = ease(u - column);
    const down = ease(v - row);
    const above = at(column, row) * (1 - across) + at(column + 1, row) * across;
    const below = at(column, row + 1) * (1 - across) + at(column + 1, row + 1) * across;
    return above * (1 - down) + below * down;
  };
}

/** Hills on hills: each octave half as wide and half as high. */
export function createRoughness(random: Random, coarsestPx: number, octaves = 4): Field {
  const layers = Array.from({ length: octaves }, (_, octave) =>
    createNoise(random, coarsestPx / 2 ** octave),
  );
  return (x, y) => {
    let sum = 0;
    for (let octave = 0; octave < layers.length; octave++) {
      sum += (layers[octave] as Field)(x, y) / 2 ** octave;
    }
    return sum;
  };
}

/** What a place knows of the cell it lies in. */
export interface Cell {
  /** 0-1, the same in all of the cell. */
  readonly value: number;
  /** 0 at the border to the next cell, about 1 in the middle. */
  readonly depth: number;
}

/** Irregular cells like flakes or crumbs, of about the grain's width. @source Worley 1996 */
export function createCells(random: Random, grainPx: number): (x: number, y: number) => Cell {
  const points = Float32Array.from({ length: 3 * lattice * lattice }, () => random.next());
  return (x, y) => {
    const [u, v] = [x / grainPx + 17, y / grainPx + 17];
    const [column, row] = [Math.floor(u), Math.floor(v)];
    let [nearest, second, value] = [9, 9, 0];
    for (let near = 0; near < 9; near++) {
      const [left, top] = [column - 1 + (near % 3), row - 1 + Math.floor(near / 3)];
      const at = 3 * ((top & (lattice - 1)) * lattice + (left & (lattice - 1)));
      const [right, down] = [left + (points[at] as number) - u, top + (points[at + 1] as number) - v];
      const away = Math.sqrt(right * right + down * down);
      if (away < nearest) [second, nearest, value] = [nearest, away, points[at + 2] as number];
      else if (away < second) second = away;
    }
    return { value, depth: second - nearest };
  };
}
