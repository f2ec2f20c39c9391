// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { getCompileCacheDir } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { canRun } from '../../test/fixtures/guards.ts';
import { isAlive } from '../../test/fixtures/process-tree.ts';
import { drawPlain, drawSkin, toSharp } from '../../test/fixtures/skin-picture.ts';
import { writeTinyModels } from '../../test/fixtures/tiny-models.ts';
import type { DeviceError } from '../errors.ts';
import type { ImageAnalysis } from '../record/image-analysis.ts';
import { createImageReader, defaultReaderLimits, type ReaderLimits } from './create-image-reader.ts';
import type { ImageJob, ImageReader } from './image-reader.ts';

const jpeg = await toSharp(drawSkin(320, 240)).jpeg().toBuffer();
/** The `endless` set hangs on it. */
const white = await toSharp(drawPlain(64, 64, [255, 255, 255]))
  .png()
  .toBuffer();
const missing = existsSync('/proc/self/stat') ? undefined : 'processes are looked at through /proc';

let modelsDir: string;
let reader: ImageReader | undefined;

beforeAll(async () => {
  modelsDir = await writeTinyModels(await mkdtemp(join(tmpdir(), 'openderm-reader-')));
});
afterEach(async () => {
  await reader?.close();
  reader = undefined;
});
afterAll(() => rm(modelsDir, { recursive: true }));

async function start(options: { workers?: number; modelSet?: string } & Partial<ReaderLimits> = {}) {
  const { workers = 1, modelSet = 'endless', ...limits } = options;
  reader = await createImageReader({
    modelsDir,
    modelSet,
    workers,
    limits: { ...defaultReaderLimits, ...limits },
    qualityAcceptableFrom: 41,
    priorPeak: 0.05,
    log: () => undefined,
  });
  return reader;
}

const job = (bytes: Uint8Array = jpeg, requestId = 'one'): ImageJob => ({
  requestId,
  bytes,
  encoding: 'binary',
  withHeatMaps: true,
});

const codeOf = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'read',
    (error: DeviceError) => error.code,
  );

/** Until the picture is in a worker's hands. */
const untilBusy = (of: ImageReader) =>
  expect.poll(() => of.status().busy, { interval: 5 }).toBeGreaterThan(0);

const withoutTimings = ({ timings: _, ...rest }: ImageAnalysis) => rest;

describe('createImageReader', () => {
  it('reads a photograph: validity, evidence that sums to 1, heat maps', async () => {
    const analysis = await (await start()).read(job());
    expect(analysis).toMatchObject({ format: 'jpeg', widthPx: 320, heightPx: 240 });
    expect(analysis.validity).toMatchObject({ isValid: true, reasons: [] });
    const sum = analysis.evidence.reduce((total, { probability }) => total + probability, 0);
    expect(sum + analysis.otherProbability).toBeCloseTo(1, 5);
    expect(analysis.heatMaps.length).toBeGreaterThanOrEqual(5);
    expect(
      Buffer.from(analysis.heatMaps[0]?.image.jpeg ?? [])
        .subarray(0, 2)
        .toString('hex'),
    ).toBe('ffd8');
    expect(analysis.timings.totalS).toBeGreaterThanOrEqual(analysis.timings.decodeS);
  });

  it('takes base64 as it came over the wire, and draws no maps when nobody looks', async () => {
    const running = await start();
    const bytes = Buffer.from(jpeg.toString('base64'));
    const analysis = await running.read({ ...job(bytes), encoding: 'base64', withHeatMaps: false });
    expect(analysis.heatMaps).toEqual([]);
    const uri = Buffer.concat([Buffer.from('data:image/jpeg;base64,'), bytes]);
    await expect(running.read({ ...job(uri), encoding: 'base64' })).rejects.toMatchObject({
      code: 'invalidRequest',
      details: { problems: [{ msg: 'Value error, Only base64 data is allowed' }] },
    });
  });

  it('gives the same answer at any concurrency', async () => {
    const running = await start({ workers: 2 });
    const alone = withoutTimings(await running.read(job()));
    const crowd = await Promise.all(Array.from({ length: 12 }, (_, at) => running.read(job(jpeg, `r${at}`))));
    for (const analysis of crowd) expect(withoutTimings(analysis)).toEqual(alone);
  });

  it('names the models that answer, licence included', async () => {
    const [condition, validity] = (await start({ modelSet: 'default' })).models;
    expect(condition).toMatchObject({ name: 'condition-default', licence: { commercialUse: false } });
    expect(validity).toMatchObject({ name: 'validity-default', task: 'media-validity' });
    expect(condition?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not start with models that are wrong, and says why', async () => {
    await expect(start({ modelSet: 'gold' })).rejects.toThrow('no folder "condition-gold"');
  });

  it('refuses a picture over the limit before sending it anywhere', async () => {
    const running = await start({ maxImageBytes: jpeg.length - 1 });
    expect(await codeOf(running.read(job()))).toBe('imageTooLarge');
  });
});

describe('a worker that dies or hangs', () => {
  it.each(['SIGKILL', 'SIGSEGV', 'SIGABRT'] as const)(
    'by %s fails its own request and is replaced',
    async (signal) => {
      const running = await start();
      const lost = running.read(job(white));
      await untilBusy(running);
      const [pid = 0] = running.status().pids;
      process.kill(pid, signal);
      await expect(lost).rejects.toMatchObject({ code: 'workerLost', details: { retryAfterS: 1 } });
      expect(await codeOf(running.read(job()))).toBe('read');
      expect(running.status()).toMatchObject({ restarts: 1, workers: 1, busy: 0 });
      expect(running.status().pids).not.toContain(pid);
    },
  );

  it('in an endless loop is killed at the time limit', async () => {
    const running = await start({ jobTimeoutMs: 700 });
    await expect(running.read(job(white))).rejects.toMatchObject({
      code: 'workerTimeout',
      details: { retryAfterS: 1 },
    });
    await expect.poll(() => running.status().restarts).toBe(1);
    await expect.poll(() => running.status().workers).toBe(1);
  });

  it('while stopped is killed at the time limit', async () => {
    const running = await start({ jobTimeoutMs: 700 });
    process.kill(running.status().pids[0] ?? 0, 'SIGSTOP');
    expect(await codeOf(running.read(job()))).toBe('workerTimeout');
  });

  it('while idle is replaced without anybody noticing', async () => {
    const running = await start();
    const [idle = 0] = running.status().pids;
    process.kill(idle, 'SIGKILL');
    await expect.poll(() => running.status().pids).not.toContain(idle);
    expect(await codeOf(running.read(job()))).toBe('read');
  });

  it('ignores Ctrl-C, which is for the server to act on', async () => {
    const running = await start();
    const pids = running.status().pids;
    for (const pid of pids) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.kill(pid, signal);
    expect(await codeOf(running.read(job()))).toBe('read');
    expect(running.status().pids).toEqual(pids);
  });
});

describe('the queue before the workers', () => {
  it('is bounded, and says when to come back', async () => {
    const running = await start({ maxQueuedJobs: 2, jobTimeoutMs: 60_000 });
    const readings = [running.read(job(white)), running.read(job()), running.read(job())];
    const codes = readings.map(codeOf);
    const refusal = await running.read(job()).catch((error: DeviceError) => error);
    expect(refusal).toMatchObject({ code: 'queueFull' });
    expect((refusal as DeviceError).details.retryAfterS).toBeGreaterThanOrEqual(1);
    expect(running.status()).toMatchObject({ busy: 1, queued: 2 });
    process.kill(running.status().pids[0] ?? 0, 'SIGKILL');
    expect(await Promise.all(codes)).toEqual(['workerLost', 'read', 'read']);
  });

  it('takes turns: one photograph of a second request passes the rest of the first', async () => {
    const running = await start({ jobTimeoutMs: 60_000 });
    const done: string[] = [];
    const note = (name: string, reading: Promise<unknown>) => reading.then(() => done.push(name));
    const first = codeOf(running.read(job(white, 'zero')));
    const crowd = [1, 2, 3, 4].map((at) => note(`a${at}`, running.read(job(jpeg, 'a'))));
    const single = note('b', running.read(job(jpeg, 'b')));
    process.kill(running.status().pids[0] ?? 0, 'SIGKILL');
    await Promise.all([first, ...crowd, single]);
    expect(done).toEqual(['a1', 'b', 'a2', 'a3', 'a4']);
  });

  it('forgets a photograph whose request has gone', async () => {
    const running = await start({ jobTimeoutMs: 60_000 });
    const endless = codeOf(running.read(job(white)));
    const gone = new AbortController();
    const reading = running.read(job(), gone.signal);
    expect(running.status().queued).toBe(1);
    gone.abort(new Error('the client hung up'));
    await expect(reading).rejects.toThrow('the client hung up');
    expect(running.status().queued).toBe(0);
    process.kill(running.status().pids[0] ?? 0, 'SIGKILL');
    expect(await endless).toBe('workerLost');
  });
});

describe('the life of a worker', () => {
  it('ends after its share of photographs, with no gap and no loss', async () => {
    const running = await start({ recycleAfterJobs: 3 });
    const [pidAtStart] = running.status().pids;
    for (let count = 0; count < 12; count++) {
      expect(running.status().workers).toBeGreaterThanOrEqual(1);
      expect(await codeOf(running.read(job()))).toBe('read');
    }
    await expect.poll(() => running.status().pids).not.toContain(pidAtStart);
    expect(running.status().restarts).toBeGreaterThanOrEqual(1);
  });

  it.runIf(canRun('procfs', missing))(
    'is given nothing of the environment but its own settings',
    async () => {
      const [pid = 0] = (await start()).status().pids;
      const names = readFileSync(`/proc/${pid}/environ`, 'utf8')
        .split('\0')
        .map((line) => line.split('=')[0])
        .filter((name) => name !== '' && !name?.startsWith('NODE_CHANNEL'));
      const cache = getCompileCacheDir() === undefined ? [] : ['NODE_COMPILE_CACHE'];
      expect(names.sort()).toEqual(['MALLOC_ARENA_MAX', ...cache, 'UV_THREADPOOL_SIZE']);
    },
  );

  it.runIf(canRun('procfs', missing))('ends with the reader, which refuses what still waits', async () => {
    const running = await start({ jobTimeoutMs: 1_500 });
    const pids = running.status().pids;
    const codes = [running.read(job(white)), running.read(job())].map(codeOf);
    await running.close();
    expect(await Promise.all(codes)).toEqual(['workerTimeout', 'notReady']);
    expect(await codeOf(running.read(job()))).toBe('notReady');
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it.runIf(canRun('procfs', missing))(
    'ends after kill -9 of the server, even when it hangs in native code',
    async () => {
      const entry = fileURLToPath(new URL('../../test/fixtures/reader-process.ts', import.meta.url));
      const server = spawn(process.execPath, [entry, modelsDir], { stdio: ['ignore', 'pipe', 'inherit'] });
      const [line] = await once(server.stdout, 'data');
      const pids = JSON.parse(String(line)) as number[];
      expect(pids.filter(isAlive)).toHaveLength(2);
      server.kill('SIGKILL');
      await expect.poll(() => pids.filter(isAlive)).toEqual([]);
    },
  );
});
