// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';
import { checkAnswers } from './check-answers.ts';

const easi = findForm('easi');
const clear = { surface: 0, erythema: 0, edema: 0, excoriation: 0, lichenification: 0 };
const worst = { surface: 6, erythema: 3, edema: 3, excoriation: 3, lichenification: 3 };
const body = { headNeck: clear, upperLimbs: clear, trunk: clear, lowerLimbs: clear };

describe('easi', () => {
  it.each([
    ['headNeck', 14.4, 7.2],
    ['upperLimbs', 14.4, 14.4],
    ['trunk', 21.6, 21.6],
    ['lowerLimbs', 21.6, 28.8],
  ])('counts %s as %d up to the seventh year and as %d from the eighth on', (region, young, grown) => {
    const answers = { ...body, [region]: worst };
    expect(scoreOf(easi, { ...answers, patientAge: 7 }).value).toBe(young);
    expect(scoreOf(easi, { ...answers, patientAge: 8 }).value).toBe(grown);
  });

  it('gives 72 to the worst eczema at any age', () => {
    const answers = { headNeck: worst, upperLimbs: worst, trunk: worst, lowerLimbs: worst };
    for (const patientAge of [0, 7, 8, 90]) {
      const score = scoreOf(easi, { ...answers, patientAge });
      expect([score.value, categoryText(score.band)]).toEqual([72, 'Very severe']);
    }
  });

  it.each([1.5, 2.5])('counts the half point %d', (erythema) => {
    const headNeck = { ...clear, surface: 1, erythema };
    expect(scoreOf(easi, { ...body, headNeck, patientAge: 30 }).value).toBe(erythema / 10);
  });

  it.each([0.5, 1.25, 3.5])('refuses the grade %d', (edema) => {
    const answers = { ...body, trunk: { ...clear, edema }, patientAge: 30 };
    expect(checkAnswers(easi.form, answers).faults).toMatchObject([
      { kind: 'notAllowed', path: ['trunk', 'edema'] },
    ]);
  });

  it.each([
    [{ surface: 2, erythema: 3, edema: 2 }, 1, 'Almost clear'],
    [{ surface: 1, erythema: 3, edema: 3, excoriation: 3, lichenification: 1.5 }, 1.05, 'Mild'],
  ])('reads %o as %d, %s', (signs, value, category) => {
    const score = scoreOf(easi, { ...body, headNeck: { ...clear, ...signs }, patientAge: 30 });
    expect([score.value, categoryText(score.band)]).toEqual([value, category]);
  });
});
