// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

describe('wilsonInterval', () => {
  // Newcombe 1998, Stat Med 17:857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('agrees with the published interval of %i in %i', (successes, n, low, high) => {
    const estimate = wilsonInterval(successes, n);
    expect(estimate.low).toBeCloseTo(low, 4);
    expect(estimate.high).toBeCloseTo(high, 4);
  });

  it('knows nothing about nobody', () => {
    expect(wilsonInterval(0, 0)).toEqual({ n: 0, value: null, low: null, high: null });
  });

  it('lies within 0-1, around the share, and mirrors when successes and failures change places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(5_000), (n, raw) => {
        const successes = raw % (n + 1);
        const { low, value, high } = wilsonInterval(successes, n);
        const mirrored = wilsonInterval(n - successes, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual((value ?? 0) + 1e-12);
        expect(high).toBeGreaterThanOrEqual((value ?? 0) - 1e-12);
        expect(1 - (mirrored.high ?? 0)).toBeCloseTo(low ?? 0, 12);
      }),
    );
  });
});
