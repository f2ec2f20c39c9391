// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../../errors.ts';
import type { ReaderStatus } from '../image-reader.ts';
import { createFairQueue } from './fair-queue.ts';
import { launch, leave, retryAfterLossS } from './pool-members.ts';
import type { PoolJob, PoolOptions, PoolState, Task } from './pool-state.ts';
import { pump } from './pump-queue.ts';
import type { AnyReading } from './worker-messages.ts';

/** Worker processes and the queue before them. */
export interface WorkerPool {
  /** Resolves when every worker is ready; rejects if one cannot start. */
  readonly whenReady: Promise<void>;
  /** @throws DeviceError `queueFull`, `notReady` (closing), `workerLost`, `workerTimeout`, and what the worker refuses */
  run(job: PoolJob, signal?: AbortSignal): Promise<AnyReading>;
  status(): ReaderStatus;
  /** Refuses what waits, lets the photographs in hand be finished, then ends all workers. */
  close(): Promise<void>;
}

/** Before any photograph has been timed: the cost of one on a slow core. */
const assumedJobMs = 250;

function createState(options: PoolOptions): PoolState {
  return {
    options,
    queue: createFairQueue<Task>(),
    members: new Set(),
    backoffs: new Set(),
    restarts: 0,
    failedStarts: 0,
    averageJobMs: assumedJobMs,
    isClosing: false,
  };
}

const estimateWaitS = (pool: PoolState): number =>
  Math.max(1, Math.ceil((pool.queue.size * pool.averageJobMs) / pool.options.size / 1000));

function enqueue(pool: PoolState, job: PoolJob, signal?: AbortSignal): Promise<AnyReading> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    if (pool.isClosing) throw new DeviceError('notReady', { retryAfterS: retryAfterLossS });
    if (pool.queue.size >= pool.options.maxQueuedJobs) {
      throw new DeviceError('queueFull', { retryAfterS: estimateWaitS(pool) });
    }
    const task: Task = { job, resolve, reject };
    pool.queue.add(job.requestId, task);
    signal?.addEventListener('abort', () => {
      pool.queue.remove(job.requestId, task);
      reject(signal.reason);
    });
    pump(pool);
  });
}

function readStatus(pool: PoolState): ReaderStatus {
  const members = [...pool.members];
  return {
    workers: members.filter((member) => member.isReady && !member.isLeaving).length,
    busy: members.filter((member) => member.task !== undefined).length,
    queued: pool.queue.size,
    restarts: pool.restarts,
    pids: members.flatMap((member) => member.worker.pid ?? []),
  };
}

async function close(pool: PoolState): Promise<void> {
  pool.isClosing = true;
  for (const timer of pool.backoffs) clearTimeout(timer);
  for (let task = pool.queue.take(); task !== undefined; task = pool.queue.take()) {
    task.reject(new DeviceError('notReady', { retryAfterS: retryAfterLossS }));
  }
  const members = [...pool.members];
  for (const member of members) leave(pool, member);
  await Promise.all(members.map((member) => member.worker.whenExited));
}

/**
 * Keeps `size` workers alive and hands them one photograph each, in turn between requests. A worker that dies,
 * hangs or has done its share is replaced; the last without a gap, its successor being ready before it leaves.
 */
export function createWorkerPool(options: PoolOptions): WorkerPool {
  const pool = createState(options);
  const members = Array.from({ length: options.size }, () => launch(pool));
  const whenReady = Promise.all(members.map((member) => member.worker.whenReady)).then(() => undefined);
  whenReady.catch(() => undefined);
  return {
    whenReady,
    run: (job, signal) => enqueue(pool, job, signal),
    status: () => readStatus(pool),
    close: () => close(pool),
  };
}
