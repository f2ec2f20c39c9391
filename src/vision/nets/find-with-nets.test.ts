// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTinyNet } from '../../../test/fixtures/tiny-nets.ts';
import type { PixelImage } from '../../quality/pixel-image.ts';
import type { Mask } from '../eyes/eye.ts';
import { findWithNets } from './find-with-nets.ts';
import { type LoadedNets, loadNets } from './load-nets.ts';

let shelf: string;
let nets: LoadedNets;

beforeAll(async () => {
  shelf = await mkdtemp(join(tmpdir(), 'openderm-nets-'));
  const segmentation = await writeTinyNet(shelf, { name: 'outlines', task: 'lesion-segmentation' });
  const acne = await writeTinyNet(shelf, { name: 'spots', task: 'acne-detection' });
  nets = await loadNets({ segmentation, acne });
});

afterAll(async () => {
  await nets.segmentation?.session.close();
  await nets.acne?.session.close();
  await rm(shelf, { recursive: true });
});

type Colour = readonly [red: number, green: number, blue: number];
const [white, red, blue]: readonly Colour[] = [
  [255, 255, 255],
  [255, 0, 0],
  [0, 0, 255],
];

/** A picture whose colour is asked for pixel by pixel. */
function paint(widthPx: number, heightPx: number, colourAt: (x: number, y: number) => Colour | undefined) {
  const pixels = Array.from({ length: widthPx * heightPx }, (_, at) => [
    ...(colourAt(at % widthPx, Math.floor(at / widthPx)) ?? [0, 0, 0]),
  ]);
  return { pixelsHwc: Uint8Array.from(pixels.flat()), widthPx, heightPx } satisfies PixelImage;
}

const valueAt = (mask: Mask | null, x: number, y: number) => mask?.values[y * mask.widthPx + x];

describe('findWithNets', () => {
  const halves = paint(96, 64, (x) => (x < 48 ? red : blue));

  it('asks only the nets that are needed for what is looked for', async () => {
    const nothing = { lesion: null, wound: null, acne: null };
    expect(await findWithNets(nets, halves, ['plaques', 'eczema'])).toEqual(nothing);
    expect(await findWithNets({ segmentation: null, acne: null }, halves, ['wound', 'acne'])).toEqual(
      nothing,
    );
    const found = await findWithNets(nets, halves, ['acne']);
    expect(found.wound).toBeNull();
    expect(found.acne).not.toBeNull();
  });

  it('gives masks of the size and place of what the net saw', async () => {
    const { wound, lesion, acne } = await findWithNets(nets, halves, ['wound']);
    expect(acne).toBeNull();
    expect(wound).toMatchObject({ widthPx: 96, heightPx: 64 });
    expect(valueAt(wound, 5, 5)).toBeGreaterThan(240);
    expect(valueAt(wound, 90, 60)).toBeLessThan(15);
    expect(valueAt(lesion, 5, 5)).toBeLessThan(15);
    expect(valueAt(lesion, 90, 60)).toBeGreaterThan(240);
  });

  it('finds each lesion of acne where it lies and as large as it is', async () => {
    const spots = paint(64, 128, (x, y) =>
      (x >= 8 && x < 16 && y >= 16 && y < 32) || (x >= 40 && x < 48 && y >= 96 && y < 112) ? red : white,
    );
    const { acne } = await findWithNets(nets, spots, ['acne']);
    const boxes = [...(acne?.boxes ?? [])].sort((one, other) => one.y1 - other.y1);
    expect(boxes).toMatchObject([
      { code: 'acne', x1: 6, x2: 18, y1: 16, y2: 32 },
      { code: 'acne', x1: 38, x2: 50, y1: 96, y2: 112 },
    ]);
    expect(boxes[0]?.confidence).toBeGreaterThan(0.9);
    expect(acne?.expectedCount).toBeCloseTo(1, 1);
  });

  it('says how severe the acne is as probabilities', async () => {
    const { acne } = await findWithNets(
      nets,
      paint(32, 32, () => red),
      ['acne'],
    );
    const probabilities = acne?.gradeProbabilities ?? [];
    expect(probabilities).toHaveLength(4);
    expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
    expect(probabilities[3]).toBeCloseTo(Math.exp(2) / (Math.exp(-1) + 1 + Math.E + Math.exp(2)), 4);
  });
});

describe('loadNets', () => {
  it('refuses a net for another task', async () => {
    const dir = join(shelf, 'spots');
    await expect(loadNets({ segmentation: dir, acne: null })).rejects.toThrow('is for acne-detection');
  });
});
