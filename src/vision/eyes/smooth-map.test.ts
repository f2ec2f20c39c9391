// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smoothMap } from './smooth-map.ts';

const size = { widthPx: 21, heightPx: 15 };
const sum = (map: Float32Array) => map.reduce((total, value) => total + value, 0);

describe('smoothMap', () => {
  it('leaves an even map as it is, whatever the radius', () => {
    const even = new Float32Array(21 * 15).fill(0.7);
    for (const radius of [0, 1, 4, 40]) {
      for (const value of smoothMap(even, size, radius)) expect(value).toBeCloseTo(0.7, 5);
    }
  });

  it('spreads a spot evenly to all sides and loses nothing of it', () => {
    const spot = new Float32Array(21 * 15);
    spot[7 * 21 + 10] = 1;
    const smooth = smoothMap(spot, size, 1);
    expect(sum(smooth)).toBeCloseTo(1, 5);
    expect(smooth[7 * 21 + 12]).toBeCloseTo(smooth[7 * 21 + 8] ?? 0, 6);
    expect(smooth[9 * 21 + 10]).toBeCloseTo(smooth[7 * 21 + 12] ?? 0, 6);
    expect(smooth[7 * 21 + 10]).toBeLessThan(0.2);
  });

  it('never goes beyond the values of the map', () => {
    const values = fc.array(fc.float({ min: -5, max: 5, noNaN: true }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 9 }), (map, radius) => {
        const smooth = smoothMap(Float32Array.from(map), { widthPx: 4, heightPx: 3 }, radius);
        expect(Math.max(...smooth)).toBeLessThanOrEqual(Math.max(...map) + 1e-4);
        expect(Math.min(...smooth)).toBeGreaterThanOrEqual(Math.min(...map) - 1e-4);
      }),
    );
  });
});
