// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';

const abcdTds = findForm('abcdTds');

const read = (asymmetry: number, border: number, color: number, dermoscopicStructures: number) =>
  scoreOf(abcdTds, { asymmetry, border, color, dermoscopicStructures });

const warningsOn = (site: string) =>
  scoreOf(abcdTds, { asymmetry: 0, border: 0, color: 1, dermoscopicStructures: 1 }, site).warnings;

describe('the total dermoscopy score', () => {
  it.each([
    [[0, 0, 1, 1], 1, 'Benign'],
    [[1, 4, 3, 3], 4.7, 'Benign'],
    [[1, 0, 3, 4], 4.8, 'Suspicious'],
    [[2, 8, 2, 2], 5.4, 'Suspicious'],
    [[2, 4, 4, 1], 5.5, 'Highly suspicious of melanoma'],
    [[2, 8, 6, 5], 8.9, 'Highly suspicious of melanoma'],
  ] as const)('of %j is %d: %s', ([asymmetry, border, color, structures], value, category) => {
    const score = read(asymmetry, border, color, structures);
    expect([score.value, categoryText(score.band)]).toEqual([value, category]);
  });

  it('is no all-clear, whatever its value', () => {
    expect(read(0, 0, 1, 1)).toMatchObject({
      band: { intensity: 'Low' },
      warnings: ['doesNotExcludeMelanoma'],
    });
  });

  it.each(['faceLeft', 'nose', 'lips', 'palmRight', 'soleLeft', 'tongue', 'nails', 'genital'])(
    'warns that the rule was not made for: %s',
    (site) => {
      expect(warningsOn(site)).toEqual(['doesNotExcludeMelanoma', 'ruleNotMadeForSite']);
    },
  );

  it.each(['trunkBack', 'scalp', 'handRight', 'footLeft', 'buttocks'])(
    'has no such warning on: %s',
    (site) => {
      expect(warningsOn(site)).toEqual(['doesNotExcludeMelanoma']);
    },
  );
});
