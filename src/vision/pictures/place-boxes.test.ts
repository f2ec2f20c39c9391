// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { placeBoxes } from './place-boxes.ts';

const from = { widthPx: 100, heightPx: 50 };
const to = { widthPx: 1000, heightPx: 500 };
const find = (x1: number, y1: number, x2: number, y2: number) => ({
  code: 'wheal',
  confidence: 0.5,
  x1,
  y1,
  x2,
  y2,
});

describe('placeBoxes', () => {
  it('scales to whole pixels of the photograph, outwards', () => {
    const [placed] = placeBoxes([find(1.04, 2, 10.01, 20)], from, to);
    expect(placed).toEqual({ code: 'wheal', confidence: 0.5, box: { x1: 10, y1: 20, x2: 101, y2: 200 } });
  });

  it('keeps every box within the photograph and at least a pixel large', () => {
    const odd = [find(-5, -5, 300, 300), find(99.99, 49.99, 99.99, 49.99), find(200, 200, 210, 210)];
    for (const { box } of placeBoxes(odd, from, to)) {
      expect(box.x1).toBeGreaterThanOrEqual(0);
      expect(box.y1).toBeGreaterThanOrEqual(0);
      expect(box.x2).toBeGreaterThan(box.x1);
      expect(box.y2).toBeGreaterThan(box.y1);
      expect(box.x2).toBeLessThanOrEqual(1000);
      expect(box.y2).toBeLessThanOrEqual(500);
    }
  });
});
