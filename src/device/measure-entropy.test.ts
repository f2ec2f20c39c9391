// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAnalysis } from '../../test/fixtures/sample-analyses.ts';
import { catalogue } from '../catalogue/conditions.ts';
import type { Conclusion } from '../record/diagnosis.ts';
import { composeConclusions } from './compose-conclusions.ts';
import { measureEntropy } from './measure-entropy.ts';

const conclude = (...probabilities: readonly number[]): readonly Conclusion[] =>
  probabilities.map((probability, index) => ({ condition: `c${index}`, probability, evidence: 'image' }));

describe('measureEntropy', () => {
  it('is 0 when one entry has everything and 1 when all are equal', () => {
    expect(measureEntropy(conclude(1, 0, 0, 0))).toBe(0);
    expect(measureEntropy(conclude(0.25, 0.25, 0.25, 0.25))).toBeCloseTo(1, 12);
    expect(measureEntropy(conclude(0.5, 0.5, 0, 0))).toBeCloseTo(0.5, 12);
    expect(measureEntropy(conclude(1))).toBe(0);
  });

  it('stays within 0-1 for any reading', () => {
    fc.assert(
      fc.property(anyAnalysis, (analysis) => {
        const entropy = measureEntropy(composeConclusions(analysis, catalogue));
        expect(entropy).toBeGreaterThanOrEqual(0);
        expect(entropy).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });
});
