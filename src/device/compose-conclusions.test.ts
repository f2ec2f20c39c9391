// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAnalysis, createAnalysis, createValidity } from '../../test/fixtures/sample-analyses.ts';
import { catalogue } from '../catalogue/conditions.ts';
import { composeConclusions } from './compose-conclusions.ts';
import { imageEvidenceOf } from './rank-conclusions.ts';

describe('composeConclusions', () => {
  it('covers the whole catalogue, sorted, each probability 0-1, all together 1', () => {
    fc.assert(
      fc.property(anyAnalysis, (analysis) => {
        const conclusions = composeConclusions(analysis, catalogue);
        expect(new Set(conclusions.map(({ condition }) => condition)).size).toBe(577);
        const probabilities = conclusions.map(({ probability }) => probability);
        expect(probabilities.toSorted((a, b) => b - a)).toEqual(probabilities);
        expect(Math.min(...probabilities)).toBeGreaterThanOrEqual(0);
        expect(Math.abs(probabilities.reduce((sum, each) => sum + each, 0) - 1)).toBeLessThan(1e-9);
        expect(composeConclusions(structuredClone(analysis), catalogue)).toEqual(conclusions);
      }),
      { numRuns: 60 },
    );
  });

  it('makes 1 of float32 probabilities that make it only nearly', () => {
    const analysis = createAnalysis({ melanoma: 0.7, acne: 0.2 }, { otherProbability: 0.1000004 });
    const sum = composeConclusions(analysis, catalogue).reduce(
      (all, { probability }) => all + probability,
      0,
    );
    expect(Math.abs(sum - 1)).toBeLessThan(1e-9);
  });

  it('keeps what the image says and marks it', () => {
    const conclusions = composeConclusions(
      createAnalysis({ melanoma: 0.6, nonSpecificFinding: 0.3 }),
      catalogue,
    );
    expect(conclusions[0]).toMatchObject({ condition: 'melanoma', evidence: 'image' });
    expect(conclusions[0]?.probability).toBeCloseTo(0.6, 12);
    expect(conclusions[1]).toMatchObject({ condition: 'nonSpecificFinding', evidence: 'image' });
    expect(conclusions[2]?.evidence).toBe('prior');
    expect(imageEvidenceOf(conclusions)).toBeCloseTo(0.9, 12);
  });

  it('marks a condition with a label as seen even when the label gives it nothing', () => {
    const conclusions = composeConclusions(createAnalysis({ melanoma: 1, acne: 0 }), catalogue);
    expect(conclusions.find(({ condition }) => condition === 'acne')).toEqual({
      condition: 'acne',
      probability: 0,
      evidence: 'image',
    });
  });

  it('spreads only what the image could not place, by how common the rest is', () => {
    const conclusions = composeConclusions(createAnalysis({ melanoma: 0.2 }), catalogue);
    const of = (slug: string) => conclusions.find(({ condition }) => condition === slug)?.probability ?? 0;
    expect(of('psoriasis') / of('plaquePsoriasis')).toBeCloseTo(10, 9);
    expect(of('psoriasis')).toBe(of('rosacea'));
    expect(of('nonSpecificFinding')).toBe(0);
  });

  it('calls no unknown lesion under the dermatoscope a rash', () => {
    const validity = createValidity(true, 'Dermoscopic');
    const conclusions = composeConclusions(createAnalysis({ melanoma: 0.2 }, { validity }), catalogue);
    expect(conclusions.find(({ condition }) => condition === 'psoriasis')?.probability).toBe(0);
  });

  it('refuses a model that speaks of strangers or gives no mass', () => {
    expect(() => composeConclusions(createAnalysis({ flatulence: 1 }), catalogue)).toThrow('flatulence');
    expect(() => composeConclusions(createAnalysis({}, { otherProbability: 0 }), catalogue)).toThrow('mass');
    expect(() => composeConclusions(createAnalysis({ acne: Number.NaN }), catalogue)).toThrow('mass');
  });
});
