// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { computeGroupMetrics } from './group-metrics.ts';
import type { JudgedImage } from './judged-image.ts';

function judged(group: string | undefined, ownProbability: number, isValid = true): JudgedImage {
  return {
    path: 'a.jpg',
    label: 'mel',
    group,
    meaning: { kind: 'condition', conditions: ['melanoma'] },
    validity: {
      quality: { score: 50, interpretation: 'Fair', isAcceptable: true },
      domain: { isDermatological: true, skinProbability: 1 },
      modality: { value: 'Clinical', clinicalProbability: 1, dermoscopicProbability: 0 },
      isValid,
      reasons: [],
    },
    standing: {
      truth: 0,
      classProbabilities: [ownProbability, 1 - ownProbability],
      leadersHit: [false, true, false],
      leaderProbability: 0.5,
      malignancy: 0.5,
    },
  };
}

it('measures every group by itself, in the order of their names', () => {
  const metrics = computeGroupMetrics([judged('10', 0.9), judged('2', 0.9, false), judged('2', 0.1)]);
  expect(metrics.map(({ group }) => group)).toEqual(['2', '10']);
  expect(metrics[0]).toMatchObject({
    accuracyAmongClasses: { n: 2, value: 0.5 },
    accuracyWholeCatalogue: { n: 2, value: 0 },
    validShare: { n: 2, value: 0.5 },
  });
});

it('has nothing to say when no column was asked for', () => {
  expect(computeGroupMetrics([judged(undefined, 0.9)])).toEqual([]);
});
