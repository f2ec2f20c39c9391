// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { smoothMap } from './smooth-map.ts';
import { smoothWidely } from './smooth-widely.ts';

const size = { widthPx: 160, heightPx: 128 };
const wavy = Float32Array.from(
  { length: 160 * 128 },
  (_, at) => Math.sin((at % 160) / 25) + Math.cos(Math.floor(at / 160) / 21),
);

it.each([18, 36])('says nearly what the plain way says at a radius of %d pixels', (radiusPx) => {
  const plain = smoothMap(wavy, size, radiusPx);
  const quick = smoothWidely(wavy, size, radiusPx);
  const worst = plain.reduce(
    (most, value, at) => Math.max(most, Math.abs(value - (quick[at] ?? Number.NaN))),
    0,
  );
  // The map runs from -2 to 2; at its rim the two differ most.
  expect(worst).toBeLessThan(0.1);
});

it('is the plain way where the radius is small', () => {
  expect(smoothWidely(wavy, size, 3)).toEqual(smoothMap(wavy, size, 3));
});

it('takes pictures smaller than a square', () => {
  const tiny = { widthPx: 3, heightPx: 2 };
  expect(smoothWidely(new Float32Array(6).fill(2), tiny, 20)[4]).toBeCloseTo(2, 6);
});
