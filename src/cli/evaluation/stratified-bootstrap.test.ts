// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapEstimates, createRandom, type Statistic } from './stratified-bootstrap.ts';
import { wilsonInterval } from './wilson-interval.ts';

const options = { resamples: 2_000, seed: 7 };
const shareOf =
  (hits: readonly boolean[]): Statistic =>
  (counts) =>
    hits.reduce((sum, hit, picture) => sum + (hit ? (counts[picture] ?? 0) : 0), 0) / hits.length;

describe('bootstrapEstimates', () => {
  it('finds about the interval that theory gives for a proportion', () => {
    const hits = Array.from({ length: 200 }, (_, picture) => picture % 4 !== 0);
    const [estimate] = bootstrapEstimates(
      hits.map(() => 0),
      [shareOf(hits)],
      options,
    );
    const theory = wilsonInterval(150, 200);
    expect(estimate?.value).toBe(0.75);
    // The two methods differ by under 0.01 at n = 200.
    expect(Math.abs((estimate?.low ?? 0) - (theory.low ?? 0))).toBeLessThan(0.015);
    expect(Math.abs((estimate?.high ?? 0) - (theory.high ?? 0))).toBeLessThan(0.015);
  });

  it('draws each class as often as it occurs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 60 }), (strata) => {
        const sizeOf =
          (stratum: number): Statistic =>
          (counts) =>
            strata.reduce((sum, each, picture) => sum + (each === stratum ? (counts[picture] ?? 0) : 0), 0);
        const present = [...new Set(strata)];
        const sizes = bootstrapEstimates(strata, present.map(sizeOf), { resamples: 20, seed: 3 });
        sizes.forEach(({ value, low, high }) => {
          expect([low, high]).toEqual([value, value]);
        });
      }),
    );
  });

  it('says the same with the same seed and something else with another', () => {
    const hits = Array.from({ length: 60 }, (_, picture) => picture % 3 === 0);
    const run = (seed: number) =>
      bootstrapEstimates(
        hits.map(() => 0),
        [shareOf(hits)],
        { resamples: 50, seed },
      );
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });

  it('has no value where the sample cannot tell', () => {
    const [estimate] = bootstrapEstimates([0, 0], [() => Number.NaN], options);
    expect(estimate).toEqual({ n: 2, value: null, low: null, high: null });
  });
});

describe('createRandom', () => {
  it('spreads evenly over [0, 1)', () => {
    const random = createRandom(1);
    const tenths = new Uint32Array(10);
    for (let draw = 0; draw < 100_000; draw++) {
      const at = Math.floor(random() * 10);
      tenths[at] = (tenths[at] ?? 0) + 1;
    }
    // Chi-squared with 9 degrees of freedom: 27.9 is the 99.9 % point.
    const chiSquared = tenths.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0);
    expect(chiSquared).toBeLessThan(27.9);
  });
});
