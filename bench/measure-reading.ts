// SPDX-License-Identifier: Apache-2.0
import { startProgress } from '../src/cli/terminal/progress.ts';
import { type BenchPlan, helperSetup } from './bench-plan.ts';
import { startHelper } from './helper-process.ts';
import type { LoadQuestion } from './load-process.ts';
import { type Growth, measureImageGrowth, measureRecordGrowth } from './measure-growth.ts';
import type { PartsAnswer, PartsQuestion } from './parts-process.ts';
import { type Round, type RoundSubjects, runRound } from './run-round.ts';

/** A practice's analyses in some months; then ten times as many. */
const FEW_RECORDS = 1_000;

/** What was measured of /diagnosis-support, side by side with the plain way. */
export interface MeasuredReading {
  readonly rounds: readonly Round[];
  readonly growth: readonly Growth[];
}

export async function measureReading(plan: BenchPlan): Promise<MeasuredReading> {
  const module = (name: string) => new URL(name, import.meta.url);
  const parts = await startHelper<PartsQuestion, PartsAnswer>(module('parts-process.ts'), helperSetup);
  const plain = await startHelper<object, string>(module('plain-server.ts'), helperSetup);
  const { device, load, workers, isQuick } = plan;
  const path = '/v1/diagnosis-support';
  try {
    return await runAll(plan, {
      workers,
      parts,
      load,
      device: { target: { origin: device.origin, path, token: await device.login() }, pid: device.pid },
      plain: { target: { origin: await plain.ask({}), path, token: '' }, pid: plain.pid },
      times: isQuick ? 3 : 9,
      loadSeconds: isQuick ? 2 : 5,
    });
  } finally {
    for (const helper of [parts, plain]) helper.stop();
  }
}

async function runAll(plan: BenchPlan, subjects: RoundSubjects): Promise<MeasuredReading> {
  const { load, device } = subjects;
  await warmUp(subjects, [device.target, subjects.plain.target]);
  const progress = startProgress(plan.terminal, 'Round', plan.rounds);
  const rounds: Round[] = [];
  for (let count = 0; count < plan.rounds; count++) {
    rounds.push(await runRound(subjects));
    progress.step();
  }
  progress.stop();
  const records = await measureRecordGrowth(plan.isQuick ? FEW_RECORDS / 10 : FEW_RECORDS);
  return { rounds, growth: [await measureImageGrowth(load, device.target), ...records] };
}

/** The first requests compile code and touch memory: not what a busy device costs. */
async function warmUp({ load, workers }: RoundSubjects, targets: readonly LoadQuestion['target'][]) {
  for (const target of targets) await load.ask({ kind: 'throughput', target, clients: workers, seconds: 2 });
}
