// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { robustnessRow, type Shift } from './robustness-figures.ts';

const shift = (after: string, probabilityAfter: number, isUsable = true): Shift => ({
  before: 'melanoma',
  after,
  probabilityBefore: 0.6,
  probabilityAfter,
  wasUsable: true,
  isUsable,
});

describe('robustnessRow', () => {
  it('gives the values computed by hand', () => {
    const shifts = [
      shift('melanoma', 0.7),
      shift('melanoma', 0.6),
      shift('nevus', 0.3),
      shift('melanoma', 0.4, false),
    ];
    const row = robustnessRow('JPEG', shifts, ['a', 'b', 'c', 'd']);
    expect(row.sameFirst).toMatchObject({ n: 4, value: 0.75 });
    expect(row.probabilityChange.value).toBeCloseTo((0.1 + 0 - 0.3 - 0.2) / 4, 12);
    expect(row.absoluteChange.value).toBeCloseTo((0.1 + 0 + 0.3 + 0.2) / 4, 12);
    expect(row.stillUsable).toMatchObject({ n: 4, value: 0.75 });
  });

  it('says nothing about usable pictures where there were none', () => {
    const row = robustnessRow('JPEG', [{ ...shift('melanoma', 0.6), wasUsable: false }], ['a']);
    expect(row.stillUsable).toEqual({ n: 0, value: null, low: null, high: null });
  });
});
