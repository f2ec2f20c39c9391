// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../../errors.ts';
import { leave, recycleIfDue, retryAfterLossS } from './pool-members.ts';
import type { Member, PoolState, Task } from './pool-state.ts';

/** Share of the newest time in the running average. */
const newestShare = 0.1;

/**
 * Six times as long for pictures at the photograph's own size, which are most of the work: a photograph of 12 megapixels takes
 * 1.5 s on a shared core, one of 50 four times as long, and a busy machine had one of 12 take 10 s (measured).
 */
const picturesFactor = 6;

function allowMs(pool: PoolState, { job: { task } }: Task): number {
  const drawsPictures = task.kind === 'severity' && task.withPictures;
  return pool.options.jobTimeoutMs * (drawsPictures ? picturesFactor : 1);
}

/** Hands waiting photographs to idle workers. */
export function pump(pool: PoolState): void {
  for (const member of pool.members) {
    if (!member.isReady || member.isLeaving || member.task !== undefined) continue;
    const task = pool.queue.take();
    if (task === undefined) return;
    void work(pool, member, task);
  }
}

function giveUp(pool: PoolState, member: Member, task: Task): void {
  pool.options.log({ event: 'workerTimedOut', pid: member.worker.pid });
  task.reject(new DeviceError('workerTimeout', { retryAfterS: retryAfterLossS }));
  member.worker.kill();
}

function fail(pool: PoolState, task: Task, error: unknown): void {
  if (!(error instanceof DeviceError)) pool.options.log({ event: 'readFailed', reason: String(error) });
  task.reject(error instanceof DeviceError ? error : new DeviceError('internal', {}, error));
}

/** A worker that is killed or dies never answers; then this waits for ever and the member's burial ends the task. */
async function work(pool: PoolState, member: Member, task: Task): Promise<void> {
  const startMs = performance.now();
  member.task = task;
  member.timer = setTimeout(() => giveUp(pool, member, task), allowMs(pool, task));
  await member.worker.run(task.job).then(task.resolve, (error: unknown) => fail(pool, task, error));
  clearTimeout(member.timer);
  pool.averageJobMs += newestShare * (performance.now() - startMs - pool.averageJobMs);
  member.task = undefined;
  member.jobsDone++;
  if (member.isLeaving) leave(pool, member);
  else recycleIfDue(pool, member);
  pump(pool);
}
