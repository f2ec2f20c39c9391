// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HostileImage, makeHostileImages } from '../../test/fixtures/hostile-images.ts';
import { drawSkin, toSharp } from '../../test/fixtures/skin-picture.ts';
import { writeTinyModels } from '../../test/fixtures/tiny-models.ts';
import { writeTinyNet } from '../../test/fixtures/tiny-nets.ts';
import type { LookedFor, SeverityReading } from '../record/severity-reading.ts';
import { createImageReader, defaultReaderLimits } from './create-image-reader.ts';
import { lookedForKinds } from './eyes/eyes.ts';
import type { ImageReader, SeverityJob } from './image-reader.ts';

const skin = await toSharp(drawSkin(900, 600)).jpeg({ quality: 95 }).toBuffer();
const images = await makeHostileImages();
let modelsDir: string;
let reader: ImageReader;

const start = (limits = {}, workers = 1) =>
  createImageReader({
    modelsDir,
    modelSet: 'default',
    workers,
    limits: { ...defaultReaderLimits, jobTimeoutMs: 60_000, ...limits },
    qualityAcceptableFrom: 41,
    priorPeak: 0.05,
    log: () => undefined,
  });

beforeAll(async () => {
  modelsDir = await writeTinyModels(await mkdtemp(join(tmpdir(), 'openderm-severity-')));
  await writeTinyNet(modelsDir, { name: 'segmentation-default', task: 'lesion-segmentation' });
  await writeTinyNet(modelsDir, { name: 'acne-default', task: 'acne-detection' });
  reader = await start();
});

afterAll(async () => {
  await reader.close();
  await rm(modelsDir, { recursive: true });
});

const job = (bytes: Uint8Array, change: Partial<SeverityJob> = {}): SeverityJob => ({
  requestId: 'one',
  bytes,
  encoding: 'binary',
  lookFor: ['plaques'],
  withPictures: true,
  ...change,
});

/** All of a reading but its times, its pictures by their checksums. */
const digest = ({ timings: _, ...reading }: SeverityReading) => ({
  ...reading,
  eyes: reading.eyes.map((eye) => ({
    ...eye,
    pictures: eye.pictures.map(({ name, image }) => ({
      name,
      sha256: createHash('sha256').update(image.jpeg).digest('hex'),
    })),
  })),
});

describe('reading severity in a worker', () => {
  it.each(globSync('examples/photos/*.jpg').toSorted())(
    '%s: everything that can be looked for, in pictures of its own size',
    async (path) => {
      const { width, height } = await sharp(path).metadata();
      const reading = await reader.readSeverity(job(readFileSync(path), { lookFor: lookedForKinds }));
      expect(reading).toMatchObject({ widthPx: width, heightPx: height });
      expect(reading.eyes.map(({ lookedFor }) => lookedFor)).toEqual(lookedForKinds);
      for (const { name, image } of reading.eyes.flatMap(({ pictures }) => pictures)) {
        const { format, channels, exif, icc, ...drawn } = await sharp(image.jpeg).metadata();
        const found = { name, format, channels, exif, icc, width: drawn.width, height: drawn.height };
        expect(found).toEqual({ name, format: 'jpeg', channels: 3, width, height });
      }
      for (const { box } of reading.eyes.flatMap(({ detections }) => detections)) {
        expect(box.x1).toBeLessThan(box.x2);
        expect(box.y1).toBeLessThan(box.y2);
        expect(Math.min(box.x1, box.y1)).toBeGreaterThanOrEqual(0);
        expect(box.x2).toBeLessThanOrEqual(width);
        expect(box.y2).toBeLessThanOrEqual(height);
      }
    },
  );

  it.each([
    ['plaques', ['maskRaw', 'maskBinary', 'segmentation']],
    ['eczema', ['maskRaw', 'maskBinary', 'segmentation']],
    ['wheals', ['annotation']],
    ['pustules', []],
    ['hairLoss', ['hairMaskRaw', 'hairMaskBinary', 'baldnessMaskRaw', 'baldnessMaskBinary', 'segmentation']],
  ] as const)('draws for %s what the wire names', async (lookedFor, names) => {
    const { eyes } = await reader.readSeverity(job(skin, { lookFor: [lookedFor] }));
    expect(eyes.flatMap(({ pictures }) => pictures.map(({ name }) => name))).toEqual(names);
  });

  it('draws nothing unless asked', async () => {
    const asked = await reader.readSeverity(job(skin));
    const { eyes, timings } = await reader.readSeverity(job(skin, { withPictures: false }));
    expect(asked.eyes[0]?.pictures.length).toBeGreaterThan(0);
    expect(eyes).toEqual(asked.eyes.map((eye) => ({ ...eye, pictures: [] })));
    expect(timings.totalS).toBeGreaterThanOrEqual(timings.decodeS + timings.eyesS);
  });

  it('judges validity and quality as a diagnosis does', async () => {
    const small = await toSharp(drawSkin(300, 240)).png().toBuffer();
    for (const bytes of [
      skin,
      small,
      ...globSync('examples/photos/*.jpg').map((path) => readFileSync(path)),
    ]) {
      const severity = await reader.readSeverity(job(bytes, { withPictures: false, lookFor: [] }));
      const diagnosis = await reader.read({
        requestId: 'two',
        bytes,
        encoding: 'binary',
        withHeatMaps: false,
      });
      const { validity, sha256, format, widthPx, heightPx } = diagnosis;
      expect(severity).toMatchObject({ sha256, format, widthPx, heightPx });
      expect(severity.validity.isValid).toBe(validity.isValid);
      expect(severity.validity.reasons).toEqual(validity.reasons);
      const difference = severity.validity.quality.score - validity.quality.score;
      // The tiny nets ask for a picture of 37 pixels, where the detour over 512 shows.
      expect(Math.abs(difference)).toBeLessThanOrEqual(6);
    }
  });

  it.each([
    [['plaques'], ['media-validity']],
    [['wound'], ['media-validity', 'lesion-segmentation']],
    [['acne'], ['media-validity', 'acne-detection']],
  ] as const)('names the nets that were asked for %s', async (lookFor, tasks) => {
    const { models } = await reader.readSeverity(job(skin, { lookFor: [...lookFor] as LookedFor[] }));
    expect(models.map(({ task }) => task)).toEqual(tasks);
  });

  it('takes base64, and gives the photograph back where it is wanted', async () => {
    const bytes = Buffer.from(skin.toString('base64'));
    const reading = await reader.readSeverity(job(bytes, { encoding: 'base64', withPhotograph: true }));
    expect(await sharp(reading.photograph).metadata()).toMatchObject({ width: 900, height: 600 });
  });

  it('gives the same answer at any concurrency, next to diagnoses', async () => {
    const crowded = await start({}, 2);
    const alone = await reader.readSeverity(job(skin));
    const readings = await Promise.all(
      Array.from({ length: 6 }, async (_, at) => {
        const requestId = `request ${at}`;
        await crowded.read({ requestId, bytes: skin, encoding: 'binary', withHeatMaps: true });
        return crowded.readSeverity(job(skin, { requestId }));
      }),
    );
    await crowded.close();
    for (const reading of readings) expect(digest(reading)).toEqual(digest(alone));
  });

  it('keeps to the limits of every reading', async () => {
    const strict = await start({ maxImageBytes: skin.length - 1 });
    await expect(strict.readSeverity(job(skin))).rejects.toMatchObject({ code: 'imageTooLarge' });
    await strict.close();
    await expect(strict.readSeverity(job(skin.subarray(1)))).rejects.toMatchObject({ code: 'notReady' });
  });

  it('is given up with its worker, which is replaced', async () => {
    // Drawing is given six times as long, and all of it is waited for here.
    const impatient = await start({ jobTimeoutMs: 1000 });
    const [stopped = 0] = impatient.status().pids;
    process.kill(stopped, 'SIGSTOP');
    await expect(impatient.readSeverity(job(skin))).rejects.toMatchObject({ code: 'workerTimeout' });
    await expect.poll(() => impatient.status().pids).not.toContain(stopped);
    await expect.poll(() => impatient.status().workers).toBe(1);
    const lost = impatient.readSeverity(job(skin));
    process.kill(impatient.status().pids[0] ?? 0, 'SIGKILL');
    await expect(lost).rejects.toMatchObject({ code: 'workerLost' });
    await impatient.close();
  });
});

describe('pictures that are none, are broken, or are meant to break something', () => {
  /** Drawing decodes the whole photograph, and so may find damage that a small decode passes over. */
  const outcomeOf = ({ bytes, name }: HostileImage) =>
    reader.readSeverity(job(bytes, { requestId: name, lookFor: ['plaques', 'wheals'] })).then(
      ({ widthPx, heightPx }) => ({ result: 'read', widthPx, heightPx }),
      ({ code }: { code?: string }) => ({ result: code }),
    );

  it.each(images.map((image) => [image.name, image] as const))('%s', async (_, image) => {
    const pidsAtStart = reader.status().pids;
    const outcome = await outcomeOf(image);
    const expected = image.expected === 'invalid' ? 'read' : image.expected;
    expect(outcome.result).toBe(expected);
    expect(reader.status().pids).toEqual(pidsAtStart);
  });
});
