// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { correlateRanks, rank } from './rank-correlation.ts';

it('shares the mean rank among equals', () => {
  expect(rank([3, 1, 3, 9])).toEqual([2.5, 1, 2.5, 4]);
});

it('is 1 for whatever rises, -1 for whatever falls, 0 for what stays', () => {
  expect(correlateRanks([1, 2, 3], [1, 10, 11])).toBeCloseTo(1);
  expect(correlateRanks([1, 2, 3], [9, 4, 1])).toBeCloseTo(-1);
  expect(correlateRanks([1, 2, 3], [5, 5, 5])).toBe(0);
});

it('agrees with a worked example', () => {
  // 1 - 6 * (1 + 1 + 0 + 0) / (4 * 15), by hand.
  expect(correlateRanks([1, 2, 3, 4], [2, 1, 3, 4])).toBeCloseTo(0.8);
});
