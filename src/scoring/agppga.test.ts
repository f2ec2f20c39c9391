// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';

describe('agppga', () => {
  it.each([
    [0, 0, 0, 0, 0, 'Clear'],
    [1, 0, 0, 0.3333333333, 1, 'Almost clear'],
    [2, 1, 1, 1.3333333333, 1, 'Almost clear'],
    [2, 1, 2, 1.6666666667, 2, 'Mild'],
    [3, 2, 2, 2.3333333333, 2, 'Mild'],
    [3, 2, 3, 2.6666666667, 3, 'Moderate'],
    [4, 3, 3, 3.3333333333, 3, 'Moderate'],
    [4, 3, 4, 3.6666666667, 4, 'Severe'],
  ])('erythema %d, scaling %d, pustules %d: mean %d, grade %d, %s', (...row) => {
    const [erythema, desquamation, pustulation, mean, value, category] = row;
    const score = scoreOf(findForm('agppgaLocal'), { erythema, desquamation, pustulation });
    expect(score).toMatchObject({ value, components: { mean }, warnings: ['systemicSignsNotCounted'] });
    expect(categoryText(score.band)).toBe(category);
  });
});
