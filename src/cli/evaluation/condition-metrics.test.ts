// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeConditionMetrics } from './condition-metrics.ts';
import type { ClassStanding } from './judged-image.ts';

const classes = [
  { name: 'mel', conditions: ['melanoma'] },
  { name: 'nv', conditions: ['naevus'] },
  { name: 'bkl', conditions: ['keratosis', 'lentigo'] },
];
const options = {
  isMalignant: ({ name }: { name: string }) => name === 'mel',
  bootstrap: { resamples: 50, seed: 1 },
};

function standing(truth: number, classProbabilities: readonly number[], malignancy = 0.5): ClassStanding {
  const leads = classProbabilities.indexOf(Math.max(...classProbabilities)) === truth;
  return {
    truth,
    classProbabilities,
    leadersHit: [leads, !leads, false],
    leaderProbability: 0.5,
    malignancy,
  };
}

/** Two melanomas (one found), one naevus (found), one keratosis (called melanoma). */
const sample = [
  standing(0, [0.7, 0.2, 0.1], 0.7),
  standing(0, [0.3, 0.6, 0.1], 0.3),
  standing(1, [0.1, 0.8, 0.1], 0.1),
  standing(2, [0.5, 0.1, 0.4], 0.5),
];

describe('computeConditionMetrics', () => {
  const metrics = computeConditionMetrics(sample, classes, options);

  it('counts who was shown and what was put first', () => {
    expect(metrics.confusion).toEqual([
      [1, 1, 0],
      [0, 1, 0],
      [1, 0, 0],
    ]);
  });

  it('gives the values computed by hand', () => {
    expect(metrics.amongClasses.accuracy.value).toBe(0.5);
    expect(metrics.amongClasses.balancedAccuracy.value).toBeCloseTo((0.5 + 1 + 0) / 3, 12);
    expect(metrics.amongClasses.topThree.value).toBe(1);
    expect(metrics.wholeCatalogue.topThree.value).toBe(1);
    const [melanoma, naevus] = metrics.classes;
    expect(melanoma?.sensitivity).toMatchObject({ n: 2, value: 0.5 });
    expect(melanoma?.specificity).toMatchObject({ n: 2, value: 0.5 });
    // 0.7 beats 0.1 and 0.5; 0.3 beats 0.1 only.
    expect(melanoma?.auc.value).toBe(0.75);
    expect(naevus?.specificity.value).toBeCloseTo(2 / 3, 12);
    expect(metrics.malignancyAuc?.value).toBe(0.75);
  });

  it('leaves the malignancy AUC out when no class is clearly malignant', () => {
    const unclear = { ...options, isMalignant: () => null };
    expect(computeConditionMetrics(sample, classes, unclear).malignancyAuc).toBeNull();
  });

  it('is right everywhere about a device that is always right, whatever the class sizes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 30 }), (truths) => {
        const perfect = truths.map((truth) =>
          standing(
            truth,
            classes.map((_, at) => (at === truth ? 1 : 0)),
          ),
        );
        const { amongClasses, classes: each } = computeConditionMetrics(perfect, classes, options);
        expect(amongClasses.accuracy.value).toBe(1);
        expect(amongClasses.balancedAccuracy).toMatchObject({ value: 1, low: 1, high: 1 });
        expect(amongClasses.calibrationError.value).toBe(0);
        each.forEach(({ n, sensitivity }) => {
          expect(sensitivity.value).toBe(n === 0 ? null : 1);
        });
      }),
    );
  });

  it('gives a device that always says the same 1 in K balanced accuracy', () => {
    const same = [0, 0, 0, 0, 1, 2].map((truth) => standing(truth, [0.8, 0.1, 0.1]));
    expect(computeConditionMetrics(same, classes, options).amongClasses.balancedAccuracy.value).toBeCloseTo(
      1 / 3,
      12,
    );
  });
});
