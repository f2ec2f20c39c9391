// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Conclusion } from '../../record/diagnosis.ts';
import { classesOf, overlapsOf, toStanding } from './judged-image.ts';
import type { LabelMeaning } from './known-labels.ts';

const indicators = {
  hasCondition: 1,
  pigmentedLesion: 0,
  malignancy: 0.4,
  urgentReferral: 0,
  highPriorityReferral: 0,
};
const conclusions: readonly Conclusion[] = [
  { condition: 'eczema', probability: 0.5, evidence: 'image' },
  { condition: 'melanoma', probability: 0.3, evidence: 'image' },
  { condition: 'lentigoMaligna', probability: 0.1, evidence: 'prior' },
  { condition: 'naevus', probability: 0.1, evidence: 'image' },
];
const shows = (...conditions: readonly string[]): LabelMeaning => ({ kind: 'condition', conditions });
const melanoma = shows('melanoma', 'lentigoMaligna');
const naevus = shows('naevus');
const classes = classesOf(
  new Map<string, LabelMeaning>([
    ['mel', melanoma],
    ['melanoma', shows('lentigoMaligna', 'melanoma')],
    ['nv', naevus],
    ['not_skin', { kind: 'notSkin' }],
  ]),
);

describe('classesOf', () => {
  it('takes labels that cover the same conditions for one class', () => {
    expect(classes.map(({ name }) => name)).toEqual(['mel', 'nv']);
  });
});

describe('overlapsOf', () => {
  it('finds classes that share a condition without being the same', () => {
    expect(overlapsOf(classes)).toEqual([]);
    expect(overlapsOf([...classes, { name: 'pigmented', conditions: ['naevus', 'lentigo'] }])).toEqual([
      ['nv', 'pigmented'],
    ]);
  });
});

describe('toStanding', () => {
  const stand = (meaning: LabelMeaning) => toStanding({ conclusions, indicators }, meaning, classes);

  it('leaves out pictures that show no condition', () => {
    expect(stand({ kind: 'notSkin' })).toBeUndefined();
  });

  it('shares the mass of the classes present, adding the kinds of one condition', () => {
    expect(stand(naevus)?.truth).toBe(1);
    expect(stand(melanoma)?.classProbabilities.map((share) => share.toFixed(4))).toEqual([
      '0.8000',
      '0.2000',
    ]);
  });

  it('looks for the condition among the first three of the whole differential', () => {
    expect(stand(melanoma)?.leadersHit).toEqual([false, true, true]);
    expect(stand(naevus)?.leadersHit).toEqual([false, false, false]);
  });
});
