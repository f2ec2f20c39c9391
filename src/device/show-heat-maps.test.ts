// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { createHeatMap } from '../../test/fixtures/sample-analyses.ts';
import type { Conclusion } from '../record/diagnosis.ts';
import { showHeatMaps } from './show-heat-maps.ts';

const conclude = (condition: string, evidence: Conclusion['evidence'] = 'image'): Conclusion => ({
  condition,
  probability: 0.1,
  evidence,
});
const maps = ['melanoma', 'acne', 'other'].map(createHeatMap);
const named = (conclusions: readonly Conclusion[], given = maps) =>
  showHeatMaps(conclusions, given).map(({ condition, borrowedFrom }) => [condition, borrowedFrom]);

describe('showHeatMaps', () => {
  it('gives an entry its own map, and the prior’s entries that of other', () => {
    const conclusions = [conclude('melanoma'), conclude('psoriasis', 'prior'), conclude('rosacea', 'prior')];
    expect(named(conclusions)).toEqual([
      ['melanoma', undefined],
      ['other', undefined],
    ]);
  });

  it('lends the map of other, or else the strongest, to an entry without one, and says so', () => {
    expect(named([conclude('tinea')])).toEqual([['tinea', 'other']]);
    expect(named([conclude('tinea'), conclude('scar', 'prior')], maps.slice(0, 2))).toEqual([
      ['tinea', 'melanoma'],
      ['other', 'melanoma'],
    ]);
  });

  it('looks at the first five entries only', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'melanoma'].map((slug) => conclude(slug));
    expect(named(six).map(([condition]) => condition)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('shows nothing where nothing was drawn', () => {
    expect(named([conclude('melanoma')], [])).toEqual([]);
  });
});
