// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemForms } from '../../test/fixtures/score-of.ts';
import { findBand, holds, readInterval, scaleBands } from './bands.ts';
import type { Band, Interval } from './scoring-system.ts';

const bands: readonly Band[] = [
  { range: '[0, 0]', category: 'none', intensity: 'None' },
  { range: '(0, 7)', category: 'mild', intensity: 'Low' },
  { range: '[7, 15]', category: 'moderate', intensity: 'Moderate' },
  { range: '(15, ∞)', category: 'severe', intensity: 'High' },
];

describe('readInterval', () => {
  it('reads both ends and whether they are held', () => {
    expect(readInterval('[7, 15)')).toEqual({ from: 7, holdsFrom: true, to: 15, holdsTo: false });
    expect(readInterval('(0.5, 2.25]')).toEqual({ from: 0.5, holdsFrom: false, to: 2.25, holdsTo: true });
    expect(readInterval('[11, ∞)').to).toBe(Number.POSITIVE_INFINITY);
    expect(readInterval('[-1, 1]').from).toBe(-1);
  });

  it.each(['7-15', '[15, 7]', '(7, 7]', '[7, 7)', '(7, 7)', '[7,15)', '[x, 7]'])('refuses %s', (text) => {
    expect(() => readInterval(text as Interval)).toThrow(/Expected an interval/);
  });

  it('reads a single value', () => {
    expect(holds('[7, 7]', 7)).toBe(true);
    expect(holds('[7, 7]', 7.1)).toBe(false);
  });
});

describe('findBand', () => {
  it.each([
    [0, 'none'],
    [0.01, 'mild'],
    [6.99, 'mild'],
    [7, 'moderate'],
    [15, 'moderate'],
    [15.01, 'severe'],
    [1e9, 'severe'],
  ])('reads %d as %s', (value, category) => {
    expect(findBand(bands, value)?.category).toBe(category);
  });

  it('finds nothing outside', () => {
    expect(findBand(bands, -0.1)).toBeUndefined();
    expect(findBand([], 1)).toBeUndefined();
  });
});

describe('scaleBands', () => {
  it('scales every cut-off exactly and keeps what the bands are called', () => {
    expect(scaleBands(bands, 0.3)).toEqual([
      { range: '[0, 0]', category: 'none', intensity: 'None' },
      { range: '(0, 2.1)', category: 'mild', intensity: 'Low' },
      { range: '[2.1, 4.5]', category: 'moderate', intensity: 'Moderate' },
      { range: '(4.5, ∞)', category: 'severe', intensity: 'High' },
    ]);
  });
});

/** The edges of every published band, with the first value on either side. */
const edges = systemForms.flatMap(({ system, form }) =>
  (system.bands?.bands ?? []).map((band) => [form.identifier, band, system.bands?.bands ?? []] as const),
);

describe('the edges of every band', () => {
  it.each(edges)('%s $range', (_, { range, category }, table) => {
    const { from, holdsFrom, to, holdsTo } = readInterval(range);
    const step = 1e-9;
    expect(findBand(table, from)?.category === category).toBe(holdsFrom);
    if (to > from) expect(findBand(table, from + step * Math.max(1, from))?.category).toBe(category);
    if (to === Number.POSITIVE_INFINITY) return;
    expect(findBand(table, to)?.category === category).toBe(holdsTo);
    expect(findBand(table, to + step * Math.max(1, to))?.category).not.toBe(category);
  });

  it('read the same whatever the scale', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 720 }), fc.constantFrom(0.1, 0.2, 0.3, 0.4), (tenths, weight) => {
        const whole = tenths / 10;
        const part = Number((whole * weight).toFixed(4));
        expect(findBand(scaleBands(bands, weight), part)?.category).toBe(findBand(bands, whole)?.category);
      }),
    );
  });
});
