// SPDX-License-Identifier: Apache-2.0
import { Worker } from 'node:worker_threads';
import { DeviceError } from '../errors.ts';
import type { ReportToPrint } from './print-report.ts';
import type { PrintingAnswer } from './printing-messages.ts';

/** Prints reports one after the other on a thread of its own. */
export interface PrintingRoom {
  /**
   * The same bytes as `printReport`.
   * @throws DeviceError `queueFull`, `workerLost`, `workerTimeout`; Error for a report that cannot be printed
   */
  print(report: ReportToPrint): Promise<Uint8Array>;
  /** Gives up what is being printed. */
  close(): Promise<void>;
}

export interface PrintingLimits {
  /** Reports in hand, the one on the press included; each holds its pictures in memory. */
  readonly mostInHand: number;
  /** For one report. */
  readonly timeLimitMs: number;
}

/**
 * About ten seconds of printing. A report with as much text as a request may have takes 0.5 s of one slow core, 1.2 s where
 * none of it is a blank (measured); a busy machine takes many times that. Our own convention.
 */
export const defaultPrintingLimits: PrintingLimits = { mostInHand: 32, timeLimitMs: 60_000 };

/** When a full room is worth asking again: a few reports later. Our own convention. */
const retryAfterS = 2;

/** The largest report that is accepted makes the process grow by 0.1 GB (measured). Our own convention. */
const mostMemoryMb = 512;

/** The thread starts with the first report; one that dies or hangs is replaced with the next. */
export function openPrintingRoom({ mostInHand, timeLimitMs }: PrintingLimits): PrintingRoom {
  let thread: Worker | undefined;
  let inHand = 0;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  async function leave(): Promise<void> {
    const left = thread;
    thread = undefined;
    await left?.terminate();
  }
  async function printNext(report: ReportToPrint): Promise<Uint8Array> {
    if (isClosed) throw new DeviceError('workerLost');
    thread ??= startThread((ended) => {
      if (thread === ended) thread = undefined;
    });
    try {
      return readAnswer(await ask(thread, report, timeLimitMs));
    } catch (error) {
      if (error instanceof DeviceError) await leave();
      throw error;
    }
  }
  return {
    async print(report) {
      if (inHand >= mostInHand) throw new DeviceError('queueFull', { retryAfterS });
      inHand += 1;
      const turn = last.then(() => printNext(report));
      last = turn.catch(() => undefined);
      try {
        return await turn;
      } finally {
        inHand -= 1;
      }
    },
    async close() {
      isClosed = true;
      await leave();
    },
  };
}

function startThread(onEnd: (ended: Worker) => void): Worker {
  const thread = new Worker(new URL('./printing-thread.ts', import.meta.url), {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  });
  // Whoever waits for an answer is told as well; without a listener it would end the process.
  thread.on('error', () => onEnd(thread));
  thread.on('exit', () => onEnd(thread));
  // Whoever waits for an answer keeps the process alive; a thread without work does not.
  thread.unref();
  return thread;
}

/** @throws DeviceError `workerLost`, `workerTimeout` */
async function ask(thread: Worker, report: ReportToPrint, timeLimitMs: number): Promise<PrintingAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<PrintingAnswer>();
  const lose = (cause: unknown) => reject(new DeviceError('workerLost', {}, cause));
  const timer = setTimeout(() => reject(new DeviceError('workerTimeout')), timeLimitMs);
  thread.once('message', resolve);
  thread.once('error', lose);
  thread.once('exit', lose);
  try {
    thread.postMessage(report);
    return await promise;
  } finally {
    clearTimeout(timer);
    thread.off('message', resolve);
    thread.off('error', lose);
    thread.off('exit', lose);
  }
}

function readAnswer(answer: PrintingAnswer): Uint8Array {
  if ('failure' in answer) throw new Error(`The report could not be printed: ${answer.failure}`);
  return answer.pdf;
}
