// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../../errors.ts';
import type { Member, PoolState } from './pool-state.ts';
import { pump } from './pump-queue.ts';

/** A worker that dies at its start is tried again after 0.25 s, 0.5 s, ... at most 10 s. */
const firstBackoffMs = 250;
const longestBackoffMs = 10_000;

/** A lost worker's replacement is up within about a second. */
export const retryAfterLossS = 1;

/** Starts a worker and takes it in; it gets work once it is ready. */
export function launch(pool: PoolState): Member {
  const worker = pool.options.startWorker();
  const member: Member = {
    worker,
    isReady: false,
    task: undefined,
    timer: undefined,
    jobsDone: 0,
    successor: undefined,
    isLeaving: false,
  };
  pool.members.add(member);
  worker.whenReady.then(
    () => welcome(pool, member),
    () => undefined,
  );
  worker.whenExited.then((reason) => bury(pool, member, reason));
  return member;
}

function welcome(pool: PoolState, member: Member): void {
  pool.failedStarts = 0;
  member.isReady = true;
  pool.options.log({ event: 'workerReady', pid: member.worker.pid });
  for (const elder of pool.members) if (elder.successor === member) leave(pool, elder);
  pump(pool);
}

/** Takes no more photographs; goes as soon as the one in hand is done. */
export function leave(pool: PoolState, member: Member): void {
  member.isLeaving = true;
  if (member.task !== undefined) return;
  if (!pool.isClosing) {
    pool.options.log({ event: 'workerRecycled', pid: member.worker.pid, jobs: member.jobsDone });
  }
  void member.worker.stop();
}

/** The process is gone, wanted or not: whoever waits for its photograph is told, and a replacement started. */
function bury(pool: PoolState, member: Member, reason: string): void {
  pool.members.delete(member);
  clearTimeout(member.timer);
  for (const elder of pool.members) if (elder.successor === member) elder.successor = undefined;
  member.task?.reject(new DeviceError('workerLost', { retryAfterS: retryAfterLossS }));
  if (pool.isClosing || (member.isLeaving && member.task === undefined)) return;
  pool.options.log({ event: 'workerLost', pid: member.worker.pid, reason });
  if (countStaying(pool) < pool.options.size) replace(pool, member);
}

const countStaying = (pool: PoolState): number =>
  [...pool.members].filter((member) => !member.isLeaving && member.successor === undefined).length +
  pool.backoffs.size;

function replace(pool: PoolState, lost: Member): void {
  pool.restarts++;
  if (lost.isReady) {
    launch(pool);
    return;
  }
  const delayMs = Math.min(longestBackoffMs, firstBackoffMs * 2 ** pool.failedStarts++);
  const timer = setTimeout(() => {
    pool.backoffs.delete(timer);
    launch(pool);
  }, delayMs);
  pool.backoffs.add(timer);
}

/** Starts the successor of a worker that has done its share; one at a time, to keep memory within bounds. */
export function recycleIfDue(pool: PoolState, member: Member): void {
  const isDue = member.jobsDone >= pool.options.recycleAfterJobs && member.successor === undefined;
  const isOtherUnderWay = [...pool.members].some((other) => other.successor !== undefined);
  if (!isDue || isOtherUnderWay || pool.isClosing) return;
  pool.restarts++;
  member.successor = launch(pool);
}
