// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bandShares } from './band-shares.ts';

test.each([
  [
    'in proportion, a first single number without length',
    [
      [0, 0],
      [0, 7],
      [7, 15],
      [15, 72],
    ],
    [0, 7, 8, 57],
  ],
  [
    'grades alike',
    [
      [0, 0],
      [1, 1],
      [2, 2],
    ],
    [1, 1, 1],
  ],
  [
    'what has no end as long as all below it',
    [
      [0, 3],
      [4, 10],
      [11, null],
    ],
    [4, 7, 11],
  ],
] as const)('%s', (_, bands, shares) => {
  expect(bandShares(bands.map(([from, to]) => ({ from, to })))).toEqual(shares);
});
