// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAnalysis, createAnalysis, createValidity } from '../../test/fixtures/sample-analyses.ts';
import { catalogue } from '../catalogue/conditions.ts';
import type { ImageAnalysis } from '../record/image-analysis.ts';
import type { ModelIdentity } from '../record/model-identity.ts';
import { defaultDiagnosisSettings, diagnosisOfImages } from './diagnosis-of-images.ts';

const freeModel: ModelIdentity = {
  name: 'tiny',
  version: '1.0.0',
  task: 'condition-classification',
  sha256: '0'.repeat(64),
  licence: { id: 'Apache-2.0', note: '', commercialUse: true },
};
const boundModel = { ...freeModel, licence: { id: 'LicenseRef-NC', note: 'research', commercialUse: false } };

function diagnose(analyses: readonly ImageAnalysis[], models = [freeModel]) {
  const images = analyses.map((analysis) => ({ title: null, contentType: null, analysis }));
  return diagnosisOfImages(images, { catalogue, models, settings: defaultDiagnosisSettings });
}

const invalid = { validity: createValidity(false) };
const probabilityOf = (slug: string, { conclusions }: ReturnType<typeof diagnose>) =>
  conclusions.find(({ condition }) => condition === slug)?.probability ?? Number.NaN;

describe('several photographs', () => {
  it('of one kind say what one says', () => {
    fc.assert(
      fc.property(anyAnalysis, fc.integer({ min: 2, max: 7 }), (analysis, times) => {
        const one = diagnose([analysis]);
        const many = diagnose(Array.from({ length: times }, () => analysis));
        for (const { condition, probability } of one.conclusions)
          expect(probabilityOf(condition, many)).toBeCloseTo(probability, 12);
        expect(many.performance.entropy).toBeCloseTo(one.performance.entropy, 9);
        expect(many.performance.sensitivity).toBe(one.performance.sensitivity);
        expect(many.warnings).toEqual(one.warnings);
      }),
      { numRuns: 25 },
    );
  });

  it('say the same in any order, to the last digit', () => {
    fc.assert(
      fc.property(fc.array(anyAnalysis, { minLength: 2, maxLength: 5 }), (analyses) => {
        const { images: _, ...forward } = diagnose(analyses);
        const { images: __, ...backward } = diagnose(analyses.toReversed());
        expect(backward).toEqual(forward);
      }),
      { numRuns: 25 },
    );
  });

  it('make 1 together, sorted, with indicators between those of the photographs', () => {
    fc.assert(
      fc.property(fc.array(anyAnalysis, { minLength: 1, maxLength: 4 }), (analyses) => {
        const { conclusions, indicators, images } = diagnose(analyses);
        const probabilities = conclusions.map(({ probability }) => probability);
        expect(Math.abs(probabilities.reduce((sum, each) => sum + each, 0) - 1)).toBeLessThan(1e-9);
        expect(probabilities.toSorted((a, b) => b - a)).toEqual(probabilities);
        const single = images.map((image) => image.indicators.malignancy);
        expect(indicators.malignancy).toBeLessThanOrEqual(Math.max(...single) + 1e-12);
        expect(indicators.malignancy).toBeGreaterThanOrEqual(Math.min(...single) - 1e-12);
      }),
      { numRuns: 25 },
    );
  });

  it('leave the invalid ones out, and keep their own results', () => {
    const diagnosis = diagnose([createAnalysis({ acne: 1 }), createAnalysis({ melanoma: 1 }, invalid)]);
    expect(probabilityOf('acne', diagnosis)).toBe(1);
    expect(diagnosis.images[1]?.conclusions[0]).toMatchObject({ condition: 'melanoma', probability: 1 });
    expect(diagnosis.warnings).toEqual([]);
  });

  it('all count when none is valid, and the answer says so', () => {
    const diagnosis = diagnose([createAnalysis({ acne: 1 }, invalid), createAnalysis({ scar: 1 }, invalid)]);
    expect(probabilityOf('acne', diagnosis)).toBe(0.5);
    expect(diagnosis.warnings).toContain('noValidImage');
  });

  it('give the figures of the label that speaks for the first entry most clearly', () => {
    const weak = { label: 'weak', sensitivity: 0.1, specificity: 0.2 };
    const clear = { label: 'clear', sensitivity: 0.7, specificity: 0.8 };
    const third = { label: 'third', sensitivity: 0.3, specificity: 0.4 };
    const diagnosis = diagnose([
      createAnalysis({ melanoma: 0.6, acne: 0.4 }, { topLabel: weak }),
      createAnalysis({ melanoma: 0.9, acne: 0.1 }, { topLabel: clear }),
      createAnalysis({ acne: 0.99, melanoma: 0.01 }, { topLabel: third }),
    ]);
    expect(diagnosis.conclusions[0]?.condition).toBe('melanoma');
    expect(diagnosis.performance).toMatchObject({ sensitivity: 0.7, specificity: 0.8 });
  });

  it('give no figures for a first entry that none of them ranks first', () => {
    const diagnosis = diagnose([
      createAnalysis({ melanoma: 0.51, scar: 0.49 }),
      createAnalysis({ acne: 0.51, scar: 0.49 }),
    ]);
    expect(diagnosis.conclusions[0]?.condition).toBe('scar');
    expect(diagnosis.performance).toMatchObject({ sensitivity: null, specificity: null });
  });
});

describe('warnings', () => {
  it.each([
    [{ melanoma: 0.5 }, []],
    [{ melanoma: 0.49 }, ['outsideKnownConditions']],
  ])('of %j are %j', (probabilities, warnings) => {
    expect(diagnose([createAnalysis(probabilities)]).warnings).toEqual(warnings);
  });

  it('follow the configured threshold', () => {
    const images = [{ title: 'a', contentType: null, analysis: createAnalysis({ melanoma: 0.5 }) }];
    const settings = { imageEvidenceThreshold: 0.6 };
    const { warnings } = diagnosisOfImages(images, { catalogue, models: [freeModel], settings });
    expect(warnings).toEqual(['outsideKnownConditions']);
  });

  it.each([
    ['melanoma', 'acne', ['imagesDisagree']],
    ['melanoma', 'melanoma', []],
  ])('of a %s and a %s are %j', (first, second, warnings) => {
    const analyses = [first, second].map((slug) => createAnalysis({ [slug]: 0.8, scar: 0.2 }));
    expect(diagnose(analyses).warnings).toEqual(warnings);
  });

  it('do not call hesitation disagreement', () => {
    const analyses = [
      createAnalysis({ melanoma: 0.55, scar: 0.45 }),
      createAnalysis({ melanoma: 0.45, scar: 0.55 }),
    ];
    expect(diagnose(analyses).warnings).toEqual([]);
  });

  it('do not call two unknown pictures of different kinds disagreement', () => {
    const dermoscopic = { validity: createValidity(true, 'Dermoscopic') };
    const diagnosis = diagnose([createAnalysis({ acne: 0 }), createAnalysis({ acne: 0 }, dermoscopic)]);
    expect(diagnosis.warnings).toEqual(['outsideKnownConditions']);
  });

  it('name a model that is not for commercial use', () => {
    expect(diagnose([createAnalysis({ acne: 1 })], [freeModel, boundModel]).warnings).toEqual([
      'nonCommercialModel',
    ]);
  });

  it('come with the models and the release of the catalogue', () => {
    const { models, catalogueVersion } = diagnose([createAnalysis({ acne: 1 })]);
    expect(models).toEqual([freeModel]);
    expect(catalogueVersion).toBe(catalogue.version);
  });

  it('refuse to speak of no photograph at all', () => {
    expect(() => diagnose([])).toThrow('at least one image');
  });
});
