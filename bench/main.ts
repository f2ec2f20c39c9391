// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { arch, cpus, platform, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createTerminal } from '../src/cli/terminal/terminal.ts';
import { startDevice } from '../test/fixtures/device-process.ts';
import { type BenchPlan, chooseQuiet, describeRounds, helperSetup } from './bench-plan.ts';
import { describeLoad } from './cpu-noise.ts';
import { bodyGoals, goals, judge, type Result } from './goals.ts';
import { startHelper } from './helper-process.ts';
import type { LoadAnswer, LoadQuestion } from './load-process.ts';
import { type BodyRound, measureBody } from './measure-body.ts';
import { type MeasuredReading, measureReading } from './measure-reading.ts';
import { obtainPhotograph, phonePhotograph } from './photographs.ts';
import { printBody, printGoals, printGrowth, printParts, printPlainWay } from './print-results.ts';

/*
 * npm run bench -- [--quick] [--rounds N] [--workers N] [--json] [--only whole-body]
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    workers: { type: 'string', default: '2' },
  },
});
if (options.only !== undefined && options.only !== 'whole-body') {
  throw new Error(`--only: expected whole-body, received "${options.only}"`);
}
const terminal = createTerminal(process.stdout, process.stderr);
const workers = Number(options.workers);

const startedAt = new Date();
const dataDir = await mkdtemp(join(tmpdir(), 'openderm-bench-data-'));
await obtainPhotograph(phonePhotograph);
const device = await startDevice({ dataDir, settings: { OPENDERM_WORKERS: String(workers) } });
const load = await startHelper<LoadQuestion, LoadAnswer>(
  new URL('load-process.ts', import.meta.url),
  helperSetup,
);
try {
  const isQuick = options.quick;
  /** Under five, a median says little. */
  const rounds = Number(options.rounds ?? (isQuick ? 2 : 5));
  await measure({ rounds, workers, isQuick, terminal, device, load });
} finally {
  load.stop();
  await device.end('SIGTERM');
  await rm(dataDir, { recursive: true, force: true });
}

async function measure(plan: BenchPlan): Promise<void> {
  const reading = options.only === undefined ? await measureReading(plan) : null;
  const body = await measureBody(plan);
  report(reading, body);
}

function report(reading: MeasuredReading | null, body: readonly BodyRound[]): void {
  const [chosen, chosenBody] = [chooseQuiet(reading?.rounds ?? []), chooseQuiet(body)];
  const results: readonly Result[] = [
    ...(reading === null ? [] : goals.map((goal) => judge(goal, chosen))),
    ...bodyGoals.map((goal) => judge(goal, chosenBody)),
  ];
  if (options.json) {
    const summary = results.map(({ goal: { what, bar, limit, unit }, ...result }) => ({
      ...{ what, bar, limit, unit },
      ...result,
    }));
    const machine = describeMachine();
    terminal.print(
      JSON.stringify({ startedAt, machine, workers, results: summary, ...reading, body }, null, 2),
    );
    return;
  }
  printHead(reading?.rounds ?? [], body);
  printGoals(results, terminal);
  if (reading !== null) {
    printPlainWay(chosen, terminal);
    printParts(chosen, terminal);
    printGrowth(reading.growth, terminal);
  }
  printBody(chosenBody, terminal);
}

function describeMachine(): string {
  const memoryGb = (totalmem() / 1e9).toFixed(0);
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${model}, ${describeLoad()}, ${memoryGb} GB, ${platform()} ${arch()}, Node ${process.version}`;
}

function printHead(rounds: MeasuredReading['rounds'], body: readonly BodyRound[]): void {
  terminal.print(terminal.paint('bold', `OpenDerm bench, ${startedAt.toISOString().slice(0, 16)}Z`));
  terminal.print(describeMachine());
  if (rounds.length > 0) terminal.print(describeRounds(rounds, workers));
  terminal.print(`whole body: ${describeRounds(body, workers)}`);
  terminal.print('');
}
