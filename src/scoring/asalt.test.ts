// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';
import { SiteError } from './scoring-system.ts';

const asalt = findForm('asaltLocal');

describe('asalt', () => {
  it.each([
    ['headTop', 20],
    ['headBack', 12],
    ['headLeft', 9],
    ['headRight', 9],
  ])('half bald, %s adds %d to SALT', (site, globalScoreContribution) => {
    expect(scoreOf(asalt, { hairLoss: 50 }, site)).toMatchObject({ value: 50, globalScoreContribution });
  });

  it.each([
    [0, 'None'],
    [0.01, 'Limited'],
    [20, 'Limited'],
    [20.01, 'Moderate'],
    [49.99, 'Moderate'],
    [50, 'Severe'],
    [95, 'Very severe'],
  ])('%d %% is %s', (hairLoss, category) => {
    expect(categoryText(scoreOf(asalt, { hairLoss }, 'headTop').band)).toBe(category);
  });

  it.each(['armLeft', 'headFront', 'faceFront', 'wholeBody'])('has no place for %s', (site) => {
    expect(() => scoreOf(asalt, { hairLoss: 50 }, site)).toThrow(new SiteError('noScalpView'));
    expect(asalt.system.sites).not.toContain(site);
  });
});
