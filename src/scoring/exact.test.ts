// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, mean, product, ratio, round, sum } from './exact.ts';

/** A decimal of at most four places, with its ten-thousandths. */
const decimal = fc
  .integer({ min: -10_000_000, max: 10_000_000 })
  .map((units) => ({ units, value: units / 10_000 }));

describe('exact arithmetic', () => {
  it('multiplies as on paper', () => {
    expect(product(0.3, 3, 7)).toBe(6.3);
    expect(product(0.1, 3)).toBe(0.3);
    expect(product()).toBe(1);
  });

  it('adds as on paper', () => {
    expect(sum([0.1, 0.2])).toBe(0.3);
    expect(sum([])).toBe(0);
  });

  it('agrees with whole numbers of ten-thousandths', () => {
    fc.assert(
      fc.property(fc.array(decimal, { maxLength: 30 }), (terms) => {
        const units = terms.reduce((total, term) => total + term.units, 0);
        expect(sum(terms.map(({ value }) => value))).toBe(units / 10_000 + 0);
      }),
    );
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(difference(a.value, b.value)).toBe((a.units - b.units) / 10_000);
        expect(product(a.value, b.value)).toBe(Number(BigInt(a.units) * BigInt(b.units)) / 1e8 + 0);
      }),
    );
  });

  it('carries a ratio to ten decimals', () => {
    expect(ratio(8, 3)).toBe(2.6666666667);
    expect(mean([3, 2, 3])).toBe(2.6666666667);
    expect(ratio(1, 4)).toBe(0.25);
    expect(() => ratio(1, 0)).toThrow();
  });

  it.each([
    [0.5, 0, 1],
    [1.5, 0, 2],
    [2.4999, 0, 2],
    [2.675, 2, 2.68],
    [1.005, 2, 1.01],
    [-0.5, 0, -1],
    [37.58, 1, 37.6],
  ])('rounds %d to %d decimals as %d', (value, decimals, expected) => {
    expect(round(value, decimals)).toBe(expected);
  });
});
