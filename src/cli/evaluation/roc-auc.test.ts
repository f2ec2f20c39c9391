// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeAuc, rankScores } from './roc-auc.ts';

const auc = (scores: readonly number[], isPositive: readonly boolean[], counts?: readonly number[]) =>
  computeAuc(rankScores(scores, isPositive), counts ?? scores.map(() => 1));

/** Every pair of a positive and a negative, counted one by one. */
function aucByPairs(
  scores: readonly number[],
  isPositive: readonly boolean[],
  counts: readonly number[],
): number {
  let wins = 0;
  let pairs = 0;
  scores.forEach((a, i) => {
    scores.forEach((b, j) => {
      if (!isPositive[i] || isPositive[j]) return;
      const weight = (counts[i] ?? 0) * (counts[j] ?? 0);
      pairs += weight;
      wins += weight * (a > b ? 1 : a === b ? 0.5 : 0);
    });
  });
  return wins / pairs;
}

describe('computeAuc', () => {
  it('gives the value counted by hand', () => {
    // Positives 0.35 and 0.8 against 0.1 and 0.4: three of the four pairs are in order.
    expect(auc([0.1, 0.4, 0.35, 0.8], [false, false, true, true])).toBe(0.75);
  });

  it('counts a tie as half', () => {
    expect(auc([0.5, 0.5, 0.9], [true, false, false])).toBe(0.25);
  });

  it('cannot tell when everybody has the condition', () => {
    expect(auc([0.1, 0.9], [true, true])).toBeNaN();
  });

  it('agrees with counting all pairs, drawn any number of times', () => {
    const picture = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean(), fc.nat(3));
    fc.assert(
      fc.property(fc.array(picture, { minLength: 2, maxLength: 40 }), (pictures) => {
        const scores = pictures.map(([score]) => score / 6);
        const isPositive = pictures.map(([, positive]) => positive);
        const counts = pictures.map(([, , count]) => count);
        const expected = aucByPairs(scores, isPositive, counts);
        const measured = auc(scores, isPositive, counts);
        if (Number.isNaN(expected)) expect(measured).toBeNaN();
        else expect(measured).toBeCloseTo(expected, 12);
      }),
    );
  });

  it('does not change when scores are stretched, and turns round when they are negated', () => {
    const pictures = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.boolean()), { minLength: 2 });
    fc.assert(
      fc.property(pictures, (sample) => {
        const scores = sample.map(([score]) => score);
        const isPositive = sample.map(([, positive]) => positive);
        fc.pre(isPositive.includes(true) && isPositive.includes(false));
        const plain = auc(scores, isPositive);
        expect(
          auc(
            scores.map((score) => Math.exp(score)),
            isPositive,
          ),
        ).toBeCloseTo(plain, 12);
        expect(
          auc(
            scores.map((score) => -score),
            isPositive,
          ),
        ).toBeCloseTo(1 - plain, 12);
      }),
    );
  });
});
