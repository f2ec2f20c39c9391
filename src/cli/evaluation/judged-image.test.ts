// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { classesOf, type JudgedImage, standingsOf } from './judged-image.ts';

const validity: JudgedImage['validity'] = {
  quality: { score: 90, interpretation: 'Excellent', isAcceptable: true },
  domain: { isDermatological: true, skinProbability: 1 },
  modality: { value: 'Clinical', clinicalProbability: 1, dermoscopicProbability: 0 },
  isValid: true,
  reasons: [],
};
const indicators = {
  hasCondition: 1,
  pigmentedLesion: 0,
  malignancy: 0.4,
  urgentReferral: 0,
  highPriorityReferral: 0,
};
const conclusions: JudgedImage['conclusions'] = [
  { condition: 'eczema', probability: 0.5, evidence: 'image' },
  { condition: 'melanoma', probability: 0.3, evidence: 'image' },
  { condition: 'lentigoMaligna', probability: 0.1, evidence: 'prior' },
  { condition: 'naevus', probability: 0.1, evidence: 'image' },
];

function judged(label: string, meaning: JudgedImage['meaning']): JudgedImage {
  return { path: `/pictures/${label}.jpg`, label, meaning, validity, conclusions, indicators };
}

const images = [
  judged('mel', { kind: 'condition', conditions: ['melanoma', 'lentigoMaligna'] }),
  judged('melanoma', { kind: 'condition', conditions: ['lentigoMaligna', 'melanoma'] }),
  judged('nv', { kind: 'condition', conditions: ['naevus'] }),
  judged('not_skin', { kind: 'notSkin' }),
];

describe('classesOf', () => {
  it('takes labels that cover the same conditions for one class', () => {
    expect(classesOf(images).map(({ name }) => name)).toEqual(['mel', 'nv']);
  });
});

describe('standingsOf', () => {
  const standings = standingsOf(images, classesOf(images));

  it('leaves out pictures that show no condition', () => {
    expect(standings.map(({ truth }) => truth)).toEqual([0, 0, 1]);
  });

  it('shares the mass of the classes present, adding the kinds of one condition', () => {
    expect(standings[0]?.classProbabilities.map((share) => share.toFixed(4))).toEqual(['0.8000', '0.2000']);
  });

  it('looks for the condition among the first three of the whole differential', () => {
    expect(standings[0]?.leadersHit).toEqual([false, true, true]);
    expect(standings[2]?.leadersHit).toEqual([false, false, false]);
  });
});
