// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';

describe('nsil', () => {
  it.each([
    [0, 0, 0, 0, 'None'],
    [1, 0, 0, 0.33, 'Mild'],
    [4, 0, 0, 1.33, 'Mild'],
    [2, 2, 1, 1.67, 'Moderate'],
    [1, 2, 4, 2.33, 'Moderate'],
    [4, 2, 2, 2.67, 'Severe'],
    [4, 4, 4, 4, 'Severe'],
  ])('dryness %d, erythema %d, inflammation %d: %d, %s', (...row) => {
    const [dryness, erythema, inflammations, value, category] = row;
    const score = scoreOf(findForm('nsilLocal'), { dryness, erythema, inflammations });
    expect(score.value).toBe(value);
    expect(categoryText(score.band)).toBe(category);
  });
});
