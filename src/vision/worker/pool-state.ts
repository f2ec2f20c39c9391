// SPDX-License-Identifier: Apache-2.0
import type { ImageJob } from '../image-reader.ts';
import type { FairQueue } from './fair-queue.ts';
import type { AnyReading, ReadingTask } from './worker-messages.ts';
import type { WorkerProcess } from './worker-process.ts';

/** What the pool has to tell whoever keeps the log; never anything of a picture. */
export type PoolEvent =
  | { readonly event: 'workerReady'; readonly pid: number | undefined }
  | { readonly event: 'workerRecycled'; readonly pid: number | undefined; readonly jobs: number }
  | { readonly event: 'workerTimedOut'; readonly pid: number | undefined }
  | { readonly event: 'workerLost'; readonly pid: number | undefined; readonly reason: string }
  | { readonly event: 'readFailed'; readonly reason: string };

export interface PoolOptions {
  readonly size: number;
  readonly jobTimeoutMs: number;
  readonly maxQueuedJobs: number;
  /** A worker is replaced after this many pictures: what leaks in native code goes with it. */
  readonly recycleAfterJobs: number;
  readonly startWorker: () => WorkerProcess;
  readonly log: (event: PoolEvent) => void;
}

/** One photograph and what is to be read off it. */
export interface PoolJob extends Pick<ImageJob, 'requestId' | 'bytes' | 'encoding'> {
  readonly withPhotograph: boolean;
  readonly task: ReadingTask;
}

/** A photograph waiting or being read. */
export interface Task {
  readonly job: PoolJob;
  readonly resolve: (reading: AnyReading) => void;
  readonly reject: (error: unknown) => void;
}

/** A worker and what the pool knows of it. */
export interface Member {
  readonly worker: WorkerProcess;
  isReady: boolean;
  /** The photograph in hand, and the clock that runs out on it. */
  task: Task | undefined;
  timer: NodeJS.Timeout | undefined;
  jobsDone: number;
  /** Started to take over from this member, which leaves when it is ready. */
  successor: Member | undefined;
  /** Takes no more photographs. */
  isLeaving: boolean;
}

/** Everything the pool remembers. */
export interface PoolState {
  readonly options: PoolOptions;
  readonly queue: FairQueue<Task>;
  readonly members: Set<Member>;
  /** Workers waiting for their next try at starting. */
  readonly backoffs: Set<NodeJS.Timeout>;
  restarts: number;
  failedStarts: number;
  /** Running average of the time per photograph. */
  averageJobMs: number;
  isClosing: boolean;
}
