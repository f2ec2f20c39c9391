// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type BlobSearch, findBlobs } from './find-blobs.ts';
import type { ScalarMap } from './scale-space.ts';

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly contrast: number;
}

const widthPx = 200;
const heightPx = 160;
const skin = { values: new Uint8Array(widthPx * heightPx).fill(255), widthPx, heightPx };
const search: BlobSearch = {
  leastRadiusPx: 1.5,
  largestRadiusPx: 60,
  leastContrast: 0.02,
  leastSignificance: 4,
};

/** Discs on a ground with a little fixed grain. */
function draw(discs: readonly Disc[], grain = 0.002): ScalarMap {
  const values = new Float32Array(widthPx * heightPx);
  let state = 1;
  for (let at = 0; at < values.length; at++) {
    state = (state * 16807) % 2147483647;
    values[at] = grain * (state / 1073741823.5 - 1);
    const [x, y] = [at % widthPx, Math.floor(at / widthPx)];
    for (const disc of discs) {
      if ((x - disc.x) ** 2 + (y - disc.y) ** 2 <= disc.radius ** 2) values[at] = disc.contrast;
    }
  }
  return { values, widthPx, heightPx };
}

it.each([4, 7, 12, 20, 33])('finds a disc of %i pixels with its place, size and contrast', (radius) => {
  const [blob, ...others] = findBlobs(draw([{ x: 90, y: 70, radius, contrast: 0.2 }]), skin, search);
  expect(others.filter((other) => other.contrast > 0.1)).toEqual([]);
  expect(Math.hypot((blob?.x ?? 0) - 90, (blob?.y ?? 0) - 70)).toBeLessThan(0.5 * radius);
  expect((blob?.radiusPx ?? 0) / radius).toBeGreaterThan(0.75);
  expect((blob?.radiusPx ?? 0) / radius).toBeLessThan(1.35);
  expect(blob?.contrast).toBeGreaterThan(0.15);
  expect(blob?.contrast).toBeLessThan(0.25);
});

it('finds each of several discs of different sizes once', () => {
  const discs = [
    { x: 30, y: 30, radius: 4, contrast: 0.1 },
    { x: 60, y: 110, radius: 9, contrast: 0.15 },
    { x: 140, y: 60, radius: 22, contrast: 0.2 },
  ];
  const blobs = findBlobs(draw(discs), skin, { ...search, leastContrast: 0.06 });
  expect(blobs).toHaveLength(3);
  for (const { x, y, radius } of discs) {
    expect(blobs.filter((blob) => Math.hypot(blob.x - x, blob.y - y) < radius)).toHaveLength(1);
  }
});

it('finds nothing in grain, in dark spots, or beyond the skin', () => {
  expect(findBlobs(draw([], 0.02), skin, { ...search, leastSignificance: 6 })).toEqual([]);
  const dark = draw([{ x: 90, y: 70, radius: 10, contrast: -0.2 }]);
  const atCentre = findBlobs(dark, skin, search).filter(({ x, y }) => Math.hypot(x - 90, y - 70) < 10);
  expect(atCentre).toEqual([]);
  const none = { ...skin, values: new Uint8Array(widthPx * heightPx) };
  expect(findBlobs(draw([{ x: 90, y: 70, radius: 10, contrast: 0.2 }]), none, search)).toEqual([]);
});

it.each([
  [1, 1],
  [3, 200],
  [7, 5],
])('survives a map of %i x %i', (width, height) => {
  const map = { values: new Float32Array(width * height), widthPx: width, heightPx: height };
  const all = { ...map, values: new Uint8Array(width * height).fill(255) };
  expect(findBlobs(map, all, search)).toEqual([]);
});
