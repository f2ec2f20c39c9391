// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';

const ascorad = findForm('ascoradLocal');
const none = { erythema: 0, swelling: 0, crusting: 0, excoriation: 0, lichenification: 0, dryness: 0 };
const calm = { ...none, pruritus: 0, sleeplessness: 0 };

describe('ascorad', () => {
  it('takes 60 % of an arm for 5.4 % of the skin', () => {
    const signs = { ...none, erythema: 2, swelling: 2, crusting: 2, dryness: 1 };
    const score = scoreOf(ascorad, { ...signs, surface: 60, pruritus: 5, sleeplessness: 7 }, 'armLeft');
    expect(score).toMatchObject({
      value: 37.58,
      components: { surfaceAreaOverBsa: 5.4, objectiveScorad: 25.58 },
      warnings: ['oneSiteOnly'],
    });
    expect(categoryText(score.band)).toBe('Moderate');
  });

  it('takes half of the front of the trunk for 9 % of the skin', () => {
    const signs = { ...none, erythema: 1, swelling: 1, excoriation: 1, dryness: 1 };
    const score = scoreOf(ascorad, { ...signs, surface: 50, pruritus: 2, sleeplessness: 0 }, 'trunkFront');
    expect(score).toMatchObject({ value: 17.8, components: { surfaceAreaOverBsa: 9 } });
    expect(categoryText(score.band)).toBe('Mild');
  });

  it('counts each of the six signs alike', () => {
    const values = Object.keys(none).map(
      (sign) => scoreOf(ascorad, { ...calm, surface: 0, [sign]: 1 }, 'armLeft').value,
    );
    expect(values).toEqual([3.5, 3.5, 3.5, 3.5, 3.5, 3.5]);
  });

  it.each([
    ['scalp', 1.8],
    ['legLeft', 3.6],
    ['genital', 0.2],
  ])('counts all of %s as %d', (site, value) => {
    expect(scoreOf(ascorad, { ...calm, surface: 100 }, site).value).toBe(value);
  });
});
