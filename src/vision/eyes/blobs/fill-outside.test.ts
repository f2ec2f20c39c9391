// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { fillOutside } from './fill-outside.ts';

it('keeps the skin and continues it beyond its rim', () => {
  const [widthPx, heightPx] = [21, 13];
  const values = new Float32Array(widthPx * heightPx).fill(9);
  const skin = { values: new Uint8Array(widthPx * heightPx), widthPx, heightPx };
  for (let at = 0; at < values.length; at++) {
    const x = at % widthPx;
    if (x >= 14) continue;
    skin.values[at] = 255;
    values[at] = x < 7 ? 0.25 : 0.5;
  }
  const filled = fillOutside({ values, widthPx, heightPx }, skin).values;
  for (let at = 0; at < values.length; at++) {
    const x = at % widthPx;
    if (x < 14) expect(filled[at]).toBe(values[at]);
    else expect(filled[at]).toBeGreaterThan(0.24);
    expect(filled[at]).toBeLessThan(0.51);
  }
  // Next to the redder half it is as red as that half.
  expect(filled[14]).toBeCloseTo(0.5, 5);
});

it('leaves a picture without skin finite', () => {
  const map = { values: new Float32Array([1, 2, 3, 4, 5, 6]), widthPx: 3, heightPx: 2 };
  const filled = fillOutside(map, { values: new Uint8Array(6), widthPx: 3, heightPx: 2 });
  expect([...filled.values].every(Number.isFinite)).toBe(true);
});
