// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';

const apasi = findForm('apasiLocal');

describe('apasi', () => {
  it.each([
    ['trunkFront', { area: 3, erythema: 3, induration: 2, desquamation: 2 }, 6.3, 'Severe'],
    ['armLeft', { surface: 4, erythema: 3, induration: 3, desquamation: 3 }, 7.2, 'Severe'],
    ['legLeft', { surface: 1, erythema: 2, induration: 1, desquamation: 1 }, 1.6, 'Mild'],
    ['scalp', { surface: 6, erythema: 4, induration: 4, desquamation: 4 }, 7.2, 'Severe'],
    ['scalp', { surface: 0, erythema: 4, induration: 4, desquamation: 4 }, 0, 'None'],
  ])('scores %s with %o as %d, %s', (site, answers, value, category) => {
    const score = scoreOf(apasi, answers, site);
    expect(score).toMatchObject({ value, globalScoreContribution: value });
    expect(categoryText(score.band)).toBe(category);
  });

  it('reads a site against the whole-body cut-offs times its weight', () => {
    const answers = { surface: 1, erythema: 1, induration: 1, desquamation: 1 };
    const ranges = ['headNeck', 'trunkFront', 'legLeft'].map((site) =>
      scoreOf(apasi, answers, site).bandTable.map(({ range }) => range),
    );
    expect(ranges).toEqual([
      ['[0, 0]', '(0, 0.7)', '[0.7, 1.5)', '[1.5, 7.2]'],
      ['[0, 0]', '(0, 2.1)', '[2.1, 4.5)', '[4.5, 21.6]'],
      ['[0, 0]', '(0, 2.8)', '[2.8, 6)', '[6, 28.8]'],
    ]);
  });
});
