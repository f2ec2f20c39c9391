// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { layOutPictures, type SizedPicture } from './lay-out-pictures.ts';

const widthPt = 507;
const ordinary: SizedPicture = { media: { widthPx: 640, heightPx: 480 } };
const upright: SizedPicture = { media: { widthPx: 480, heightPx: 640 } };
const wide: SizedPicture = { media: { widthPx: 1200, heightPx: 300 } };
const narrow: SizedPicture = { media: { widthPx: 100, heightPx: 1600 } };

const pairs = (count: number, picture = ordinary) => Array.from({ length: count }, () => [picture, picture]);

describe('pictures on a sheet', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'leave none alone in its row, with %d pairs and one more',
    (count) => {
      for (const picture of [ordinary, upright, wide, narrow])
        for (const alone of [ordinary, upright, wide, narrow]) {
          const { rows } = layOutPictures([...pairs(count, picture), [alone]], widthPt);
          expect(rows.at(-1)?.length, JSON.stringify({ picture, alone })).toBeGreaterThan(1);
        }
    },
  );

  it('stand beside each other without running into each other or off the sheet', () => {
    const groups = [...pairs(2), ...pairs(1, wide), ...pairs(3, upright), ...pairs(1, narrow), [wide]];
    const { rows } = layOutPictures(groups, widthPt);
    expect(rows.flat().map(({ picture }) => picture)).toEqual(groups.flat());
    for (const row of rows)
      for (const [at, { x, width }] of row.entries()) {
        const next = row[at + 1];
        expect(x + width + (next === undefined ? 0 : 4)).toBeLessThanOrEqual((next?.x ?? widthPt) + 0.001);
      }
  });

  it('keep a photograph and its heat map in one row', () => {
    const { rows } = layOutPictures([...pairs(2, wide), [ordinary]], widthPt);
    expect(rows.map((row) => row.length)).toEqual([2, 3]);
  });

  it('are larger where there are few', () => {
    const heights = [1, 3, 10].map((count) => layOutPictures(pairs(count), widthPt).heightPt);
    expect(heights).toEqual(heights.toSorted((a, b) => b - a));
    expect(new Set(heights).size).toBe(3);
  });

  it('take no more room than a caption needs where they are narrow', () => {
    const { rows } = layOutPictures([[narrow, narrow]], widthPt);
    expect(rows[0]?.map(({ width }) => width)).toEqual([64, 64]);
  });
});
