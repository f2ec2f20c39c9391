// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { countFigures } from './count-figures.ts';

const pairsOf = (...pairs: readonly (readonly [said: number, truth: number])[]) =>
  pairs.map(([said, truth]) => ({ said, truth }));
const names = (count: number) => Array.from({ length: count }, (_, at) => `person ${at}`);

describe('countFigures', () => {
  it('measures how far counts are off, on their own scale and as a share', () => {
    const figures = countFigures(pairsOf([12, 10], [3, 4], [0, 0], [2, 0]), names(4));
    expect(figures['meanAbsoluteError']).toMatchObject({ n: 4, value: 5 / 4 });
    expect(figures['meanRelativeError']?.value).toBeCloseTo((0.2 + 0.25 + 0 + 2) / 4);
    expect(figures['errorShareOfAll']?.value).toBeCloseTo(5 / 14);
    expect(figures['bias']?.value).toBeCloseTo(3 / 4);
  });

  it('correlates ranks, ties sharing theirs', () => {
    const spearman = (...pairs: readonly (readonly [number, number])[]) =>
      countFigures(pairsOf(...pairs), names(pairs.length))['spearman']?.value;
    expect(spearman([1, 10], [2, 200], [9, 3000])).toBeCloseTo(1);
    expect(spearman([3, 1], [2, 2], [1, 3])).toBeCloseTo(-1);
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: covariance 4.5 over the root of 4.5 x 5.
    expect(spearman([1, 1], [2, 2], [2, 3], [3, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5));
    expect(spearman([2, 1], [2, 2])).toBeNull();
  });
});
