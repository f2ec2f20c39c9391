// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAnalysis, createAnalysis } from '../../test/fixtures/sample-analyses.ts';
import { catalogue } from '../catalogue/conditions.ts';
import { computeClinicalIndicators } from './clinical-indicators.ts';
import { composeConclusions } from './compose-conclusions.ts';

const indicatorsOf = (probabilities: Readonly<Record<string, number>>) =>
  computeClinicalIndicators(composeConclusions(createAnalysis(probabilities), catalogue), catalogue);

describe('computeClinicalIndicators', () => {
  it('stays within 0-1, and never puts urgent above high priority', () => {
    fc.assert(
      fc.property(anyAnalysis, (analysis) => {
        const indicators = computeClinicalIndicators(composeConclusions(analysis, catalogue), catalogue);
        for (const value of Object.values(indicators)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        expect(indicators.highPriorityReferral).toBeGreaterThanOrEqual(indicators.urgentReferral);
        expect(indicators.hasCondition).toBeGreaterThanOrEqual(indicators.malignancy - 1e-12);
      }),
      { numRuns: 60 },
    );
  });

  it('grows as mass moves from a harmless condition to a flagged one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        (p, more) => {
          const before = indicatorsOf({ melanoma: p, melanocyticNaevus: 1 - p });
          const after = indicatorsOf({ melanoma: p + more, melanocyticNaevus: 1 - p - more });
          expect(after.malignancy).toBeGreaterThanOrEqual(before.malignancy - 1e-12);
          expect(after.highPriorityReferral).toBeGreaterThanOrEqual(before.highPriorityReferral - 1e-12);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('adds up the flagged entries', () => {
    const indicators = indicatorsOf({ melanoma: 0.25, basalCellCarcinoma: 0.25, cellulitis: 0.5 });
    expect(indicators).toEqual({
      hasCondition: 1,
      pigmentedLesion: 0.25,
      malignancy: 0.5,
      urgentReferral: 0.5,
      highPriorityReferral: 0.75,
    });
  });

  it('leaves no condition where the skin is normal', () => {
    expect(indicatorsOf({ nonSpecificFinding: 1 })).toEqual({
      hasCondition: 0,
      pigmentedLesion: 0,
      malignancy: 0,
      urgentReferral: 0,
      highPriorityReferral: 0,
    });
  });

  it('counts the share of the prior', () => {
    const { malignancy, hasCondition } = indicatorsOf({ melanocyticNaevus: 0.1 });
    expect(hasCondition).toBe(1);
    expect(malignancy).toBeGreaterThan(0);
    expect(malignancy).toBeLessThan(0.1);
  });
});
