// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseWorkingSize } from './choose-working-size.ts';

const side = fc.integer({ min: 1, max: 50_000 });
const short = ({ widthPx, heightPx }: { widthPx: number; heightPx: number }) => Math.min(widthPx, heightPx);

describe('chooseWorkingSize', () => {
  it.each([
    ['12 megapixels at the eighth', { widthPx: 4032, heightPx: 3024 }, { widthPx: 341, heightPx: 256 }],
    ['turned', { widthPx: 3024, heightPx: 4032 }, { widthPx: 256, heightPx: 341 }],
    ['just enough for an eighth', { widthPx: 2016, heightPx: 2016 }, { widthPx: 224, heightPx: 224 }],
    [
      'too small for an eighth: the quarter',
      { widthPx: 1600, heightPx: 1600 },
      { widthPx: 256, heightPx: 256 },
    ],
    ['small ones as they are', { widthPx: 384, heightPx: 300 }, { widthPx: 384, heightPx: 300 }],
    ['tiny ones as they are', { widthPx: 40, heightPx: 30 }, { widthPx: 40, heightPx: 30 }],
  ])('%s', (_, full, expected) => {
    expect(chooseWorkingSize(full, 224)).toEqual(expected);
  });

  it('never enlarges, never leaves the nets short, never grows without bound', () => {
    fc.assert(
      fc.property(side, side, fc.integer({ min: 32, max: 512 }), (widthPx, heightPx, neededPx) => {
        const full = { widthPx, heightPx };
        const working = chooseWorkingSize(full, neededPx);
        expect(working.widthPx).toBeLessThanOrEqual(widthPx);
        expect(working.heightPx).toBeLessThanOrEqual(heightPx);
        expect(short(working)).toBeGreaterThanOrEqual(Math.min(neededPx, short(full)));
        expect(Math.max(working.widthPx, working.heightPx)).toBeLessThanOrEqual(1536);
        expect(short(working)).toBeGreaterThan(0);
      }),
    );
  });

  it('keeps the decoder at its cheap scale: the whole-number shrink is above 8', () => {
    const { heightPx } = chooseWorkingSize({ widthPx: 4032, heightPx: 3024 }, 224);
    expect(Math.floor(3024 / heightPx)).toBeGreaterThan(8);
  });
});
