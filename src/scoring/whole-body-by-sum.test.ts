// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyScoreOf, everywhere, views } from '../../test/fixtures/body-score-of.ts';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';
import { sum } from './exact.ts';

const scalpViews = ['headTop', 'headBack', 'headLeft', 'headRight'];

describe('avasi of the body', () => {
  it('adds up what the views show', () => {
    const score = bodyScoreOf('avasi', {
      faceFront: { depigmentation: 40 },
      legsBack: { depigmentation: 10 },
    });
    expect(score).toMatchObject({
      value: 2.75,
      components: { percentOfShownSkin: 11.956522 },
      coveragePercent: 23,
      warnings: ['partOfTheBody'],
    });
    expect(categoryText(score.band)).toBe('Mild');
  });

  it('is what was seen of it where all pigment is lost', () => {
    expect(bodyScoreOf('avasi', everywhere({ depigmentation: 100 }))).toMatchObject({
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
          ([view, values]) =>
            scoreOf(findForm('avasiLocal'), values, view).globalScoreContribution ?? Number.NaN,
        );
        expect(bodyScoreOf('avasi', Object.fromEntries(bySite)).value).toBe(sum(added));
      }),
    );
  });
});

describe('asalt of the scalp', () => {
  it('is SALT where all four views were photographed', () => {
    const score = bodyScoreOf('asalt', {
      headTop: { hairLoss: 30 },
      headBack: { hairLoss: 20 },
      headLeft: { hairLoss: 10 },
      headRight: { hairLoss: 10 },
    });
    expect(score).toMatchObject({ value: 20.4, coveragePercent: 100, warnings: [] });
    expect(categoryText(score.band)).toBe('Moderate');
    expect(bodyScoreOf('asalt', everywhere({ hairLoss: 100 }, scalpViews)).value).toBe(100);
  });

  it('says how much of the scalp it is about', () => {
    const score = bodyScoreOf('asalt', { headTop: { hairLoss: 50 }, headBack: { hairLoss: 0 } });
    expect(score).toMatchObject({ value: 20, coveragePercent: 64, warnings: ['partOfTheScalp'] });
  });
});

describe('aihs4 of the body', () => {
  it('counts the lesions of all sites, folds too', () => {
    const score = bodyScoreOf('aihs4', {
      axillaLeft: { nodule: 3, abscess: 1, drainingTunnel: 0 },
      groin: { nodule: 0, abscess: 1, drainingTunnel: 1 },
    });
    expect(score).toMatchObject({ value: 11, coveragePercent: null, warnings: ['notPalpated'] });
    expect(categoryText(score.band)).toBe('Intense');
  });
});

describe('aladin of the body', () => {
  it('counts all lesions and means their density over them', () => {
    const score = bodyScoreOf('aladin', {
      faceLeft: { acne: 30, acneDensity: 1 },
      faceRight: { acne: 10, acneDensity: 5 },
    });
    // 40 lesions; (30 x 1 + 10 x 5) / 40 = 2 neighbours.
    expect(score).toMatchObject({
      value: 9,
      components: { countGrade: 3, densityGrade: 3 },
      coveragePercent: 2,
    });
    expect(bodyScoreOf('aladin', { faceLeft: { acne: 0, acneDensity: 0 } })).toMatchObject({ value: 0 });
  });
});
