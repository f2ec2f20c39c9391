// SPDX-License-Identifier: Apache-2.0
import { startProgress } from '../src/cli/terminal/progress.ts';
import { peakMemoryMb, processesUnder, restartPeaks } from '../test/fixtures/process-tree.ts';
import { type BenchPlan, helperSetup } from './bench-plan.ts';
import type { BodyPartsAnswer } from './body-parts-process.ts';
import { startNoiseProbe } from './cpu-noise.ts';
import { type HelperProcess, startHelper } from './helper-process.ts';
import type { LoadAnswer, LoadQuestion, Target } from './load-process.ts';
import type { PartsQuestion } from './parts-process.ts';
import { medianOf } from './spread.ts';

/** What one whole-body request of 17 photographs cost, and three of them at once; milliseconds and MB. */
export interface BodyRound {
  readonly workers: number;
  readonly parts: BodyPartsAnswer;
  /** The sum of parts while as many others read as there are workers: cores share memory, and more than that on some machines. */
  readonly crowdedPartsMs: number;
  readonly manyMs: number;
  readonly answerMb: number;
  readonly longestGetMs: number;
  /** The most that the server process held meanwhile, and the most of each worker added up. */
  readonly serverMb: number;
  readonly workersMb: number;
  readonly threeMs: number;
  readonly threeServerMb: number;
  /** Cores that others used meanwhile; undefined where the system does not tell. */
  readonly noiseCores: number | undefined;
}

export interface BodySubjects {
  readonly workers: number;
  /** One for each worker. */
  readonly parts: readonly HelperProcess<PartsQuestion, BodyPartsAnswer>[];
  readonly load: HelperProcess<LoadQuestion, LoadAnswer>;
  readonly device: { readonly target: Target; readonly pid: number };
  /** How often the parts are repeated inside the round. */
  readonly times: number;
}

/** Requests of many photographs at once. */
export const MANY_REQUESTS = 3;

/** One round: the parts alone and beside each other, then one request, then three at once. */
export async function runBodyRound({ load, device, ...subjects }: BodySubjects): Promise<BodyRound> {
  const noise = startNoiseProbe();
  const { parts, crowdedPartsMs } = await askParts(subjects);
  const { pid, target } = device;
  const ask = async (requests: number) => {
    const pids = processesUnder(pid);
    restartPeaks(pids);
    const question = { kind: 'wholeBody', target, requests, probePath: '/health/live' } as const;
    const answer = await load.ask(question);
    const [server = 0, ...workers] = pids.map(peakMemoryMb);
    return { ...answer, serverMb: server, workersMb: workers.reduce((sum, each) => sum + each, 0) };
  };
  const one = await ask(1);
  const three = await ask(MANY_REQUESTS);
  return {
    workers: subjects.workers,
    parts,
    crowdedPartsMs,
    manyMs: one.medianMs,
    answerMb: one.answerBytes / 1e6,
    longestGetMs: one.longestGetMs,
    serverMb: one.serverMb,
    workersMb: one.workersMb,
    threeMs: three.medianMs,
    threeServerMb: three.serverMb,
    noiseCores: noise(),
  };
}

async function askParts({ parts, times }: Pick<BodySubjects, 'parts' | 'times'>) {
  const [alone] = await Promise.all(parts.slice(0, 1).map((each) => each.ask({ times })));
  if (alone === undefined) throw new RangeError('Expected a worker at least.');
  const together = await Promise.all(parts.map((each) => each.ask({ times })));
  return { parts: alone, crowdedPartsMs: medianOf(together.map(({ partsMs }) => partsMs)) };
}

/** Rounds of whole-body requests; the first one, which compiles code and touches memory, is not counted. */
export async function measureBody(plan: BenchPlan): Promise<readonly BodyRound[]> {
  const { device, load, workers, isQuick, terminal } = plan;
  const module = new URL('body-parts-process.ts', import.meta.url);
  const start = () => startHelper<PartsQuestion, BodyPartsAnswer>(module, helperSetup);
  const parts = await Promise.all(Array.from({ length: workers }, start));
  const path = '/v1/severity-assessment/automatic/global';
  const target = { origin: device.origin, path, token: await device.login() };
  const subjects = { workers, parts, load, device: { target, pid: device.pid }, times: isQuick ? 2 : 5 };
  const progress = startProgress(terminal, 'Whole body', plan.rounds + 1);
  const rounds: BodyRound[] = [];
  try {
    for (let count = 0; count <= plan.rounds; count++) {
      rounds.push(await runBodyRound(subjects));
      progress.step();
    }
  } finally {
    progress.stop();
    for (const each of parts) each.stop();
  }
  return rounds.slice(1);
}
