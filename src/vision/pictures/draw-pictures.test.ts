// SPDX-License-Identifier: Apache-2.0
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { EyeFinding, NamedMask } from '../eyes/eye.ts';
import { drawPictures } from './draw-pictures.ts';

const full = { widthPx: 600, heightPx: 400 };
const size = { widthPx: 150, heightPx: 100 };
const tone = [200, 150, 120] as const;

/** A disc in the middle. */
function disc(stem: string, radius: number): NamedMask {
  const values = new Uint8Array(size.widthPx * size.heightPx);
  for (let at = 0; at < values.length; at++) {
    const far = Math.hypot((at % 150) - 75, Math.floor(at / 150) - 50);
    values[at] = far < radius ? 255 : 0;
  }
  return { stem, mask: { values, ...size }, presentFrom: 128, isOutlined: true };
}

const finding = (change: Partial<EyeFinding>): EyeFinding => ({
  signs: {},
  figures: {},
  boxes: [],
  masks: [],
  drawing: null,
  ...change,
});

async function photograph(orientation = 1) {
  const turned = orientation > 4;
  const [width, height] = turned ? [400, 600] : [600, 400];
  const bytes = await sharp({ create: { width, height, channels: 3, background: toColour(tone) } })
    .jpeg({ quality: 95 })
    .withMetadata({ orientation })
    .toBuffer();
  return { bytes, full };
}

const toColour = ([r, g, b]: readonly [number, number, number]) => ({ r, g, b });

async function readPixels(jpeg: Uint8Array) {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [
    ...data.subarray(3 * (y * info.width + x), 3 * (y * info.width + x) + 3),
  ];
  return { at, info };
}

const isTone = (pixel: readonly number[]) =>
  pixel.every((value, at) => Math.abs(value - (tone[at] ?? 0)) < 12);

describe('drawPictures', () => {
  it('gives every mask raw and binary, as JPEGs of three channels and of the size of the photograph', async () => {
    const found = finding({ masks: [disc('mask', 30)] });
    const pictures = await drawPictures(found, [], await photograph());
    expect(pictures.map(({ name }) => name)).toEqual(['maskRaw', 'maskBinary']);
    for (const { image } of pictures) {
      expect(image).toMatchObject(full);
      const { info, at } = await readPixels(image.jpeg);
      expect(info).toMatchObject({ width: 600, height: 400, channels: 3 });
      expect(Math.min(...at(300, 200))).toBeGreaterThan(240);
      expect(Math.max(...at(10, 10))).toBeLessThan(15);
    }
  });

  it('draws a line along the edge and leaves both sides as they were', async () => {
    const found = finding({ masks: [disc('mask', 30)], drawing: 'segmentation' });
    const pictures = await drawPictures(found, [], await photograph());
    const drawn = pictures.find(({ name }) => name === 'segmentation');
    const { at } = await readPixels(drawn?.image.jpeg ?? new Uint8Array());
    for (const x of [300, 330, 360, 400, 445, 500, 590]) expect(isTone(at(x, 200))).toBe(true);
    const onLine = Array.from({ length: 24 }, (_, step) => at(408 + step, 200));
    expect(onLine.some((pixel) => !isTone(pixel) && (pixel[2] ?? 255) < 100 && (pixel[0] ?? 0) > 180)).toBe(
      true,
    );
    expect(onLine.some((pixel) => Math.max(...pixel) < 80)).toBe(true);
  });

  it('frames what was found', async () => {
    const box = { x1: 100, y1: 100, x2: 200, y2: 180 };
    const detections = [{ code: 'acne', confidence: 0.9, box }];
    const pictures = await drawPictures(finding({ drawing: 'annotation' }), detections, await photograph());
    expect(pictures.map(({ name }) => name)).toEqual(['annotation']);
    const { at } = await readPixels(pictures[0]?.image.jpeg ?? new Uint8Array());
    expect(isTone(at(150, 140))).toBe(true);
    expect(isTone(at(150, 98))).toBe(false);
    expect(isTone(at(97, 140))).toBe(false);
  });

  it('draws on the photograph as it is held, and takes nothing along but pixels', async () => {
    const found = finding({ masks: [disc('mask', 30)], drawing: 'segmentation' });
    for (const { image } of await drawPictures(found, [], await photograph(6))) {
      const { width, height, orientation, exif, icc } = await sharp(image.jpeg).metadata();
      expect({ width, height, orientation, exif, icc }).toEqual({ width: 600, height: 400 });
    }
  });

  it('draws nothing where there is nothing to draw', async () => {
    expect(await drawPictures(finding({}), [], await photograph())).toEqual([]);
  });

  it('gives the same bytes each time', async () => {
    const found = finding({ masks: [disc('mask', 30)], drawing: 'segmentation' });
    const [one, other] = [
      await drawPictures(found, [], await photograph()),
      await drawPictures(found, [], await photograph()),
    ];
    expect(one).toEqual(other);
  });
});
