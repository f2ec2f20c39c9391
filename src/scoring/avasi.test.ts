// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';
import { bodySites } from '../catalogue/body-sites.ts';
import { coverageOf, fullCoveragePercent, viewPercents } from './whole-body-views.ts';

const avasi = findForm('avasiLocal');

describe('avasi', () => {
  it.each([
    [0, 'None'],
    [0.01, 'Mild'],
    [10, 'Mild'],
    [10.01, 'Moderate'],
    [50, 'Moderate'],
    [50.01, 'Severe'],
  ])('%d %% is %s', (depigmentation, category) => {
    expect(categoryText(scoreOf(avasi, { depigmentation }).band)).toBe(category);
  });

  it('adds what a view shows of the skin', () => {
    const contribution = (site: string) =>
      scoreOf(avasi, { depigmentation: 40 }, site).globalScoreContribution;
    expect(contribution('legsBack')).toBe(8.6);
    expect(contribution('faceFront')).toBe(0.6);
  });

  it('does not say what a site adds that is no view of the series', () => {
    expect(scoreOf(avasi, { depigmentation: 40 }, 'chest')).not.toHaveProperty('globalScoreContribution');
  });
});

describe('viewPercents', () => {
  it('knows 17 sites of the catalogue that show 93.5 % of the skin', () => {
    const codes = Object.keys(viewPercents);
    const known = bodySites.filter(({ code, acceptedAsInput }) => acceptedAsInput && codes.includes(code));
    expect(known).toHaveLength(17);
    expect(coverageOf(codes)).toBe(93.5);
    expect(fullCoveragePercent).toBe(93.5);
  });

  it('shows as much of the left as of the right', () => {
    const sided = Object.entries(viewPercents).filter(([code]) => code.includes('Left'));
    for (const [code, percent] of sided) expect(viewPercents[code.replace('Left', 'Right')]).toBe(percent);
  });

  it('does not guess the share of other sites', () => {
    expect(coverageOf(['faceFront', 'chest'])).toBeNull();
  });
});
