// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { measureIndices } from './skin-indices.ts';

const measure = (...pixels: readonly (readonly [number, number, number])[]) =>
  measureIndices({ pixelsHwc: Uint8Array.from(pixels.flat()), widthPx: pixels.length, heightPx: 1 });

describe('measureIndices', () => {
  it('reads greys as neither red nor, when white, pigmented', () => {
    const { erythema, melanin, lightness } = measure([255, 255, 255], [128, 128, 128]);
    expect(erythema[0]).toBeCloseTo(0, 6);
    expect(erythema[1]).toBeCloseTo(0, 6);
    expect(melanin[0]).toBeCloseTo(0, 6);
    expect(lightness[0]).toBeCloseTo(100, 3);
    // L* of the sRGB grey 128, as any colour calculator says.
    expect(lightness[1]).toBeCloseTo(53.6, 1);
  });

  it('reads linear light, not the stored values', () => {
    // sRGB 188 is half of the light of 255 to within a part in a hundred.
    const { erythema, melanin } = measure([255, 188, 188], [188, 188, 188]);
    expect(erythema[0]).toBeCloseTo(Math.log10(2), 2);
    expect(melanin[1]).toBeCloseTo(Math.log10(2), 2);
  });

  it('does not feel how bright the light is', () => {
    const { erythema } = measure([220, 160, 140], [160, 115, 100]);
    expect(erythema[0]).toBeCloseTo(erythema[1] ?? Number.NaN, 1);
  });

  it('grows redder with less green and darker with less red', () => {
    const { erythema, melanin } = measure([200, 150, 120], [200, 120, 110], [120, 80, 60]);
    expect(erythema[1]).toBeGreaterThan(erythema[0] ?? Number.NaN);
    expect(melanin[2]).toBeGreaterThan(melanin[0] ?? Number.NaN);
  });

  it('stays finite in black', () => {
    const { erythema, melanin, lightness } = measure([0, 0, 0], [255, 0, 0], [0, 255, 0]);
    for (const value of [...erythema, ...melanin, ...lightness]) expect(Number.isFinite(value)).toBe(true);
  });
});
