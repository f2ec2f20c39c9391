// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText, percentText, timeText } from './figures.ts';

describe('a percentage', () => {
  it('has one decimal, in the way of the language', () => {
    expect(percentText(0.9123, 'en')).toBe('91.2\u00a0%');
    expect(percentText(0.9123, 'de')).toBe('91,2\u00a0%');
    expect(percentText(0, 'en')).toBe('0.0\u00a0%');
    expect(percentText(1, 'fr')).toBe('100,0\u00a0%');
  });

  it('never says none of what is there, nor all of what is not', () => {
    fc.assert(
      fc.property(fc.double({ min: Number.MIN_VALUE, max: 1 - Number.EPSILON, noNaN: true }), (share) => {
        expect(['0.0\u00a0%', '100.0\u00a0%']).not.toContain(percentText(share, 'en'));
      }),
    );
    expect(percentText(0.0004, 'es')).toBe('< 0,1\u00a0%');
    expect(percentText(0.99996, 'en')).toBe('> 99.9\u00a0%');
  });
});

describe('a number', () => {
  it('is printed as it is', () => {
    expect(numberText(6.3, 'en')).toBe('6.3');
    expect(numberText(6.3, 'pt')).toBe('6,3');
    expect(numberText(21, 'fr')).toBe('21');
    expect(numberText(0.1 + 0.2, 'en')).toBe('0.3');
  });
});

describe('a time', () => {
  it('names its zone', () => {
    expect(timeText(Date.UTC(2026, 2, 1, 9, 5, 59))).toBe('2026-03-01 09:05 UTC');
  });
});
