// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';

const aeasi = findForm('aeasiLocal');
const arm = { surface: 60, patientAge: 40, redness: 2, thickness: 2, scratching: 0, lichenification: 0 };
const leg = { surface: 25, patientAge: 5, redness: 1, thickness: 1, scratching: 1, lichenification: 0 };

describe('aeasi', () => {
  it.each([
    ['armLeft', arm, 3.2, 'Mild'],
    ['legLeft', leg, 1.8, 'Mild'],
  ])('scores %s with %o as %d, %s', (site, answers, value, category) => {
    const score = scoreOf(aeasi, answers, site);
    expect(score).toMatchObject({ value, globalScoreContribution: value });
    expect(categoryText(score.band)).toBe(category);
  });

  it('reads the same value once more against cut-offs of the site', () => {
    const score = scoreOf(aeasi, { ...arm, redness: 3, thickness: 3 }, 'armLeft');
    expect(categoryText(score.band)).toBe('Mild');
    expect(categoryText(score.localBand)).toBe('Severe');
    expect(score.localBand?.range).toBe('(4.2, 10]');
  });

  it('gives the area grade that the percentage became', () => {
    expect(scoreOf(aeasi, arm, 'armLeft').components).toEqual({ surfaceGrade: 4 });
    expect(scoreOf(aeasi, { ...arm, surface: 0.01 }, 'armLeft').components).toEqual({ surfaceGrade: 1 });
  });

  it.each([
    ['faceFront', 2.4, 1.2],
    ['armLeft', 2.4, 2.4],
    ['trunkFront', 3.6, 3.6],
    ['legLeft', 3.6, 4.8],
  ])('weighs %s otherwise up to the seventh year', (site, young, grown) => {
    const answers = { ...leg, surface: 60 };
    expect(scoreOf(aeasi, { ...answers, patientAge: 7 }, site).value).toBe(young);
    expect(scoreOf(aeasi, { ...answers, patientAge: 8 }, site).value).toBe(grown);
  });
});
