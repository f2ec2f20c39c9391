// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { enlargeMask } from './enlarge-mask.ts';

const toMask = (widthPx: number, values: readonly number[]) => ({
  values: Uint8Array.from(values),
  widthPx,
  heightPx: values.length / widthPx,
});

describe('enlargeMask', () => {
  it('draws straight lines between the middles of the pixels', () => {
    const { values } = enlargeMask(toMask(2, [0, 255]), { widthPx: 8, heightPx: 1 });
    expect([...values]).toEqual([0, 0, 32, 96, 159, 223, 255, 255]);
  });

  it('mixes rows as it mixes columns', () => {
    const across = enlargeMask(toMask(3, [10, 200, 30]), { widthPx: 21, heightPx: 5 });
    const down = enlargeMask(toMask(1, [10, 200, 30]), { widthPx: 5, heightPx: 21 });
    for (let at = 0; at < 21; at++) {
      expect(Math.abs((across.values[at] ?? 0) - (down.values[5 * at] ?? 0))).toBeLessThanOrEqual(1);
    }
  });

  it('keeps every pixel at the same size', () => {
    const mask = toMask(3, [0, 7, 255, 128, 90, 1]);
    expect([...enlargeMask(mask, mask).values]).toEqual([...mask.values]);
  });

  it.each([
    [1, 1],
    [7, 1],
    [1, 9],
    [50, 40],
  ])(
    'fills %i x %i pixels from a single one, without a seam after rows of one level',
    (widthPx, heightPx) => {
      const single = enlargeMask(toMask(1, [77]), { widthPx, heightPx });
      expect(single.values.every((value) => value === 77)).toBe(true);
      const lower = enlargeMask(toMask(1, [0, 0, 0, 255]), { widthPx, heightPx: 4 * heightPx });
      expect(lower.values.at(-1)).toBe(255);
      expect(lower.values[0]).toBe(0);
    },
  );
});
