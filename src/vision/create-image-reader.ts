// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../errors.ts';
import { chooseModelSet, modelsOf } from './choose-model-set.ts';
import type { ImageJob, ImageReader } from './image-reader.ts';
import { toIdentity } from './model-identity.ts';
import type { PoolEvent } from './worker/pool-state.ts';
import type { AnyReading, ReadingTask } from './worker/worker-messages.ts';
import { createWorkerPool } from './worker/worker-pool.ts';
import { startWorkerProcess } from './worker/worker-process.ts';

/** The bounds of this room. */
export interface ReaderLimits {
  /** Pixels of one picture as its header states them. */
  readonly maxPixels: number;
  /** Bytes of one picture, base64 taken off. */
  readonly maxImageBytes: number;
  /** A worker that takes longer over one picture is killed; six times as long where it draws what it found. */
  readonly jobTimeoutMs: number;
  /** Pictures waiting, over all requests. */
  readonly maxQueuedJobs: number;
  /** Pictures after which a worker is replaced. */
  readonly recycleAfterJobs: number;
}

/** @source design: 50 megapixels, 20 MiB, 10 s, "some hundreds of jobs"; 256 waiting pictures are 60 s of two workers */
export const defaultReaderLimits: ReaderLimits = {
  maxPixels: 50_000_000,
  maxImageBytes: 20 * 2 ** 20,
  jobTimeoutMs: 10_000,
  maxQueuedJobs: 256,
  recycleAfterJobs: 500,
};

export interface ImageReaderOptions {
  readonly modelsDir: string;
  /** `default`, `free`, or folders of your own; the rule is `chooseModelSet`'s. */
  readonly modelSet: string;
  readonly workers: number;
  readonly limits: ReaderLimits;
  /** Lowest quality score, 0-100, that is acceptable. */
  readonly qualityAcceptableFrom: number;
  /** Largest share of the *other* mass that a single catalogue entry can get, 0-1. */
  readonly priorPeak: number;
  readonly log: (event: PoolEvent) => void;
}

type Photograph = Omit<ImageJob, 'withHeatMaps'>;

function countImageBytes(job: Photograph): number {
  return job.encoding === 'binary' ? job.bytes.length : Math.floor((job.bytes.length * 3) / 4);
}

/** One failed start ends the others, so that nothing is left running behind the error. */
async function untilReady(pool: ReturnType<typeof createWorkerPool>): Promise<void> {
  try {
    await pool.whenReady;
  } catch (error) {
    await pool.close();
    throw error;
  }
}

/**
 * Starts the worker processes and resolves once all have loaded and warmed up the models.
 * @throws Error naming everything that is wrong with the model set
 */
export async function createImageReader(options: ImageReaderOptions): Promise<ImageReader> {
  const { limits, qualityAcceptableFrom, priorPeak } = options;
  const set = await chooseModelSet(options.modelsDir, options.modelSet);
  const setup = {
    parentPid: process.pid,
    dirs: {
      condition: set.condition.dir,
      validity: set.validity.dir,
      segmentation: set.segmentation?.dir ?? null,
      acne: set.acne?.dir ?? null,
    },
    settings: { maxPixels: limits.maxPixels, qualityAcceptableFrom, priorPeak },
  };
  const startWorker = () => startWorkerProcess(setup);
  const pool = createWorkerPool({ ...limits, size: options.workers, startWorker, log: options.log });
  await untilReady(pool);
  async function run(task: ReadingTask, job: Photograph, signal?: AbortSignal): Promise<AnyReading> {
    if (countImageBytes(job) > limits.maxImageBytes) throw new DeviceError('imageTooLarge');
    return pool.run({ ...job, withPhotograph: job.withPhotograph ?? false, task }, signal);
  }
  return {
    models: modelsOf(set).map(({ manifest }) => toIdentity(manifest)),
    async read({ withHeatMaps, ...job }, signal) {
      const reading = await run({ kind: 'condition', withHeatMaps }, job, signal);
      if (reading.kind !== 'condition') throw new Error(`Expected a condition reading, got ${reading.kind}`);
      return reading.analysis;
    },
    async readSeverity({ lookFor, withPictures, ...job }, signal) {
      const reading = await run({ kind: 'severity', lookFor, withPictures }, job, signal);
      if (reading.kind !== 'severity') throw new Error(`Expected a severity reading, got ${reading.kind}`);
      return reading.analysis;
    },
    status: pool.status,
    close: pool.close,
  };
}
