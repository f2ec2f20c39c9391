// SPDX-License-Identifier: Apache-2.0
import { readSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import { DeviceError } from '../../errors.ts';
import { encodeJpeg } from '../encode-image.ts';
import { lookedForKinds } from '../eyes/eyes.ts';
import { type LoadedModels, loadModels, readImage } from '../read-image.ts';
import { readSeverity } from '../read-severity.ts';
import type { AnyReading, JobMessage, WorkerMessage, WorkerSetup } from './worker-messages.ts';

/** Main file of an image worker process: loads the models, then reads one photograph after the other. */

const standardInput = 0;

function say(message: WorkerMessage): void {
  process.send?.(message);
}

/**
 * The photograph's bytes. They come through a plain pipe, because the message channel would cost 6-11 ms for 4 MB
 * (measured) where this costs 2.
 */
function receiveBytes(byteLength: number): Uint8Array {
  const bytes = new Uint8Array(byteLength);
  for (let offset = 0; offset < byteLength; ) {
    const count = readSync(standardInput, bytes, offset, byteLength - offset, null);
    if (count === 0) throw new Error('the server closed the pipe');
    offset += count;
  }
  return bytes;
}

interface ReceivedJob {
  readonly job: JobMessage;
  readonly bytes: Uint8Array;
}

async function read(
  models: LoadedModels,
  { settings }: WorkerSetup,
  { job, bytes }: ReceivedJob,
): Promise<AnyReading> {
  const { encoding, withPhotograph, task } = job;
  const common = { bytes, encoding, withPhotograph };
  if (task.kind === 'severity') {
    return { kind: 'severity', analysis: await readSeverity(models, { ...common, ...task }, settings) };
  }
  return { kind: 'condition', analysis: await readImage(models, { ...common, ...task }, settings) };
}

async function answer(models: LoadedModels, setup: WorkerSetup, job: JobMessage): Promise<WorkerMessage> {
  const bytes = receiveBytes(job.byteLength);
  try {
    return { kind: 'done', reading: await read(models, setup, { job, bytes }) };
  } catch (error) {
    if (error instanceof DeviceError) return { kind: 'refused', code: error.code, details: error.details };
    return { kind: 'broken', message: String(error instanceof Error ? error.stack : error) };
  }
}

/** How often a made-up picture is read before the first real one: compiled code and loaded libraries. */
const rehearsals = 3;

/** A picture for ten eyes at once is kept small: they cost as much per pixel, and the start of a worker must not wait. */
const severitySidePx = 192;

async function drawGrey(sidePx: number): Promise<Uint8Array> {
  const pixelsHwc = new Uint8Array(3 * sidePx * sidePx).fill(128);
  return (await encodeJpeg({ pixelsHwc, widthPx: sidePx, heightPx: sidePx })).jpeg;
}

async function rehearse(models: LoadedModels, { settings }: WorkerSetup): Promise<void> {
  const sidePx = 1024;
  const bytes = await drawGrey(sidePx);
  for (let count = 0; count < rehearsals; count++) {
    const job = { bytes, encoding: 'binary', withHeatMaps: true } as const;
    await readImage(models, job, { ...settings, maxPixels: sidePx * sidePx });
  }
  const small = { bytes: await drawGrey(severitySidePx), encoding: 'binary', withPictures: true } as const;
  await readSeverity(
    models,
    { ...small, lookFor: lookedForKinds },
    { ...settings, maxPixels: sidePx * sidePx },
  );
}

async function start(setup: WorkerSetup): Promise<void> {
  const models = await loadModels(setup.dirs);
  await rehearse(models, setup);
  process.on('message', async (job: JobMessage) => say(await answer(models, setup, job)));
  say({ kind: 'ready' });
  // Every worker ends by being killed, which keeps nothing of what was compiled.
  flushCompileCache();
}

process.title = 'openderm: image worker';
// Ctrl-C reaches the whole process group; the server decides when its workers leave, by hanging up.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
// Not process.exit, which would wait for native code that may never return.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

const setup = JSON.parse(process.argv[2] ?? '{}') as WorkerSetup;
new Worker(new URL('./watchdog.ts', import.meta.url), { workerData: setup.parentPid }).unref();
start(setup).catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.send?.({ kind: 'failed', message }, () => process.exit(1));
});
