// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { neededDigits } from './needed-digits.ts';

test.each([
  [0, 0],
  [4, 0],
  [100, 0],
  [3.6, 1],
  [1.1, 1],
  [-2.5, 1],
  [1.25, 2],
  [1 / 3, 2],
  [2.001, 0],
])('%d is written with %d digits after the point', (value, digits) => {
  expect(neededDigits(value)).toBe(digits);
});
