// SPDX-License-Identifier: Apache-2.0
import { setInColumns } from '../src/cli/terminal/columns.ts';
import type { Terminal } from '../src/cli/terminal/terminal.ts';
import type { Goal, Result, Verdict } from './goals.ts';
import type { BodyRound } from './measure-body.ts';
import type { Growth } from './measure-growth.ts';
import type { Round, ServerFigures } from './run-round.ts';
import { spreadOf } from './spread.ts';

const paints = { pass: 'green', near: 'yellow', miss: 'red' } as const satisfies Record<Verdict, string>;

/** The goals, held against what was measured. */
export function printGoals(results: readonly Result[], terminal: Terminal): void {
  const heads = ['goal', 'bar', 'median', 'min-max', ''].map((head) => terminal.paint('dim', head));
  const rows = results.map(({ goal, spread, verdict }) => [
    goal.what,
    `${goal.limit === 'most' ? '<=' : '>='} ${goal.bar}`,
    numberWords(spread.median, goal),
    `${numberWords(spread.min, goal)}-${numberWords(spread.max, goal)}`,
    terminal.paint(paints[verdict], verdict),
  ]);
  print([heads, ...rows], [42, 9, 9, 15, 5], terminal);
}

const serverLines: readonly (readonly [string, keyof ServerFigures, string])[] = [
  ['one 3 MB photograph, one client', 'oneMs', 'ms'],
  ['images a second, four clients', 'imagesPerS', '/s'],
  ['17 photographs in one request', 'manyMs', 'ms'],
  ['longest small GET meanwhile', 'longestGetMs', 'ms'],
  ['memory (PSS)', 'memoryMb', 'MB'],
];

/** The same work the plain way: one process, JSON.parse, everything on the main thread. */
export function printPlainWay(rounds: readonly Round[], terminal: Terminal): void {
  const heads = ['', 'OpenDerm', 'plain way'].map((head) => terminal.paint('dim', head));
  const rows = serverLines.map(([what, key, unit]) => [
    what,
    spreadWords(
      rounds.map(({ device }) => device[key]),
      unit,
    ),
    spreadWords(
      rounds.map(({ plain }) => plain[key]),
      unit,
    ),
  ]);
  print([heads, ...rows], [34, 25, 25], terminal);
}

/** Where the time of one photograph goes. */
export function printParts(rounds: readonly Round[], terminal: Terminal): void {
  const names = {
    decodeMs: 'decode',
    qualityMs: 'quality',
    inferenceMs: 'inference',
    heatMapsMs: 'heat maps',
  };
  const rows = Object.entries({
    ...names,
    partsMs: 'sum of parts',
    totalMs: 'whole reading',
    bareDecodeMs: 'bare decoder',
  });
  const heads = ['parts of one 3 MB photograph, one thread', ''].map((head) => terminal.paint('dim', head));
  const keys = rows.map(([key, name]) => [
    name,
    spreadWords(
      rounds.map(({ parts }) => parts[key as keyof typeof parts]),
      'ms',
    ),
  ]);
  print([heads, ...keys], [48, 25], terminal);
}

const bodyLines: readonly (readonly [string, string, (round: BodyRound) => number])[] = [
  ['decode, one photograph', 'ms', ({ parts }) => parts.decodeMs],
  ['eye', 'ms', ({ parts }) => parts.eyesMs],
  ['pictures', 'ms', ({ parts }) => parts.picturesMs],
  ['sum of parts', 'ms', ({ parts }) => parts.partsMs],
  ['sum of parts while every worker reads', 'ms', ({ crowdedPartsMs }) => crowdedPartsMs],
  ['whole reading', 'ms', ({ parts }) => parts.totalMs],
  ['17 sites in one request', 'ms', ({ manyMs }) => manyMs],
  ['its answer', 'MB', ({ answerMb }) => answerMb],
  ['peak memory of the server meanwhile', 'MB', ({ serverMb }) => serverMb],
  ['peak memory of the workers, added up', 'MB', ({ workersMb }) => workersMb],
  ['three such requests at once', 'ms', ({ threeMs }) => threeMs],
  ['peak memory of the server meanwhile', 'MB', ({ threeServerMb }) => threeServerMb],
];

/** Where the time of a whole-body request goes, and its memory. */
export function printBody(rounds: readonly BodyRound[], terminal: Terminal): void {
  const heads = ['whole body, avasi, 17 photographs of 3 MB', ''].map((head) => terminal.paint('dim', head));
  const rows = bodyLines.map(([what, unit, of]) => [what, spreadWords(rounds.map(of), unit)]);
  print([heads, ...rows], [48, 25], terminal);
}

/** Whether ten times as much costs more than ten times as much. */
export function printGrowth(growth: readonly Growth[], terminal: Terminal): void {
  const heads = ['at ten times the size', 'once', 'tenfold', 'ratio'].map((head) =>
    terminal.paint('dim', head),
  );
  const rows = growth.map(({ what, unit, once, tenfold }) => [
    what,
    `${short(once)} ${unit}`,
    `${short(tenfold)} ${unit}`,
    (tenfold / once).toFixed(2),
  ]);
  print([heads, ...rows], [48, 11, 11, 6], terminal);
}

function print(rows: readonly (readonly string[])[], widths: readonly number[], terminal: Terminal): void {
  const columns = widths.map((widthColumns) => ({ widthColumns }));
  for (const line of setInColumns(rows, columns)) terminal.print(line);
  terminal.print('');
}

/** `81.2 ms (79.9-90.1)` */
export function spreadWords(values: readonly number[], unit: string): string {
  const { median, min, max } = spreadOf(values);
  return `${short(median)} ${unit} (${short(min)}-${short(max)})`;
}

function numberWords(value: number, { unit }: Pick<Goal, 'unit'>): string {
  return unit === '' ? value.toFixed(2) : short(value);
}

/** Three digits that matter. */
function short(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
