// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyScoreOf, everywhere, views } from '../../test/fixtures/body-score-of.ts';
import { arbitraryAnswers } from '../../test/fixtures/random-answers.ts';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';
import { siteOf } from '../../test/fixtures/site-of.ts';
import { SiteError } from './scoring-system.ts';
import { findWholeBodySystem } from './whole-body.ts';

const plaque = { surface: 3, erythema: 3, induration: 2, desquamation: 2 };
const clear = { surface: 0, erythema: 0, induration: 0, desquamation: 0 };

describe('apasi of the body', () => {
  it('is the PASI of four equal regions where all views are equal', () => {
    const score = bodyScoreOf('apasi', everywhere(plaque));
    expect(score).toMatchObject({
      value: 21,
      components: { headNeck: 2.1, upperLimbs: 4.2, trunk: 6.3, lowerLimbs: 8.4 },
      coveragePercent: 93.5,
      warnings: [],
    });
    expect(categoryText(score.band)).toBe('Severe');
  });

  it('is the same of whole arms, legs and the front of the head as of their views', () => {
    const whole = ['headFront', 'armLeft', 'armRight', 'legLeft', 'legRight'];
    const covered = /^(face|arm|legs)/;
    const others = views.filter((view) => !covered.test(view));
    expect(bodyScoreOf('apasi', everywhere(plaque, [...whole, ...others]))).toMatchObject({
      value: 21,
      components: { headNeck: 2.1, upperLimbs: 4.2, trunk: 6.3, lowerLimbs: 8.4 },
      coveragePercent: 93.5,
      warnings: [],
    });
  });

  it.each([
    ['legLeft', 'legsFront'],
    ['legsBack', 'legRight'],
    ['faceLeft', 'headFront'],
    ['armLeftTop', 'armLeft'],
  ])('counts no skin twice: %s and %s', (one, other) => {
    expect(() => bodyScoreOf('apasi', everywhere(plaque, [one, other]))).toThrow(new SiteError('overlap'));
  });

  it('reaches 72 and no more', () => {
    const worst = { surface: 6, erythema: 4, induration: 4, desquamation: 4 };
    expect(bodyScoreOf('apasi', everywhere(worst)).value).toBe(72);
  });

  it('means the area of a region over the skin that its views show', () => {
    // 10.5 of 21 % at 40 %, the rest clear: 20 % of what was shown, grade 2.
    const score = bodyScoreOf('apasi', { trunkFront: plaque, trunkBack: clear });
    expect(score).toMatchObject({ value: 4.2, components: { trunk: 4.2 }, coveragePercent: 21 });
    expect(score.warnings).toEqual(['regionsJudgedByParts']);
  });

  it('means signs over affected skin, so that clear views do not water them down', () => {
    const faint = { surface: 3, erythema: 1, induration: 0, desquamation: 0 };
    // Affected: 10.5 x 40 and 2.5 x 40: erythema (10.5 x 3 + 2.5) / 13.
    const score = bodyScoreOf('apasi', { trunkFront: plaque, trunkLeft: faint, trunkRight: clear });
    const [erythema, others] = [34 / 13, 42 / 13];
    expect(score.value).toBeCloseTo(0.3 * 3 * (erythema + others), 5);
  });

  it('takes a measured percentage in place of the middle of the grade', () => {
    const system = findWholeBodySystem('apasi');
    const front = { site: siteOf('trunkFront'), values: plaque };
    const back = { site: siteOf('trunkBack'), values: clear };
    const valueAt = (affectedPercent: number) =>
      system?.formula({ sites: [{ ...front, affectedPercent }, back], person: {} }).value;
    expect(valueAt(31)).toBe(4.2);
    expect(valueAt(19)).toBe(2.1);
    expect(valueAt(0)).toBe(0);
  });

  it.each(views)('is the local score where only %s was photographed', (view) => {
    const local = findForm('apasiLocal');
    fc.assert(
      fc.property(arbitraryAnswers(local.form.items), (answers) => {
        expect(bodyScoreOf('apasi', { [view]: answers }).value).toBe(scoreOf(local, answers, view).value);
      }),
      { numRuns: 20 },
    );
  });
});

describe('aeasi of the body', () => {
  const eczema = { surface: 60, redness: 2, thickness: 2, scratching: 0, lichenification: 0 };

  it('is the EASI of four equal regions where all views are equal', () => {
    const score = bodyScoreOf('aeasi', everywhere(eczema), { patientAge: 40 });
    expect(score).toMatchObject({ value: 16, coveragePercent: 93.5, warnings: [] });
    expect(categoryText(score.band)).toBe('Moderate');
  });

  it('weighs heads and legs by the age of the person', () => {
    const sites = { faceFront: eczema, legsFront: { ...eczema, surface: 5 } };
    expect(bodyScoreOf('aeasi', sites, { patientAge: 8 }).components).toEqual({
      headNeck: 1.6,
      lowerLimbs: 1.6,
    });
    expect(bodyScoreOf('aeasi', sites, { patientAge: 7 }).components).toEqual({
      headNeck: 3.2,
      lowerLimbs: 1.2,
    });
  });

  it('means percentages before it grades them', () => {
    const none = { surface: 0, redness: 0, thickness: 0, scratching: 0, lichenification: 0 };
    const score = bodyScoreOf('aeasi', { armLeftTop: eczema, armRightTop: none }, { patientAge: 40 });
    expect(score.value).toBe(2.4);
  });

  it('counts each of the four signs alike', () => {
    const none = { surface: 60, redness: 0, thickness: 0, scratching: 0, lichenification: 0 };
    const values = ['redness', 'thickness', 'scratching', 'lichenification'].map(
      (sign) => bodyScoreOf('aeasi', { armLeftTop: { ...none, [sign]: 2 } }, { patientAge: 40 }).value,
    );
    expect(values).toEqual([1.6, 1.6, 1.6, 1.6]);
  });

  it.each(views)('is the local score where only %s was photographed', (view) => {
    const local = findForm('aeasiLocal');
    fc.assert(
      fc.property(arbitraryAnswers(local.form.items), (answers) => {
        const body = bodyScoreOf('aeasi', { [view]: answers }, answers);
        expect(body.value).toBe(scoreOf(local, answers, view).value);
      }),
      { numRuns: 20 },
    );
  });
});

describe('ascorad of the body', () => {
  const none = {
    surface: 0,
    erythema: 0,
    swelling: 0,
    crusting: 0,
    excoriation: 0,
    lichenification: 0,
    dryness: 0,
  };
  const worst = {
    surface: 100,
    erythema: 3,
    swelling: 3,
    crusting: 3,
    excoriation: 3,
    lichenification: 3,
    dryness: 3,
  };
  const calm = { pruritus: 0, sleeplessness: 0 };

  it('reaches 103, and 83 without itch and sleep', () => {
    const score = bodyScoreOf('ascorad', everywhere(worst), { pruritus: 10, sleeplessness: 10 });
    expect(score).toMatchObject({
      value: 103,
      components: { surfaceAreaOverBsa: 100, objectiveScorad: 83 },
      coveragePercent: 93.5,
      warnings: [],
    });
    expect(categoryText(score.band)).toBe('Severe');
  });

  it('turns each region into percent of the skin by the rule of nines', () => {
    const percents = ['faceFront', 'armLeftTop', 'trunkFront', 'legsFront'].map(
      (view) => bodyScoreOf('ascorad', { [view]: { ...none, surface: 50 } }, calm).components,
    );
    expect(percents).toMatchObject([
      { surfaceAreaOverBsa: 4.5 },
      { surfaceAreaOverBsa: 9 },
      { surfaceAreaOverBsa: 18.5 },
      { surfaceAreaOverBsa: 18 },
    ]);
  });

  it('means signs over affected skin, but dryness over all', () => {
    const sites = { armLeftTop: { ...none, surface: 50, erythema: 2, dryness: 2 }, armRightTop: none };
    // A = 18 x 25 %: 0.9; erythema 2, dryness 1: 10.5.
    expect(bodyScoreOf('ascorad', sites, calm)).toMatchObject({
      value: 11.4,
      warnings: ['regionsJudgedByParts'],
    });
  });

  it.each(['erythema', 'swelling', 'crusting', 'excoriation', 'lichenification', 'dryness'])(
    'counts %s',
    (sign) => {
      expect(bodyScoreOf('ascorad', { armLeftTop: { ...none, surface: 10, [sign]: 2 } }, calm).value).toBe(
        7.36,
      );
    },
  );

  it('adds itch and loss of sleep once', () => {
    const person = { pruritus: 5, sleeplessness: 7 };
    expect(bodyScoreOf('ascorad', everywhere(none), person).value).toBe(12);
  });
});
