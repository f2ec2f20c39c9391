// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';

const aladin = findForm('aladinLocal');

describe('aladin', () => {
  it.each([
    [0, 0],
    [1, 1],
    [10, 1],
    [11, 2],
    [25, 2],
    [26, 3],
    [50, 3],
    [51, 4],
    [400, 4],
  ])('%d lesions are grade %d by number, which counts twice', (acne, countGrade) => {
    expect(scoreOf(aladin, { acne, acneDensity: 0 })).toMatchObject({
      value: 2 * countGrade,
      components: { countGrade, densityGrade: 0 },
    });
  });

  it.each([
    [0, 0],
    [0.01, 1],
    [0.99, 1],
    [1, 2],
    [1.99, 2],
    [2, 3],
    [3.99, 3],
    [4, 4],
    [30, 4],
  ])('%d neighbours are grade %d by density, which counts once', (acneDensity, densityGrade) => {
    expect(scoreOf(aladin, { acne: 0, acneDensity })).toMatchObject({
      value: densityGrade,
      components: { countGrade: 0, densityGrade },
    });
  });

  it.each([
    [0, 0, 'Grade 0'],
    [10, 0.5, 'Grade 1'],
    [20, 0, 'Grade 2'],
    [33, 1.5, 'Grade 3'],
    [33, 5, 'Grade 4'],
  ])('%d lesions of density %d are %s', (acne, acneDensity, category) => {
    expect(categoryText(scoreOf(aladin, { acne, acneDensity }).band)).toBe(category);
  });
});
