// SPDX-License-Identifier: Apache-2.0

import { memoryOfMb, processesUnder } from '../test/fixtures/process-tree.ts';
import { startNoiseProbe } from './cpu-noise.ts';
import { CLIENTS, MANY_IMAGES } from './goals.ts';
import type { HelperProcess } from './helper-process.ts';
import type { LoadAnswer, LoadQuestion, Target } from './load-process.ts';
import type { PartsAnswer, PartsQuestion } from './parts-process.ts';

/** What a server did under load, in milliseconds, images a second and MB. */
export interface ServerFigures {
  readonly oneMs: number;
  readonly imagesPerS: number;
  readonly manyMs: number;
  readonly longestGetMs: number;
  readonly memoryMb: number;
}

/** Everything measured within about the same minute. */
export interface Round {
  readonly workers: number;
  readonly parts: PartsAnswer;
  readonly device: ServerFigures;
  readonly plain: ServerFigures;
  /** Cores that others used meanwhile; undefined where the system does not tell. */
  readonly noiseCores: number | undefined;
}

export interface Server {
  readonly target: Target;
  readonly pid: number;
}

export interface RoundSubjects {
  readonly workers: number;
  readonly parts: HelperProcess<PartsQuestion, PartsAnswer>;
  readonly load: HelperProcess<LoadQuestion, LoadAnswer>;
  readonly device: Server;
  readonly plain: Server;
  /** How often each short thing is repeated inside the round. */
  readonly times: number;
  readonly loadSeconds: number;
}

/** One round: the parts alone, then each server alone, so that nothing measured shares the cores. */
export async function runRound(subjects: RoundSubjects): Promise<Round> {
  const noise = startNoiseProbe();
  const parts = await subjects.parts.ask({ times: subjects.times });
  const device = await measureServer(subjects.device, subjects);
  const plain = await measureServer(subjects.plain, subjects);
  return { workers: subjects.workers, parts, device, plain, noiseCores: noise() };
}

async function measureServer({ target, pid }: Server, subjects: RoundSubjects): Promise<ServerFigures> {
  const { load, times, loadSeconds: seconds } = subjects;
  const one = await load.ask({ kind: 'latency', target, times, images: 1 });
  const flow = await load.ask({ kind: 'throughput', target, clients: CLIENTS, seconds });
  const many = await load.ask({ kind: 'many', target, images: MANY_IMAGES, probePath: '/health/live' });
  return {
    oneMs: one.medianMs,
    imagesPerS: flow.imagesPerS,
    manyMs: many.medianMs,
    longestGetMs: many.longestGetMs,
    memoryMb: memoryOfMb(processesUnder(pid)),
  };
}
