// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Modality } from '../record/image-analysis.ts';
import { catalogue, nonSpecificFinding } from './conditions.ts';
import { isDermoscopic, priorPeak, priorShares, tierWeights } from './prior-shares.ts';

const slugs = catalogue.conditions.map(({ slug }) => slug);
const anyModality = fc.constantFrom<Modality>('Clinical', 'Dermoscopic', 'None');
const anyCovered = fc.subarray(slugs).map((covered) => new Set(covered));
const nothing: ReadonlySet<string> = new Set();

const sum = (shares: ReadonlyMap<string, number>) => [...shares.values()].reduce((a, b) => a + b, 0);

describe('priorShares', () => {
  it('makes 1 over what no label speaks for, and gives normal skin nothing', () => {
    fc.assert(
      fc.property(anyCovered, anyModality, (covered, modality) => {
        const shares = priorShares(catalogue, { covered, modality });
        expect(sum(shares)).toBeCloseTo(1, 12);
        expect(shares.has(nonSpecificFinding)).toBe(false);
        const rest = slugs.filter((slug) => !covered.has(slug) && slug !== nonSpecificFinding);
        if (rest.length > 0) expect([...shares.keys()].filter((slug) => covered.has(slug))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('is equal within a tier and 1000 : 100 : 10 : 1 between tiers', () => {
    const shares = priorShares(catalogue, { covered: nothing, modality: 'Clinical' });
    const rarest =
      1 /
      catalogue.conditions.reduce((all, { slug, priorTier }) => {
        return slug === nonSpecificFinding ? all : all + tierWeights[priorTier];
      }, 0);
    for (const { slug, priorTier } of catalogue.conditions) {
      if (slug !== nonSpecificFinding)
        expect(shares.get(slug)).toBeCloseTo(tierWeights[priorTier] * rarest, 12);
    }
    expect(tierWeights).toEqual({ veryCommon: 1000, common: 100, uncommon: 10, rare: 1 });
  });

  it('does not call an unknown lesion under the dermatoscope a rash', () => {
    const shares = priorShares(catalogue, { covered: nothing, modality: 'Dermoscopic' });
    for (const slug of ['psoriasis', 'atopicDermatitis', 'urticaria', 'impetigo'])
      expect(shares.has(slug)).toBe(false);
    for (const slug of [
      'blueNaevus',
      'spitzNaevus',
      'commonWart',
      'subungualHaematoma',
      'merkelCellCarcinoma',
    ])
      expect(shares.has(slug)).toBe(true);
  });

  it('spreads over everything again when every label is covered', () => {
    const shares = priorShares(catalogue, { covered: new Set(slugs), modality: 'Clinical' });
    expect(sum(shares)).toBeCloseTo(1, 12);
    expect(shares.size).toBe(576);
  });

  it('gives up the narrowing when no dermoscopic condition is left', () => {
    const dermoscopic = catalogue.conditions.filter(isDermoscopic).map(({ slug }) => slug);
    const shares = priorShares(catalogue, { covered: new Set(dermoscopic), modality: 'Dermoscopic' });
    expect(shares.get('psoriasis')).toBeGreaterThan(0);
  });
});

describe('priorPeak', () => {
  it('lets no single guess dominate, whatever the model covers of the commonest', () => {
    const lesions = [
      'melanocyticNaevus',
      'seborrhoeicKeratosis',
      'cherryAngioma',
      'dermatofibroma',
      'solarLentigo',
    ];
    for (const covered of [
      nothing,
      new Set(lesions),
      new Set([...lesions, 'actinicKeratosis', 'acne', 'tinea']),
    ])
      expect(priorPeak(catalogue, { covered })).toBeLessThan(0.1);
  });

  it('is the largest share of any kind of picture', () => {
    const covered = nothing;
    const dermoscopic = Math.max(...priorShares(catalogue, { covered, modality: 'Dermoscopic' }).values());
    const clinical = Math.max(...priorShares(catalogue, { covered, modality: 'Clinical' }).values());
    expect(priorPeak(catalogue, { covered })).toBe(Math.max(dermoscopic, clinical));
    expect(dermoscopic).toBeGreaterThan(clinical);
  });
});
