// SPDX-License-Identifier: Apache-2.0

/** A stream of numbers, the same for the same seed. */
export interface Random {
  /** Even, 0 to below 1. */
  next(): number;
  between(from: number, to: number): number;
  /** Normal, mean 0, standard deviation 1. */
  normal(): number;
}

/** @source Mulberry32, public domain (T. Ettinger); Box and Muller 1958 for the normal numbers */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (from, to) => from + (to - from) * next(),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
