// SPDX-License-Identifier: Apache-2.0
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../test/fixtures/sample-analyses.ts';
import { catalogue } from '../catalogue/conditions.ts';
import { DeviceError, type ErrorCode } from '../errors.ts';
import type { AnalysisRecord } from '../record/analysis-record.ts';
import type { ImageAnalysis } from '../record/image-analysis.ts';
import type { AnalysisStore } from '../store/analyses/analysis-store.ts';
import type { PhotographStore } from '../store/photographs/photograph-store.ts';
import type { ImageJob, ImageReader } from '../vision/image-reader.ts';
import { createDiagnose } from './diagnose.ts';
import { defaultDiagnosisSettings } from './diagnosis-of-images.ts';

/** Photographs are named by a letter; what each says is known beforehand. */
const album: Readonly<Record<string, ImageAnalysis | ErrorCode | 'never'>> = {
  a: createAnalysis({ acne: 0.9 }),
  m: createAnalysis({ melanoma: 0.9 }),
  x: 'damagedImage',
  b: 'invalidRequest',
  s: 'never',
};

const photo = (letter: string) => Buffer.from(letter);
const labelled = (...numbers: readonly number[]) =>
  numbers.map((imageNumber) => ({ imageNumber, title: `photo ${imageNumber}`, contentType: null }));

function createAlbumReader() {
  const started: ImageJob[] = [];
  const aborted: string[] = [];
  const reader: ImageReader = {
    models: [],
    read(job, signal) {
      started.push(job);
      const letter = Buffer.from(job.bytes).toString();
      const entry = album[letter];
      return new Promise((resolve, reject) => {
        const stop = () => {
          aborted.push(letter);
          reject(signal?.reason);
        };
        if (signal?.aborted) return stop();
        signal?.addEventListener('abort', stop, { once: true });
        const photograph = new Uint8Array(job.bytes);
        if (typeof entry === 'object') resolve(job.withPhotograph ? { ...entry, photograph } : entry);
        else if (entry !== undefined && entry !== 'never') reject(new DeviceError(entry));
      });
    },
    readSeverity: () => Promise.reject(new Error('Expected nobody to ask for severity')),
    status: () => ({ workers: 1, busy: 0, queued: 0, restarts: 0, pids: [] }),
    close: async () => undefined,
  };
  return { reader, started, aborted };
}

function createMemoryStore(): Omit<AnalysisStore, 'erase'> & { readonly kept: AnalysisRecord[] } {
  const kept: AnalysisRecord[] = [];
  return {
    kept,
    keep: async (record) => void kept.push(record),
    find: async (id) => kept.find((record) => record.id === id),
    list: async () => [],
    count: async () => kept.length,
  };
}

function setUp(keep?: AnalysisStore['keep'], photographs: Pick<PhotographStore, 'keep'> | null = null) {
  const album = createAlbumReader();
  const store = createMemoryStore();
  const times = { monotonicMs: 0 };
  const diagnose = createDiagnose({
    reader: album.reader,
    analyses: keep === undefined ? store : { ...store, keep },
    photographs,
    catalogue,
    clock: { nowMs: () => 1_770_000_000_000, monotonicMs: () => times.monotonicMs },
    ids: { create: () => '019a0000-0000-7000-8000-000000000001' },
    settings: defaultDiagnosisSettings,
    softwareVersion: '1.2.3',
  });
  return { ...album, store, times, work: diagnose.start('account-1') };
}

describe('diagnose', () => {
  it('starts reading a photograph while others are still arriving', () => {
    const { work, started } = setUp();
    expect(work.addImage(photo('a'))).toBe(0);
    expect(work.addImage(photo('m'))).toBe(1);
    expect(started.map(({ encoding, withHeatMaps }) => [encoding, withHeatMaps])).toEqual([
      ['base64', true],
      ['base64', true],
    ]);
    expect(new Set(started.map(({ requestId }) => requestId)).size).toBe(1);
  });

  it('answers for the photographs named, in the order named', async () => {
    const { work, times, aborted } = setUp();
    for (const letter of ['a', 's', 'm']) work.addImage(photo(letter));
    times.monotonicMs = 1500;
    const diagnosis = await work.finish(labelled(2, 0));
    expect(diagnosis.images.map(({ title, conclusions }) => [title, conclusions[0]?.condition])).toEqual([
      ['photo 2', 'melanoma'],
      ['photo 0', 'acne'],
    ]);
    expect(diagnosis).toMatchObject({ durationS: 1.5, issuedAtMs: 1_770_000_000_000 });
    expect(diagnosis.images[0]?.heatMaps.length).toBeGreaterThan(1);
    expect(aborted).toContain('s');
  });

  it('took some time even on a clock that did not move', async () => {
    const { work } = setUp();
    work.addImage(photo('a'));
    expect((await work.finish(labelled(0))).durationS).toBeGreaterThan(0);
  });

  it('keeps the record, without maps, before it answers', async () => {
    const order: string[] = [];
    const { work } = setUp(async () => {
      await nextTurn();
      order.push('kept');
    });
    work.addImage(photo('a'));
    await work.finish(labelled(0));
    order.push('answered');
    expect(order).toEqual(['kept', 'answered']);
  });

  it('keeps the photographs of the answer first, where they are to be kept', async () => {
    const order: unknown[] = [];
    const photographs = { keep: async (...given: unknown[]) => void order.push(...given) };
    const { work, started } = setUp(async (record) => void order.push(record.kind), photographs);
    for (const letter of ['a', 'm']) work.addImage(photo(letter));
    await work.finish(labelled(1, 0));
    expect(started.every(({ withPhotograph }) => withPhotograph)).toBe(true);
    const [first, second] = ['m', 'a'].map((letter) => new Uint8Array(photo(letter)));
    expect(order).toEqual(['019a0000-0000-7000-8000-000000000001', [first, second], 'diagnosis-support']);
  });

  it('asks for no photograph where none is kept', async () => {
    const { work, started } = setUp();
    work.addImage(photo('a'));
    await work.finish(labelled(0));
    expect(started[0]?.withPhotograph).toBe(false);
  });

  it('keeps the whole result but for the maps', async () => {
    const { work, store } = setUp();
    work.addImage(photo('m'));
    const diagnosis = await work.finish(labelled(0));
    const [record] = store.kept;
    expect(record).toMatchObject({
      id: diagnosis.id,
      accountId: 'account-1',
      kind: 'diagnosis-support',
      softwareVersion: '1.2.3',
      createdAtMs: diagnosis.issuedAtMs,
    });
    expect(record?.result.conclusions).toEqual(diagnosis.conclusions);
    expect(JSON.stringify(record)).not.toMatch(/heatMaps|jpeg":\{/);
  });

  it('gives no answer that could not be kept', async () => {
    const { work } = setUp(async () => {
      throw new Error('disk full');
    });
    work.addImage(photo('a'));
    await expect(work.finish(labelled(0))).rejects.toThrow('disk full');
  });

  it.each([
    ['x', 'damagedImage'],
    ['b', 'invalidRequest'],
  ])(
    'names the photograph that failed (%s: %s), stops the others and keeps nothing',
    async (letter, code) => {
      const { work, store, aborted } = setUp();
      for (const each of ['s', 'a', letter]) work.addImage(photo(each));
      const failure = await work.finish(labelled(1, 2, 0)).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code, details: { imageIndex: 1 } });
      expect(failure).toBeInstanceOf(DeviceError);
      expect(aborted).toContain('s');
      expect(store.kept).toEqual([]);
    },
  );

  it('does not mind a failure of a photograph that is not part of the request', async () => {
    const { work } = setUp();
    for (const letter of ['x', 'a']) work.addImage(photo(letter));
    await nextTurn();
    expect((await work.finish(labelled(1))).conclusions[0]?.condition).toBe('acne');
  });

  it('lets go of everything when abandoned, and reads nothing after', async () => {
    const { work, aborted, store } = setUp();
    for (const letter of ['s', 'x', 'a', 's']) work.addImage(photo(letter));
    work.abandon();
    work.addImage(photo('m'));
    // A rejection nobody handles would fail this run by itself.
    await nextTurn();
    expect(aborted.filter((letter) => letter === 's')).toHaveLength(2);
    expect(aborted).toContain('m');
    expect(store.kept).toEqual([]);
  });

  it('refuses to answer for a photograph that never came', async () => {
    const { work } = setUp();
    await expect(work.finish(labelled(3))).rejects.toThrow('image 3');
  });
});
