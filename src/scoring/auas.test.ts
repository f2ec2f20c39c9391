// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';

describe('auas', () => {
  it.each([
    [2, 3, 5, 'Intense'],
    [0, 0, 0, 'None'],
    [2, 2, 4, 'Moderate'],
    [0, 3, 3, 'Moderate'],
    [2, 0, 2, 'Mild'],
  ])('wheals %d and itch %d are %d, %s', (wheals, pruritus, value, category) => {
    const score = scoreOf(findForm('auasLocal'), { wheals, pruritus });
    expect(score).toMatchObject({ value, warnings: ['whealsOfTheMoment'] });
    expect(categoryText(score.band)).toBe(category);
  });
});
