// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, findNearest } from './find-nearest.ts';

const word = fc.stringMatching(/^[a-e]{0,8}$/);

describe('editDistance', () => {
  it.each([
    ['acne', 'acne', 0],
    ['acne', 'acen', 1],
    ['acne', 'acnes', 1],
    ['acne', 'ane', 1],
    ['acne', 'aqne', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['ca', 'abc', 3],
  ])('from %s to %s is %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });

  it('is the same in both directions, zero only for equals, and no more than the longer word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });
});

describe('findNearest', () => {
  const known = ['psoriasis', 'scalppsoriasis', 'rosacea', 'melasma', 'melanoma'];

  it('puts a slip of one letter first, then what contains it', () => {
    expect(findNearest('psoriasi', known, 5)).toEqual(['psoriasis', 'scalppsoriasis']);
    expect(findNearest('melanma', known, 5)).toEqual(['melanoma', 'melasma']);
  });

  it('gives no more than asked for, and nothing far away', () => {
    expect(findNearest('psoriasis', known, 1)).toEqual(['psoriasis']);
    expect(findNearest('zzzzz', known, 5)).toEqual([]);
  });

  it('does not depend on the order of the known names', () => {
    fc.assert(
      fc.property(word, fc.array(word), (wanted, names) => {
        expect(findNearest(wanted, names.toReversed(), 5)).toEqual(findNearest(wanted, names, 5));
      }),
    );
  });
});
