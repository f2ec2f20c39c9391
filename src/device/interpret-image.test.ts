// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAnalysis, createAnalysis } from '../../test/fixtures/sample-analyses.ts';
import { catalogue } from '../catalogue/conditions.ts';
import { interpretImage } from './interpret-image.ts';

describe('interpretImage', () => {
  it('gives the predicted label’s sensitivity and specificity', () => {
    const { performance } = interpretImage(createAnalysis({ melanoma: 0.9 }), catalogue);
    expect(performance).toMatchObject({ sensitivity: 0.8, specificity: 0.9 });
  });

  it('gives neither when the first entry rests on the prior', () => {
    const { performance, conclusions } = interpretImage(createAnalysis({ melanoma: 0.001 }), catalogue);
    expect(conclusions[0]?.evidence).toBe('prior');
    expect(performance).toMatchObject({ sensitivity: null, specificity: null });
  });

  it('gives neither when the label is that of the unknown, though no unknown entry is first', () => {
    const topLabel = { label: 'other', sensitivity: 0.5, specificity: 0.5 };
    const { performance, conclusions } = interpretImage(
      createAnalysis({ melanoma: 0.3 }, { topLabel }),
      catalogue,
    );
    expect(conclusions[0]).toMatchObject({ condition: 'melanoma', evidence: 'image' });
    expect(performance).toMatchObject({ sensitivity: null, specificity: null });
  });

  it('passes on that an operating point was never measured', () => {
    const topLabel = { label: 'acne', sensitivity: null, specificity: null };
    const { performance } = interpretImage(createAnalysis({ acne: 0.9 }, { topLabel }), catalogue);
    expect(performance).toMatchObject({ sensitivity: null, specificity: null });
  });

  it('has a map under the name that each of the first five entries asks for', () => {
    fc.assert(
      fc.property(anyAnalysis, (analysis) => {
        const { conclusions, heatMaps } = interpretImage(analysis, catalogue);
        const shown = new Set(heatMaps.map(({ condition }) => condition));
        for (const { condition, evidence } of conclusions.slice(0, 5))
          expect(shown.has(evidence === 'image' ? condition : 'other')).toBe(true);
        expect(heatMaps.length).toBe(shown.size);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the validity and the measures of an invalid photograph', () => {
    fc.assert(
      fc.property(anyAnalysis, (analysis) => {
        const { validity, sha256, widthPx, imageEvidence } = interpretImage(analysis, catalogue);
        expect({ validity, sha256, widthPx }).toEqual({
          validity: analysis.validity,
          sha256: analysis.sha256,
          widthPx: analysis.widthPx,
        });
        expect(imageEvidence).toBeCloseTo(1 - analysis.otherProbability, 9);
      }),
      { numRuns: 30 },
    );
  });
});
