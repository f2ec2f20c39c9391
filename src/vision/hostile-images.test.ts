// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HostileImage, makeHostileImages } from '../../test/fixtures/hostile-images.ts';
import { writeTinyModels } from '../../test/fixtures/tiny-models.ts';
import { createImageReader, defaultReaderLimits } from './create-image-reader.ts';
import type { ImageReader } from './image-reader.ts';

const images = await makeHostileImages();
let modelsDir: string;
let reader: ImageReader;
let pidsAtStart: readonly number[];

beforeAll(async () => {
  modelsDir = await writeTinyModels(await mkdtemp(join(tmpdir(), 'openderm-hostile-')));
  reader = await createImageReader({
    modelsDir,
    modelSet: 'default',
    workers: 1,
    limits: { ...defaultReaderLimits, jobTimeoutMs: 60_000 },
    qualityAcceptableFrom: 41,
    priorPeak: 0.05,
    log: () => undefined,
  });
  pidsAtStart = reader.status().pids;
});

afterAll(async () => {
  await reader.close();
  await rm(modelsDir, { recursive: true });
});

/** What came of the picture: an error's code, or whether it is valid, and its upright size. */
async function outcomeOf({ bytes, name }: HostileImage) {
  const job = { requestId: name, bytes, encoding: 'binary', withHeatMaps: true } as const;
  return reader.read(job).then(
    ({ validity, widthPx, heightPx }) => ({
      result: validity.isValid ? 'valid' : 'invalid',
      widthPx,
      heightPx,
    }),
    (error: { code?: string }) => ({ result: error.code, widthPx: undefined, heightPx: undefined }),
  );
}

describe('pictures that are none, are broken, or are meant to break something', () => {
  it.each(images.map((image) => [image.name, image.expected, image] as const))(
    '%s: %s',
    async (_, expected, image) => {
      const outcome = await outcomeOf(image);
      if (expected === 'read') expect(['valid', 'invalid']).toContain(outcome.result);
      else expect(outcome.result).toBe(expected);
      if (image.widthPx !== undefined) expect(outcome.widthPx).toBe(image.widthPx);
      if (image.heightPx !== undefined) expect(outcome.heightPx).toBe(image.heightPx);
    },
  );

  it('all leave the worker alive', () => {
    expect(reader.status().pids).toEqual(pidsAtStart);
    expect(reader.status().restarts).toBe(0);
  });
});
