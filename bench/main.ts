// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { arch, cpus, platform, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startProgress } from '../src/cli/terminal/progress.ts';
import { createTerminal, type Terminal } from '../src/cli/terminal/terminal.ts';
import { startDevice } from '../test/fixtures/device-process.ts';
import { describeLoad } from './cpu-noise.ts';
import { goals, judge } from './goals.ts';
import { type HelperProcess, startHelper } from './helper-process.ts';
import type { LoadAnswer, LoadQuestion } from './load-process.ts';
import { type Growth, measureImageGrowth, measureRecordGrowth } from './measure-growth.ts';
import type { PartsAnswer, PartsQuestion } from './parts-process.ts';
import { obtainPhotograph, phonePhotograph } from './photographs.ts';
import { printGoals, printGrowth, printParts, printPlainWay } from './print-results.ts';
import { readingSetup } from './reading-setup.ts';
import { type Round, runRound } from './run-round.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    workers: { type: 'string', default: '2' },
  },
});
const terminal = createTerminal(process.stdout, process.stderr);
/** Under five, a median says little. */
const roundCount = Number(options.rounds ?? (options.quick ? 2 : 5));
const workers = Number(options.workers);
/** Rounds in which others took more than this are set aside, when enough quiet ones remain. */
const QUIET_CORES = 0.15;
const ENOUGH_QUIET_ROUNDS = 3;
/** A practice's analyses in some months; then ten times as many. */
const FEW_RECORDS = 1_000;

const startedAt = new Date();
const dataDir = await mkdtemp(join(tmpdir(), 'openderm-bench-data-'));
await obtainPhotograph(phonePhotograph);
const device = await startDevice({ dataDir, settings: { OPENDERM_WORKERS: String(workers) } });
const setup = { photograph: phonePhotograph, ...readingSetup };
const parts = await startHelper<PartsQuestion, PartsAnswer>(
  new URL('parts-process.ts', import.meta.url),
  setup,
);
const load = await startHelper<LoadQuestion, LoadAnswer>(new URL('load-process.ts', import.meta.url), setup);
const plain = await startHelper<object, string>(new URL('plain-server.ts', import.meta.url), setup);
try {
  await measure();
} finally {
  for (const helper of [parts, load, plain]) helper.stop();
  await device.end('SIGTERM');
  await rm(dataDir, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const path = '/v1/diagnosis-support';
  const subjects = {
    workers,
    parts,
    load,
    device: { target: { origin: device.origin, path, token: await device.login() }, pid: device.pid },
    plain: { target: { origin: await plain.ask({}), path, token: '' }, pid: plain.pid },
    times: options.quick ? 3 : 9,
    loadSeconds: options.quick ? 2 : 5,
  };
  await warmUp(load, [subjects.device.target, subjects.plain.target]);
  const progress = startProgress(terminal, 'Round', roundCount);
  const rounds: Round[] = [];
  for (let count = 0; count < roundCount; count++) {
    rounds.push(await runRound(subjects));
    progress.step();
  }
  progress.stop();
  const growth = [
    await measureImageGrowth(load, subjects.device.target),
    ...(await measureRecordGrowth(options.quick ? FEW_RECORDS / 10 : FEW_RECORDS)),
  ];
  report(chooseQuiet(rounds), { all: rounds, growth });
}

/** The first requests compile code and touch memory: not what a busy device costs. */
async function warmUp(
  client: HelperProcess<LoadQuestion, LoadAnswer>,
  targets: readonly LoadQuestion['target'][],
) {
  for (const target of targets)
    await client.ask({ kind: 'throughput', target, clients: workers, seconds: 2 });
}

function chooseQuiet(rounds: readonly Round[]): readonly Round[] {
  const quiet = rounds.filter(({ noiseCores }) => noiseCores !== undefined && noiseCores < QUIET_CORES);
  return quiet.length >= ENOUGH_QUIET_ROUNDS ? quiet : rounds;
}

interface Measured {
  readonly all: readonly Round[];
  readonly growth: readonly Growth[];
}

function report(rounds: readonly Round[], { all, growth }: Measured): void {
  const results = goals.map((goal) => judge(goal, rounds));
  const machine = describeMachine();
  if (options.json) {
    const summary = results.map(({ goal: { of: _, ...goal }, ...result }) => ({ ...goal, ...result }));
    terminal.print(
      JSON.stringify({ startedAt, machine, workers, results: summary, rounds: all, growth }, null, 2),
    );
    return;
  }
  printHead(machine, { rounds, all }, terminal);
  printGoals(results, terminal);
  printPlainWay(rounds, terminal);
  printParts(rounds, terminal);
  printGrowth(growth, terminal);
}

function describeMachine(): string {
  const memoryGb = (totalmem() / 1e9).toFixed(0);
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${model}, ${describeLoad()}, ${memoryGb} GB, ${platform()} ${arch()}, Node ${process.version}`;
}

function printHead(
  machine: string,
  { rounds, all }: { rounds: readonly Round[]; all: readonly Round[] },
  out: Terminal,
) {
  const noise = all.flatMap(({ noiseCores }) => noiseCores ?? []);
  const spread =
    noise.length > 0 ? `${Math.min(...noise).toFixed(2)}-${Math.max(...noise).toFixed(2)}` : 'unknown';
  const chosen = rounds.length < all.length ? `, ${rounds.length} quiet ones counted` : '';
  out.print(out.paint('bold', `OpenDerm bench, ${startedAt.toISOString().slice(0, 16)}Z`));
  out.print(machine);
  out.print(
    `${workers} workers, ${all.length} interleaved rounds${chosen}; others used ${spread} cores meanwhile`,
  );
  out.print('');
}
