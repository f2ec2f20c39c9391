// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { labelRegions, paintRegions } from './label-regions.ts';

/** Rows of a picture: `#` is marked. */
function label(...rows: readonly string[]) {
  const marked = Uint8Array.from(rows.join(''), (sign) => (sign === '#' ? 255 : 0));
  return labelRegions(marked, { widthPx: rows[0]?.length ?? 0, heightPx: rows.length });
}

describe('labelRegions', () => {
  it('joins what meets at a corner only', () => {
    const { labels, regions } = label('#..', '.#.', '#..');
    expect(regions).toEqual([{ areaPx: 3, x1: 0, y1: 0, x2: 2, y2: 3 }]);
    expect([...labels]).toEqual([1, 0, 0, 0, 1, 0, 1, 0, 0]);
  });

  it('does not join the right end of a row with the left end of the next', () => {
    expect(label('..#', '#..').regions).toHaveLength(2);
    expect(label('..#', '...', '#..').regions).toHaveLength(2);
  });

  it('joins arms that meet further down, and counts in reading order', () => {
    const { labels, regions } = label('#.#.#', '###..', '....#');
    expect(regions.map(({ areaPx }) => areaPx)).toEqual([5, 1, 1]);
    expect([...labels]).toEqual([1, 0, 1, 0, 2, 1, 1, 1, 0, 0, 0, 0, 0, 0, 3]);
  });

  it('follows a spiral', () => {
    const { regions } = label('#####', '#...#', '#.#.#', '#.###', '#....');
    expect(regions).toEqual([{ areaPx: 15, x1: 0, y1: 0, x2: 5, y2: 5 }]);
  });

  it('finds nothing in an empty mask, and one in a full one', () => {
    expect(label('...', '...').regions).toEqual([]);
    expect(label('###', '###').regions).toEqual([{ areaPx: 6, x1: 0, y1: 0, x2: 3, y2: 2 }]);
    expect(label('#').regions).toEqual([{ areaPx: 1, x1: 0, y1: 0, x2: 1, y2: 1 }]);
  });

  it('paints each region, and what is of none', () => {
    const painted = paintRegions(label('##.', '...', '..#'), ({ areaPx }) => 10 * areaPx, 5);
    expect([...painted]).toEqual([20, 20, 5, 5, 5, 5, 5, 5, 10]);
  });
});
