// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { exifSegment, insertAfterStart } from '../../test/fixtures/jpeg-segments.ts';
import { drawPlain, drawSkin, toSharp } from '../../test/fixtures/skin-picture.ts';
import { decodeImage, reencodePhotograph } from './decode-image.ts';

const limits = { maxPixels: 50_000_000, neededPx: 224 };
const skin = drawSkin(400, 300);
const large = toSharp(skin).resize(3000, 2250);

/** The code of the error, or the upright size of a picture that was read after all. */
const outcomeOf = (bytes: Uint8Array): Promise<string> =>
  decodeImage(bytes, limits).then(
    ({ full }) => `${full.widthPx} x ${full.heightPx}`,
    (error: { code: string }) => error.code,
  );

const pixelAt = (image: { pixelsHwc: Uint8Array; widthPx: number }, x: number, y: number): number[] => [
  ...image.pixelsHwc.subarray(3 * (y * image.widthPx + x), 3 * (y * image.widthPx + x) + 3),
];

/** Every point between 1 and 99 per cent, and the last bytes one by one. */
const cutPoints = (length: number, everyPercent: number): number[] => [
  ...Array.from({ length: 99 }, (_, at) => at + 1)
    .filter((percent) => percent % everyPercent === 0)
    .map((percent) => Math.floor((length * percent) / 100)),
  length - 12,
  length - 3,
  length - 2,
  length - 1,
];

describe('a picture that is cut short', () => {
  it.each([
    ['JPEG', toSharp(skin).jpeg().toBuffer(), 1],
    ['progressive JPEG', toSharp(skin).jpeg({ progressive: true }).toBuffer(), 1],
    ['CMYK JPEG', toSharp(skin).toColourspace('cmyk').jpeg().toBuffer(), 11],
    ['PNG', toSharp(skin).png().toBuffer(), 1],
    ['interlaced PNG', toSharp(skin).png({ progressive: true }).toBuffer(), 3],
    ['WebP', toSharp(skin).webp().toBuffer(), 1],
    ['lossless WebP', toSharp(skin).webp({ lossless: true }).toBuffer(), 3],
    ['AVIF', toSharp(skin).avif({ effort: 0 }).toBuffer(), 3],
    ['JPEG decoded at an eighth', large.clone().jpeg().toBuffer(), 9],
    ['progressive JPEG decoded at an eighth', large.clone().jpeg({ progressive: true }).toBuffer(), 9],
  ])('is never read: %s', async (_, encoding, everyPercent) => {
    const bytes = await encoding;
    const whole = await outcomeOf(bytes);
    expect(whole).toMatch(/\d+ x \d+/);
    for (const cut of cutPoints(bytes.length, everyPercent)) {
      expect.soft(await outcomeOf(bytes.subarray(0, cut)), `cut at ${cut}`).not.toBe(whole);
    }
  });
});

describe('decodeImage', () => {
  it('turns every EXIF orientation upright: the red corner comes to the top left', async () => {
    const widthPx = 300;
    const heightPx = 200;
    const cornersByOrientation = { 1: 'tl', 2: 'tr', 3: 'br', 4: 'bl', 5: 'tl', 6: 'bl', 7: 'br', 8: 'tr' };
    for (const [orientation, corner] of Object.entries(cornersByOrientation)) {
      const picture = drawPlain(widthPx, heightPx, [200, 200, 200]);
      const left = corner.endsWith('l') ? 0 : widthPx - 60;
      const top = corner.startsWith('t') ? 0 : heightPx - 60;
      for (let y = top; y < top + 60; y++) {
        for (let x = left; x < left + 60; x++) picture.pixelsHwc.set([220, 20, 20], 3 * (y * widthPx + x));
      }
      const jpeg = await toSharp(picture).jpeg({ quality: 95 }).toBuffer();
      const { working, full } = await decodeImage(
        insertAfterStart(jpeg, exifSegment(Number(orientation))),
        limits,
      );
      const isTurned = Number(orientation) >= 5;
      expect(full).toEqual(isTurned ? { widthPx: 200, heightPx: 300 } : { widthPx: 300, heightPx: 200 });
      const [red = 0, green = 255] = pixelAt(working, 20, 20);
      expect.soft(red - green, `orientation ${orientation}`).toBeGreaterThan(150);
    }
  });

  it('reads the same colours from every encoding', async () => {
    const plain = toSharp(drawPlain(240, 240, [200, 120, 90]));
    const encodings = [
      plain.clone().jpeg({ quality: 95 }),
      plain.clone().png(),
      plain.clone().png({ palette: true }),
      plain.clone().toColourspace('rgb16').png(),
      plain.clone().webp({ quality: 95 }),
      plain.clone().avif({ quality: 90, effort: 0 }),
      plain.clone().ensureAlpha(1).png(),
    ];
    for (const encoding of encodings) {
      const { working } = await decodeImage(await encoding.toBuffer(), limits);
      const [red = 0, green = 0, blue = 0] = pixelAt(working, 120, 120);
      expect(Math.max(Math.abs(red - 200), Math.abs(green - 120), Math.abs(blue - 90))).toBeLessThanOrEqual(
        4,
      );
    }
  });

  it('lays transparency on white', async () => {
    const clear = await toSharp(drawPlain(240, 240, [10, 10, 10]))
      .ensureAlpha(0)
      .png()
      .toBuffer();
    expect(pixelAt((await decodeImage(clear, limits)).working, 100, 100)).toEqual([255, 255, 255]);
  });

  it('makes grey pictures RGB', async () => {
    const grey = await toSharp(drawPlain(240, 240, [90, 90, 90]))
      .toColourspace('b-w')
      .png()
      .toBuffer();
    expect(pixelAt((await decodeImage(grey, limits)).working, 100, 100)).toEqual([90, 90, 90]);
  });

  it('keeps small pictures as they are and shrinks large ones', async () => {
    const small = await decodeImage(await toSharp(skin).png().toBuffer(), limits);
    expect(small.working).toMatchObject({ widthPx: 400, heightPx: 300 });
    expect(Buffer.compare(small.working.pixelsHwc, skin.pixelsHwc)).toBe(0);
    const shrunk = await decodeImage(await large.clone().jpeg().toBuffer(), limits);
    expect(shrunk.full).toEqual({ widthPx: 3000, heightPx: 2250 });
    expect(shrunk.working).toMatchObject({ heightPx: 250 });
  });

  it('refuses more pixels than allowed, exactly', async () => {
    const bytes = await toSharp(skin).png().toBuffer();
    await expect(decodeImage(bytes, { ...limits, maxPixels: 400 * 300 - 1 })).rejects.toMatchObject({
      code: 'imageTooManyPixels',
    });
    await expect(decodeImage(bytes, { ...limits, maxPixels: 400 * 300 })).resolves.toBeDefined();
  });
});

describe('a photograph that is kept', () => {
  it('is upright, whole, and says nothing about where and with what it was taken', async () => {
    const camera = Buffer.from('CANARY camera 51.5N 0.1W');
    const plain = await toSharp(skin).jpeg().toBuffer();
    const turned = await toSharp(skin)
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Make: 'CANARY' } })
      .jpeg()
      .toBuffer();
    const sent = Buffer.concat([turned, camera]);
    const kept = await reencodePhotograph(sent, limits.maxPixels);
    expect(Buffer.from(sent).includes('CANARY')).toBe(true);
    for (const trace of ['CANARY', 'Exif', 'http', 'ICC_PROFILE'])
      expect(Buffer.from(kept).includes(trace)).toBe(false);
    expect((await decodeImage(kept, limits)).full).toEqual({ widthPx: 300, heightPx: 400 });
    expect((await decodeImage(plain, limits)).full).toEqual({ widthPx: 400, heightPx: 300 });
  });

  it('is refused when it is damaged', async () => {
    const jpeg = await toSharp(skin).jpeg().toBuffer();
    await expect(reencodePhotograph(jpeg.subarray(0, 5000), limits.maxPixels)).rejects.toMatchObject({
      code: 'damagedImage',
    });
  });
});
