// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DeviceError } from '../../errors.ts';
import type { PoolJob } from './pool-state.ts';
import type { AnyReading, WorkerMessage, WorkerSetup } from './worker-messages.ts';

/** One worker process, seen from the server. */
export interface WorkerProcess {
  readonly pid: number | undefined;
  /** Rejects, naming the problems, when the models cannot be used or the process dies before. */
  readonly whenReady: Promise<void>;
  /** Why the process ended, in words. Never rejects. */
  readonly whenExited: Promise<string>;
  /**
   * Reads one photograph; only one at a time. Never settles if the process dies: that is `whenExited`.
   * @throws DeviceError as refused by the worker; Error for a fault of ours
   */
  run(job: PoolJob): Promise<AnyReading>;
  /** Ends the process at once, whatever it is doing. */
  kill(): void;
  /** Hangs up, upon which an idle worker leaves; one that does not is killed. */
  stop(): Promise<void>;
}

const entryFile = fileURLToPath(new URL('./image-worker.ts', import.meta.url));

/**
 * All that a worker gets of the environment: nothing of the server's secrets. Two malloc arenas instead of eight
 * per core keep the memory of image buffers from scattering; the thread pool needs one thread for the picture
 * library and one to spare.
 */
const workerEnvironment = { MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2' };

/**
 * Where the server keeps what it has compiled, the worker does too (measured: 1.2 instead of 1.7 s of processor time for
 * a start). Node names a folder of its own version in it.
 */
function findCompileCache(): Readonly<Record<string, string>> {
  const dir = getCompileCacheDir();
  return dir === undefined ? {} : { NODE_COMPILE_CACHE: dirname(dir) };
}

/**
 * Young objects are few and short-lived; a worker's memory is pictures and weights, outside of this heap. V8 counts
 * the pictures in and would collect everything once per photograph: with three times the room it does so once in five
 * (measured: 6-15 % less processor time per photograph).
 */
const workerFlags = ['--max-old-space-size=256', '--max-semi-space-size=4', '--heap-growing-percent=200'];

/** An idle worker leaves within milliseconds of the hang-up; one that has not by then never will. */
const hangUpGraceMs = 2_000;

function toOutcome(message: WorkerMessage): AnyReading {
  if (message.kind === 'done') return message.reading;
  if (message.kind === 'refused') throw new DeviceError(message.code, message.details);
  throw new DeviceError('internal', {}, 'message' in message ? message.message : message.kind);
}

function forkWorker(setup: WorkerSetup): ChildProcess {
  return fork(entryFile, [JSON.stringify(setup)], {
    serialization: 'advanced',
    env: { ...workerEnvironment, ...findCompileCache() },
    execArgv: workerFlags,
    stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
  });
}

function awaitReady(child: ChildProcess, whenExited: Promise<string>): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: WorkerMessage) => {
      if (message.kind === 'ready') resolve();
      else reject(new Error('message' in message ? message.message : message.kind));
    });
    whenExited.then((reason) => reject(new Error(`an image worker did not start: ${reason}`)));
  });
}

/** Starts a worker process with the models of `setup`. */
export function startWorkerProcess(setup: WorkerSetup): WorkerProcess {
  const child = forkWorker(setup);
  const whenExited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const whenReady = awaitReady(child, whenExited);
  whenReady.catch(() => undefined);
  // A worker that dies while its picture is being sent breaks the pipe; the loss is noticed by its exit.
  child.stdin?.on('error', () => undefined);
  return {
    pid: child.pid,
    whenReady,
    whenExited,
    async run(job) {
      const answer = new Promise<WorkerMessage>((resolve) => child.once('message', resolve));
      const { encoding, withPhotograph, bytes, task } = job;
      const message = { byteLength: bytes.length, encoding, withPhotograph, task };
      if (child.connected) child.send(message, () => undefined);
      child.stdin?.write(bytes);
      return toOutcome(await answer);
    },
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      const timer = setTimeout(() => child.kill('SIGKILL'), hangUpGraceMs);
      if (child.connected) child.disconnect();
      await whenExited;
      clearTimeout(timer);
    },
  };
}
