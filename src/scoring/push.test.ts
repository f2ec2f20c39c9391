// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { findForm, scoreOf } from '../../test/fixtures/score-of.ts';

const push = findForm('push');

describe('PUSH', () => {
  it.each([
    [0, 0],
    [0.01, 1],
    [0.29, 1],
    [0.3, 2],
    [0.6, 2],
    [0.61, 3],
    [0.7, 3],
    [1, 3],
    [1.01, 4],
    [2, 4],
    [2.01, 5],
    [3, 5],
    [3.1, 6],
    [4, 6],
    [4.1, 7],
    [8, 7],
    [8.1, 8],
    [12, 8],
    [12.1, 9],
    [24, 9],
    [24.01, 10],
    [400, 10],
  ])('grades an area of %d cm² as %d', (lengthTimesWidthCm2, areaGrade) => {
    expect(scoreOf(push, { lengthTimesWidthCm2, exudate: 0, tissue: 0 })).toMatchObject({
      value: areaGrade,
      components: { areaGrade },
      band: null,
    });
  });

  it('adds exudate and tissue', () => {
    expect(scoreOf(push, { lengthTimesWidthCm2: 30, exudate: 3, tissue: 4 }).value).toBe(17);
  });
});
