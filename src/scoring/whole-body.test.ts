// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryAnswers } from '../../test/fixtures/random-answers.ts';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';
import { siteOf } from '../../test/fixtures/site-of.ts';
import { round, sum } from './exact.ts';
import type { ValueTree } from './items.ts';
import { SiteError } from './scoring-system.ts';
import { findWholeBodySystem, scoreWholeBody, wholeBodySystems } from './whole-body.ts';
import { viewPercents } from './whole-body-views.ts';

const views = Object.keys(viewPercents);
const scalpViews = ['headTop', 'headBack', 'headLeft', 'headRight'];

function bodyScore(code: string, bySite: Readonly<Record<string, ValueTree>>, person: ValueTree = {}) {
  const system = findWholeBodySystem(code);
  if (system === undefined) throw new Error(`${code} has no whole-body form`);
  const sites = Object.entries(bySite).map(([site, values]) => ({ site: siteOf(site), values }));
  return scoreWholeBody(system, { sites, person });
}

/** The same values on every view. */
function everywhere(values: ValueTree, sites = views): Readonly<Record<string, ValueTree>> {
  return Object.fromEntries(sites.map((site) => [site, values]));
}

const plaque = { surface: 3, erythema: 3, induration: 2, desquamation: 2 };
const clear = { surface: 0, erythema: 0, induration: 0, desquamation: 0 };

describe('apasi of the body', () => {
  it('is the PASI of four equal regions where all views are equal', () => {
    const score = bodyScore('apasi', everywhere(plaque));
    expect(score).toMatchObject({
      value: 21,
      components: { headNeck: 2.1, upperLimbs: 4.2, trunk: 6.3, lowerLimbs: 8.4 },
      coveragePercent: 93.5,
      warnings: [],
    });
    expect(categoryText(score.band)).toBe('Severe');
  });

  it('reaches 72 and no more', () => {
    const worst = { surface: 6, erythema: 4, induration: 4, desquamation: 4 };
    expect(bodyScore('apasi', everywhere(worst)).value).toBe(72);
  });

  it('means the area of a region over the skin that its views show', () => {
    // 10.5 of 21 % at 40 %, the rest clear: 20 % of what was shown, grade 2.
    const score = bodyScore('apasi', { trunkFront: plaque, trunkBack: clear });
    expect(score).toMatchObject({ value: 4.2, components: { trunk: 4.2 }, coveragePercent: 21 });
    expect(score.warnings).toEqual(['regionsJudgedByParts']);
  });

  it('means signs over affected skin, so that clear views do not water them down', () => {
    const faint = { surface: 3, erythema: 1, induration: 0, desquamation: 0 };
    // Affected: 10.5 x 40 and 2.5 x 40: erythema (10.5 x 3 + 2.5) / 13.
    const score = bodyScore('apasi', { trunkFront: plaque, trunkLeft: faint, trunkRight: clear });
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
    const local = findForm('apasi');
    fc.assert(
      fc.property(arbitraryAnswers(local.form.items), (answers) => {
        expect(bodyScore('apasi', { [view]: answers }).value).toBe(scoreOf(local, answers, view).value);
      }),
      { numRuns: 20 },
    );
  });
});

describe('aeasi of the body', () => {
  const eczema = { surface: 60, redness: 2, thickness: 2, scratching: 0, lichenification: 0 };

  it('is the EASI of four equal regions where all views are equal', () => {
    const score = bodyScore('aeasi', everywhere(eczema), { patientAge: 40 });
    expect(score).toMatchObject({ value: 16, coveragePercent: 93.5, warnings: [] });
    expect(categoryText(score.band)).toBe('Moderate');
  });

  it('weighs heads and legs by the age of the person', () => {
    const sites = { faceFront: eczema, legsFront: { ...eczema, surface: 5 } };
    expect(bodyScore('aeasi', sites, { patientAge: 8 }).components).toEqual({
      headNeck: 1.6,
      lowerLimbs: 1.6,
    });
    expect(bodyScore('aeasi', sites, { patientAge: 7 }).components).toEqual({
      headNeck: 3.2,
      lowerLimbs: 1.2,
    });
  });

  it('means percentages before it grades them', () => {
    const none = { surface: 0, redness: 0, thickness: 0, scratching: 0, lichenification: 0 };
    const score = bodyScore('aeasi', { armLeftTop: eczema, armRightTop: none }, { patientAge: 40 });
    expect(score.value).toBe(2.4);
  });

  it('counts each of the four signs alike', () => {
    const none = { surface: 60, redness: 0, thickness: 0, scratching: 0, lichenification: 0 };
    const values = ['redness', 'thickness', 'scratching', 'lichenification'].map(
      (sign) => bodyScore('aeasi', { armLeftTop: { ...none, [sign]: 2 } }, { patientAge: 40 }).value,
    );
    expect(values).toEqual([1.6, 1.6, 1.6, 1.6]);
  });

  it.each(views)('is the local score where only %s was photographed', (view) => {
    const local = findForm('aeasi');
    fc.assert(
      fc.property(arbitraryAnswers(local.form.items), (answers) => {
        const body = bodyScore('aeasi', { [view]: answers }, answers);
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
    const score = bodyScore('ascorad', everywhere(worst), { pruritus: 10, sleeplessness: 10 });
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
      (view) => bodyScore('ascorad', { [view]: { ...none, surface: 50 } }, calm).components,
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
    expect(bodyScore('ascorad', sites, calm)).toMatchObject({
      value: 11.4,
      warnings: ['regionsJudgedByParts'],
    });
  });

  it.each(['erythema', 'swelling', 'crusting', 'excoriation', 'lichenification', 'dryness'])(
    'counts %s',
    (sign) => {
      expect(bodyScore('ascorad', { armLeftTop: { ...none, surface: 10, [sign]: 2 } }, calm).value).toBe(
        7.36,
      );
    },
  );

  it('adds itch and loss of sleep once', () => {
    const person = { pruritus: 5, sleeplessness: 7 };
    expect(bodyScore('ascorad', everywhere(none), person).value).toBe(12);
  });
});

describe('avasi of the body', () => {
  it('adds up what the views show', () => {
    const score = bodyScore('avasi', { faceFront: { depigmentation: 40 }, legsBack: { depigmentation: 10 } });
    expect(score).toMatchObject({
      value: 2.75,
      components: { percentOfShownSkin: 11.956522 },
      coveragePercent: 23,
      warnings: ['partOfTheBody'],
    });
    expect(categoryText(score.band)).toBe('Mild');
  });

  it('is what was seen of it where all pigment is lost', () => {
    expect(bodyScore('avasi', everywhere({ depigmentation: 100 }))).toMatchObject({
      value: 93.5,
      components: { percentOfShownSkin: 100 },
      coveragePercent: 93.5,
      warnings: [],
    });
  });

  it('is the sum of what the local scores say they add', () => {
    const percents = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 17, maxLength: 17 });
    fc.assert(
      fc.property(percents, (hundredths) => {
        const bySite = views.map(
          (view, index) => [view, { depigmentation: (hundredths[index] ?? 0) / 100 }] as const,
        );
        const added = bySite.map(
          ([view, values]) => scoreOf(findForm('avasi'), values, view).globalScoreContribution ?? Number.NaN,
        );
        expect(bodyScore('avasi', Object.fromEntries(bySite)).value).toBe(sum(added));
      }),
    );
  });
});

describe('asalt of the scalp', () => {
  it('is SALT where all four views were photographed', () => {
    const score = bodyScore('asalt', {
      headTop: { hairLoss: 30 },
      headBack: { hairLoss: 20 },
      headLeft: { hairLoss: 10 },
      headRight: { hairLoss: 10 },
    });
    expect(score).toMatchObject({ value: 20.4, coveragePercent: 100, warnings: [] });
    expect(categoryText(score.band)).toBe('Moderate');
    expect(bodyScore('asalt', everywhere({ hairLoss: 100 }, scalpViews)).value).toBe(100);
  });

  it('says how much of the scalp it is about', () => {
    const score = bodyScore('asalt', { headTop: { hairLoss: 50 }, headBack: { hairLoss: 0 } });
    expect(score).toMatchObject({ value: 20, coveragePercent: 64, warnings: ['partOfTheScalp'] });
  });
});

describe('aihs4 of the body', () => {
  it('counts the lesions of all sites, folds too', () => {
    const score = bodyScore('aihs4', {
      axillaLeft: { nodule: 3, abscess: 1, drainingTunnel: 0 },
      groin: { nodule: 0, abscess: 1, drainingTunnel: 1 },
    });
    expect(score).toMatchObject({ value: 11, coveragePercent: null, warnings: ['notPalpated'] });
    expect(categoryText(score.band)).toBe('Intense');
  });
});

describe('aladin of the body', () => {
  it('counts all lesions and means their density over them', () => {
    const score = bodyScore('aladin', {
      faceLeft: { acne: 30, acneDensity: 1 },
      faceRight: { acne: 10, acneDensity: 5 },
    });
    // 40 lesions; (30 x 1 + 10 x 5) / 40 = 2 neighbours.
    expect(score).toMatchObject({
      value: 9,
      components: { countGrade: 3, densityGrade: 3 },
      coveragePercent: 2,
    });
    expect(bodyScore('aladin', { faceLeft: { acne: 0, acneDensity: 0 } })).toMatchObject({ value: 0 });
  });
});

describe('scoreWholeBody', () => {
  it('has a form for seven systems', () => {
    const codes = wholeBodySystems.map(({ system }) => system.code);
    expect(codes).toEqual(['aeasi', 'aihs4', 'aladin', 'apasi', 'asalt', 'ascorad', 'avasi']);
    expect(findWholeBodySystem('auas')).toBeUndefined();
  });

  it('asks the person for items that the local form has', () => {
    for (const { system, personItems } of wholeBodySystems)
      expect(Object.keys(system.forms[0]?.items ?? {})).toEqual(expect.arrayContaining([...personItems]));
    expect(findWholeBodySystem('aeasi')?.personItems).toEqual(['patientAge']);
    expect(findWholeBodySystem('ascorad')?.personItems).toEqual(['pruritus', 'sleeplessness']);
  });

  it('refuses a series without a photograph: nobody looked', () => {
    expect(() => bodyScore('apasi', {})).toThrow(new SiteError('noSite'));
  });

  it('refuses a site twice, and a site within another', () => {
    const system = findWholeBodySystem('aihs4');
    const seen = { site: siteOf('groin'), values: { nodule: 1, abscess: 0, drainingTunnel: 0 } };
    if (system !== undefined)
      expect(() => scoreWholeBody(system, { sites: [seen, seen], person: {} })).toThrow(
        new SiteError('overlap'),
      );
    expect(() => bodyScore('aihs4', { footLeft: seen.values, soleLeft: seen.values })).toThrow(
      new SiteError('overlap'),
    );
  });

  it('refuses sites whose share of the skin is unknown', () => {
    expect(() => bodyScore('apasi', { chest: plaque })).toThrow(new SiteError('noView'));
    expect(() => bodyScore('avasi', { chest: { depigmentation: 1 } })).toThrow(new SiteError('noView'));
    expect(() => bodyScore('asalt', { faceFront: { hairLoss: 1 } })).toThrow(new SiteError('noScalpView'));
  });

  it('does not care for the order of the photographs, and does not drift', () => {
    const items = findForm('apasi').form.items;
    fc.assert(
      fc.property(fc.array(arbitraryAnswers(items), { minLength: 17, maxLength: 17 }), (answers) => {
        const entries = views.map((view, index) => [view, answers[index] ?? clear] as const);
        const score = bodyScore('apasi', Object.fromEntries(entries));
        expect(bodyScore('apasi', Object.fromEntries([...entries].reverse()))).toEqual(score);
        expect(round(score.value, 6)).toBe(score.value);
        expect(score.value).toBeLessThanOrEqual(72);
      }),
    );
  });
});
