// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bar } from './bar.ts';

describe('bar', () => {
  it.each([
    [0, ''],
    [0.5, '██'],
    [0.28, '█▏'],
    [1, '████'],
  ])('draws %f of four characters as "%s"', (share, drawn) => {
    expect(bar(share, 4)).toBe(drawn);
  });

  it('never outgrows its room and never hides something above nothing', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (share, width) => {
          expect(bar(share, width).length).toBeLessThanOrEqual(width);
          expect(bar(share, width) === '').toBe(share === 0);
        },
      ),
    );
  });
});
