// SPDX-License-Identifier: Apache-2.0
import sharp, { type Sharp } from 'sharp';
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

  it('puts the line on the edge of the mask where the photograph is many times larger', async () => {
    const large = { widthPx: 4000, heightPx: 2667 };
    const bytes = await sharp({
      create: { width: 4000, height: 2667, channels: 3, background: toColour(tone) },
    })
      .jpeg({ quality: 95 })
      .toBuffer();
    const found = finding({ masks: [disc('mask', 30)], drawing: 'segmentation' });
    const pictures = await drawPictures(found, [], { bytes, full: large });
    const drawn = Object.fromEntries(pictures.map(({ name, image }) => [name, image.jpeg]));
    const binary = await readPixels(drawn['maskBinary'] ?? new Uint8Array());
    const outline = await readPixels(drawn['segmentation'] ?? new Uint8Array());
    const row = Array.from({ length: 2000 }, (_, step) => 2000 + step);
    const lastWithin = row.findLast((x) => (binary.at(x, 1347)[0] ?? 0) > 128) ?? 0;
    const painted = row.filter((x) => !isTone(outline.at(x, 1347)));
    const pxPerMaskPx = 4000 / 150;
    expect(Math.min(...painted)).toBeGreaterThan(lastWithin - 10 - pxPerMaskPx / 2);
    expect(Math.max(...painted)).toBeLessThan(lastWithin + 12 + pxPerMaskPx / 2);
    expect(painted.length).toBeGreaterThan(15);
    expect(painted.length).toBeLessThan(30);
  });

  it.each([
    { what: 'of one pixel', photographPx: [1, 1], maskPx: [1, 1] },
    { what: 'very wide', photographPx: [2000, 3], maskPx: [512, 1] },
    { what: 'very tall', photographPx: [2, 1500], maskPx: [1, 512] },
  ])('draws on a photograph $what', async ({ photographPx, maskPx }) => {
    const [width = 0, height = 0] = photographPx;
    const [widthPx = 0, heightPx = 0] = maskPx;
    const bytes = await sharp({ create: { width, height, channels: 3, background: toColour(tone) } })
      .png()
      .toBuffer();
    const values = new Uint8Array(widthPx * heightPx).map((_, at) => (at % 64 < 20 ? 255 : 0));
    const mask = { stem: 'mask', mask: { values, widthPx, heightPx }, presentFrom: 128, isOutlined: true };
    const photo = { bytes, full: { widthPx: width, heightPx: height } };
    const box = { x1: 0, y1: 0, x2: 1, y2: 1 };
    const pictures = [
      ...(await drawPictures(finding({ masks: [mask], drawing: 'segmentation' }), [], photo)),
      ...(await drawPictures(
        finding({ drawing: 'annotation' }),
        [{ code: 'wheal', confidence: 1, box }],
        photo,
      )),
    ];
    expect(pictures.map(({ name }) => name)).toEqual(['maskRaw', 'maskBinary', 'segmentation', 'annotation']);
    for (const { image } of pictures) {
      const { info } = await readPixels(image.jpeg);
      expect(info).toMatchObject({ width, height, channels: 3 });
    }
  });

  it.each([
    ['of one channel', (picture: Sharp) => picture.toColourspace('b-w').png()],
    ['for printing', (picture: Sharp) => picture.toColourspace('cmyk').jpeg()],
    ['of 16 bits', (picture: Sharp) => picture.toColourspace('rgb16').png()],
    ['that can be seen through', (picture: Sharp) => picture.ensureAlpha(0.5).png()],
  ])('draws in colour on a photograph %s', async (_, encode) => {
    const canvas = sharp({ create: { width: 600, height: 400, channels: 3, background: toColour(tone) } });
    const bytes = await encode(canvas).toBuffer();
    const found = finding({ masks: [disc('mask', 30)], drawing: 'segmentation' });
    const pictures = await drawPictures(found, [], { bytes, full });
    const { at, info } = await readPixels(pictures.at(-1)?.image.jpeg ?? new Uint8Array());
    expect(info).toMatchObject({ width: 600, height: 400, channels: 3 });
    const onLine = Array.from({ length: 24 }, (_, step) => at(408 + step, 200));
    expect(onLine.some(([red = 0, , blue = 255]) => red > 180 && blue < 120)).toBe(true);
  });

  it('turns the photograph as its own pixels are turned', async () => {
    const raw = new Uint8Array(3 * 40 * 60).fill(230);
    // Red in the upper left corner as stored; orientation 6 shows that corner at the upper right.
    for (let y = 0; y < 20; y++) for (let x = 0; x < 20; x++) raw.set([200, 0, 0], 3 * (y * 40 + x));
    const bytes = await sharp(raw, { raw: { width: 40, height: 60, channels: 3 } })
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 95 })
      .toBuffer();
    const box = { x1: 20, y1: 20, x2: 30, y2: 30 };
    const photo = { bytes, full: { widthPx: 60, heightPx: 40 } };
    const [drawn] = await drawPictures(
      finding({ drawing: 'annotation' }),
      [{ code: 'wheal', confidence: 1, box }],
      photo,
    );
    const { at } = await readPixels(drawn?.image.jpeg ?? new Uint8Array());
    expect(at(52, 7)[0]).toBeGreaterThan(150);
    expect(at(52, 7)[1]).toBeLessThan(60);
    expect(Math.min(...at(7, 7))).toBeGreaterThan(200);
  });

  it('refuses a photograph that breaks off', async () => {
    const { bytes } = await photograph();
    const half = bytes.subarray(0, Math.floor(bytes.length / 2));
    await expect(
      drawPictures(finding({ drawing: 'annotation' }), [], { bytes: half, full }),
    ).rejects.toMatchObject({ code: 'damagedImage' });
  });
});
