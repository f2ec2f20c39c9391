// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type DrawnPicture, drawPlain, drawSkin, toSharp } from '../../test/fixtures/skin-picture.ts';
import { decodeImage } from '../vision/decode-image.ts';
import { measureQuality } from './measure-quality.ts';

async function judge(bytes: Uint8Array) {
  return measureQuality(await decodeImage(bytes, { maxPixels: 50_000_000, neededPx: 224 }), bytes);
}

const skin = drawSkin(480, 360);
const save = (picture: DrawnPicture) => toSharp(picture).jpeg({ quality: 95 }).toBuffer();

const change = (picture: DrawnPicture, to: (value: number, at: number) => number): DrawnPicture => ({
  ...picture,
  pixelsHwc: picture.pixelsHwc.map((value, at) => Math.max(0, Math.min(255, to(value, at)))),
});

async function blur(picture: DrawnPicture, percent: number): Promise<DrawnPicture> {
  const sigma = (Math.min(picture.widthPx, picture.heightPx) * percent) / 100;
  const pixelsHwc = await toSharp(picture).blur(Math.max(0.3, sigma)).raw().toBuffer();
  return { ...picture, pixelsHwc: new Uint8Array(pixelsHwc) };
}

/** Sums of three pseudo-random numbers: near enough to normal, and the same every time. */
function addNoise(picture: DrawnPicture, sigma: number): DrawnPicture {
  let state = 1;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296 - 0.5;
  };
  return change(picture, (value) => value + sigma * 2 * (uniform() + uniform() + uniform()));
}

interface Harm {
  readonly reason: string;
  readonly steps: readonly number[];
  apply(step: number): Promise<Uint8Array>;
}

const harms: readonly (Harm & { readonly name: string })[] = [
  {
    name: 'blur',
    reason: 'blur',
    steps: [0, 0.6, 1, 2, 4, 8],
    apply: async (step) => save(step === 0 ? skin : await blur(skin, step)),
  },
  {
    name: 'darkness',
    reason: 'tooDark',
    steps: [0, 40, 60, 75, 88, 95],
    apply: (step) => save(change(skin, (value) => value * (1 - step / 100))),
  },
  {
    name: 'overexposure',
    reason: 'tooBright',
    steps: [1, 1.3, 1.8, 2.5, 4, 8],
    apply: (step) => save(change(skin, (value) => value * step)),
  },
  {
    name: 'loss of contrast',
    reason: 'lowContrast',
    steps: [0, 60, 80, 90, 95, 98],
    apply: (step) => save(change(skin, (value) => 128 + (value - 128) * (1 - step / 100))),
  },
  {
    name: 'noise',
    reason: 'noise',
    steps: [0, 10, 20, 35, 60, 90],
    apply: (step) => save(addNoise(skin, step)),
  },
  {
    name: 'compression',
    reason: 'compression',
    steps: [10, 40, 70, 85, 92, 97],
    apply: (step) =>
      toSharp(skin)
        .jpeg({ quality: 100 - step })
        .toBuffer(),
  },
  {
    name: 'low resolution',
    reason: 'lowResolution',
    steps: [1, 2, 3, 5, 8, 20],
    apply: (step) => save(drawSkin(Math.round(480 / step), Math.round(360 / step))),
  },
  {
    name: 'reflections',
    reason: 'glare',
    steps: [0, 10, 20, 30, 45, 60],
    apply: (step) => {
      const radius = Math.sqrt((480 * 360 * step) / 100 / Math.PI);
      const isLit = (at: number) => {
        const pixel = Math.floor(at / 3);
        return Math.hypot((pixel % 480) - 240, Math.floor(pixel / 480) - 180) < radius;
      };
      return save(change(skin, (value, at) => (isLit(at) ? 255 : value)));
    },
  },
];

describe('measureQuality', () => {
  it('finds nothing wrong with a sharp, well lit picture', async () => {
    const quality = await judge(await save(skin));
    expect(quality.reasons).toEqual([]);
    expect(quality.score).toBeGreaterThan(80);
  });

  it('accepts a sharp picture of 224 px', async () => {
    expect((await judge(await save(drawSkin(224, 224)))).score).toBeGreaterThan(60);
  });

  it.each(harms)(
    'falls with growing $name, and names it when it is severe',
    async ({ reason, steps, apply }) => {
      const judged = [];
      for (const step of steps) judged.push(await judge(await apply(step)));
      const scores = judged.map(({ score }) => score);
      // A point or two is rounding.
      scores.forEach((score, at) => void expect(score).toBeLessThanOrEqual((scores[at - 1] ?? 100) + 2));
      const last = judged.at(-1);
      expect(last?.score).toBeLessThan(41);
      expect(last?.reasons[0]).toBe(reason);
    },
  );

  it('is not fooled into sharpness by noise on a blurred picture', async () => {
    const blurred = await blur(skin, 3);
    expect((await judge(await save(blurred))).score).toBeLessThan(41);
    for (const sigma of [3, 6, 12, 24]) {
      expect
        .soft((await judge(await save(addNoise(blurred, sigma)))).score, `noise ${sigma}`)
        .toBeLessThan(41);
    }
  });

  it('does not take calm skin for blurred skin', async () => {
    const calm = change(skin, (value, at) => 168 + (value - (skin.pixelsHwc[at % 3] ?? 0)) * 0.35);
    const quality = await judge(await save(calm));
    expect(quality.grades.blur).toBeGreaterThan(0.8);
    expect(quality.score).toBeGreaterThan(60);
  });

  it('does not take dark skin for an underexposed picture', async () => {
    const dark = change(skin, (value) => value * 0.5);
    expect((await judge(await save(dark))).grades.tooDark).toBeGreaterThan(0.8);
  });

  it('forgives a background out of focus', async () => {
    const soft = await blur(skin, 3);
    const isMiddle = (at: number) =>
      Math.hypot((Math.floor(at / 3) % 480) - 240, Math.floor(at / 1440) - 180) < 110;
    const portrait = change(skin, (value, at) => (isMiddle(at) ? value : (soft.pixelsHwc[at] ?? 0)));
    expect((await judge(await save(portrait))).score).toBeGreaterThanOrEqual(41);
  });

  it('judges a large photograph as it is seen, not by its pixels', async () => {
    const large = await toSharp(skin)
      .resize(2880, 2160, { kernel: 'lanczos3' })
      .jpeg({ quality: 90 })
      .toBuffer();
    const small = await judge(await save(skin));
    expect(Math.abs((await judge(large)).score - small.score)).toBeLessThan(20);
  });

  it('gives a number even for a single pixel', async () => {
    const quality = await judge(
      await toSharp(drawPlain(1, 1, [90, 60, 50]))
        .png()
        .toBuffer(),
    );
    expect(quality.score).toBe(0);
    expect(quality.reasons[0]).toBe('lowResolution');
  });
});
