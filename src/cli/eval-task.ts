// SPDX-License-Identifier: Apache-2.0
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { LookedFor } from '../record/severity-reading.ts';
import { type CliContext, UsageError } from './cli-context.ts';
import { evaluateRobustness } from './evaluation/evaluate-robustness.ts';
import { printRobustness } from './evaluation/print-robustness.ts';
import { printTaskEvaluation } from './evaluation/print-task-evaluation.ts';
import { readLabelFile } from './evaluation/read-label-file.ts';
import {
  type EvaluatedTask,
  evaluateFigure,
  evaluateOutlines,
  type TaskEvaluation,
  type TaskFolder,
} from './evaluation/task-evaluation.ts';
import { openWorkbench } from './open-workbench.ts';
import { startProgress } from './terminal/progress.ts';
import type { Workbench } from './workbench.ts';

/** Options of `openderm eval --task ...`. */
export const taskArgs = {
  task: {
    type: 'string',
    valueHint: 'TASK',
    description: 'segmentation, counting, grading or robustness instead of conditions',
  },
  of: {
    type: 'string',
    valueHint: 'NAME',
    description: 'What is outlined (lesion, wound), counted (acne, wheals, pustules, ...) or graded (acne)',
  },
  truth: {
    type: 'string',
    valueHint: 'COLUMN',
    description: 'Column with the mask, count or grade (default: mask, count, grade)',
  },
} as const;

export interface TaskOptions {
  readonly task: string;
  readonly labels: string;
  readonly of?: string | undefined;
  readonly truth?: string | undefined;
  readonly images?: string | undefined;
  readonly split?: string | undefined;
  readonly by?: string | undefined;
  readonly json?: boolean | undefined;
  readonly out?: string | undefined;
}

const truthColumns: Readonly<Record<EvaluatedTask, string>> = {
  segmentation: 'mask',
  counting: 'count',
  grading: 'grade',
};

/** What can be counted or graded: the eye that looks for it, and its figure. */
const figures: Readonly<
  Record<'counting' | 'grading', Readonly<Record<string, readonly [LookedFor, string]>>>
> = {
  counting: {
    acne: ['acne', 'acne'],
    wheals: ['wheals', 'wheals'],
    pustules: ['pustules', 'pustules'],
    inflammations: ['unspecific', 'inflammations'],
    nodules: ['suppuration', 'nodule'],
    abscesses: ['suppuration', 'abscess'],
    tunnels: ['suppuration', 'drainingTunnel'],
  },
  grading: { acne: ['acne', 'acneGrade'] },
};

function parseTask(word: string): EvaluatedTask {
  if (word === 'segmentation' || word === 'counting' || word === 'grading') return word;
  throw new UsageError(`--task: expected segmentation, counting, grading or robustness, received "${word}"`);
}

function expected(words: readonly string[], received: string): UsageError {
  return new UsageError(`--of: expected ${words.join(', ')}, received "${received}"`);
}

async function evaluateWith(bench: Workbench, task: EvaluatedTask, folder: TaskFolder) {
  const { of } = folder.subject;
  if (task !== 'segmentation') {
    const [lookFor, figure] = figures[task][of] ?? [];
    if (lookFor === undefined || figure === undefined) throw expected(Object.keys(figures[task]), of);
    const subject = { ...folder.subject, of: figure };
    return evaluateFigure({ ...folder, subject }, { task, lookFor }, bench.reader);
  }
  const outliner = await bench.openOutliner();
  if (outliner === null) throw new UsageError('The model set has no net that outlines.');
  try {
    if (!outliner.channels.includes(of)) throw expected(outliner.channels, of);
    return await evaluateOutlines(folder, outliner);
  } finally {
    await outliner.close();
  }
}

/** `openderm eval --task robustness`: what JPEG, turning, light, size and crop do to the answers. */
async function runRobustness(options: TaskOptions, context: CliContext): Promise<void> {
  const { labels, split, by } = options;
  // What is true of a picture does not matter here; any column will do.
  const truth = options.truth ?? 'file';
  const files = await readLabelFile(labels, { imagesDir: options.images, split, by, truth });
  const bench = await openWorkbench(context);
  try {
    const progress = startProgress(context.terminal, 'Reading', files.length);
    const folder = { files, subject: { labels, split, by }, onRead: progress.step };
    const evaluation = await evaluateRobustness(folder, bench);
    progress.stop();
    await report(evaluation, options, { ...context, print: printRobustness });
  } finally {
    await bench.close();
  }
}

/** `openderm eval --task ...`: outlines, counts or grades against what people drew, counted or graded. */
export async function runEvalTask(options: TaskOptions, context: CliContext): Promise<void> {
  if (options.task === 'robustness') return runRobustness(options, context);
  const task = parseTask(options.task);
  const { labels, split, by } = options;
  const truth = options.truth ?? truthColumns[task];
  const files = await readLabelFile(labels, { imagesDir: options.images, split, by, truth });
  const subject = { labels, split, of: options.of ?? (task === 'segmentation' ? 'lesion' : 'acne'), by };
  const bench = await openWorkbench(context);
  try {
    const progress = startProgress(context.terminal, 'Reading', files.length);
    const masksDir = options.images ?? dirname(labels);
    const folder = { files, subject, masksDir, onRead: progress.step };
    const evaluation = await evaluateWith(bench, task, folder);
    progress.stop();
    await report(evaluation, options, { ...context, print: printTaskEvaluation });
  } finally {
    await bench.close();
  }
}

interface Reported {
  readonly unreadable: TaskEvaluation['unreadable'];
}

async function report<T extends Reported>(
  evaluation: T,
  { out, json }: TaskOptions,
  {
    terminal,
    noteFailure,
    print,
  }: Pick<CliContext, 'terminal' | 'noteFailure'> & {
    print(evaluation: T, terminal: CliContext['terminal']): void;
  },
): Promise<void> {
  for (const { path, problem } of evaluation.unreadable) terminal.remark(`${path}: ${problem}`);
  if (evaluation.unreadable.length > 0) noteFailure();
  const text = JSON.stringify(evaluation, null, 2);
  if (out !== undefined) await writeFile(out, `${text}\n`);
  if (json) terminal.print(text);
  else print(evaluation, terminal);
}
