// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import type { Blob } from './find-blobs.ts';
import { growSpots } from './grow-spots.ts';
import type { ScalarMap } from './scale-space.ts';

const sidePx = 120;
const skin = { values: new Uint8Array(sidePx * sidePx).fill(255), widthPx: sidePx, heightPx: sidePx };

function draw(isIn: (x: number, y: number) => boolean): ScalarMap {
  const values = new Float32Array(sidePx * sidePx);
  for (let at = 0; at < values.length; at++) {
    if (isIn(at % sidePx, Math.floor(at / sidePx))) values[at] = 0.2;
  }
  return { values, widthPx: sidePx, heightPx: sidePx };
}

function blobAt(x: number, y: number, radiusPx: number): Blob {
  return { x, y, radiusPx, contrast: 0.2, significance: 20 };
}

it('outlines an ellipse with its box, area and length over width', () => {
  const map = draw((x, y) => ((x - 60) / 30) ** 2 + ((y - 50) / 10) ** 2 <= 1);
  const growth = { reach: 4, merges: false };
  const [spot] = growSpots(map, skin, { blobs: [blobAt(60, 50, 12)], growth });
  expect(spot).toMatchObject({ x1: 30, x2: 91, y1: 40, y2: 61 });
  expect(spot?.elongation).toBeCloseTo(3, 1);
  expect(spot?.roundness).toBeGreaterThan(0.97);
  expect((spot?.areaPx ?? 0) / (Math.PI * 300)).toBeCloseTo(1, 1);
});

it('knows a ring is not round', () => {
  const map = draw((x, y) => Math.abs(Math.hypot(x - 60, y - 60) - 25) <= 3);
  const blobs = [blobAt(60, 35, 4)];
  const [spot] = growSpots(map, skin, { blobs, growth: { reach: 20, merges: false } });
  expect(spot?.roundness).toBeLessThan(0.4);
});

it('makes spots that touch one only where it is asked to', () => {
  const map = draw((x, y) => Math.hypot(x - 45, y - 60) <= 12 || Math.hypot(x - 67, y - 60) <= 12);
  const blobs = [blobAt(45, 60, 12), blobAt(67, 60, 12)];
  const merged = growSpots(map, skin, { blobs, growth: { reach: 1.5, merges: true } });
  expect(merged).toHaveLength(1);
  expect(merged[0]).toMatchObject({ x1: 33, x2: 80 });
  expect(growSpots(map, skin, { blobs, growth: { reach: 1.5, merges: false } })).toHaveLength(2);
});
