// SPDX-License-Identifier: Apache-2.0
import { readFile, writeFile } from 'node:fs/promises';
import { type CommandDef, defineCommand } from 'citty';
import type { Modality } from '../record/image-analysis.ts';
import { type CliContext, UsageError } from './cli-context.ts';
import { runEvalTask, taskArgs } from './eval-task.ts';
import { type Evaluation, evaluate } from './evaluation/evaluate.ts';
import {
  type LabelMap,
  type LabelMeanings,
  type LabelReader,
  resolveLabels,
} from './evaluation/label-meanings.ts';
import { printEvaluation } from './evaluation/print-evaluation.ts';
import { type LabelledFile, readLabelFile } from './evaluation/read-label-file.ts';
import { openWorkbench } from './open-workbench.ts';
import { refuseStrayWords } from './refuse-stray-words.ts';
import { startProgress } from './terminal/progress.ts';

const args = {
  labels: {
    type: 'string',
    required: true,
    valueHint: 'FILE',
    description: 'CSV with the columns file and label (with --task: mask, count or grade)',
  },
  images: { type: 'string', valueHint: 'DIR', description: 'Where the files are (default: beside the CSV)' },
  split: { type: 'string', valueHint: 'NAME', description: 'Only rows whose split column says this' },
  by: { type: 'string', valueHint: 'COLUMN', description: 'Also split the figures by this column' },
  map: {
    type: 'string',
    valueHint: 'FILE',
    description: 'JSON: label to condition(s), "skin", "notSkin" or null',
  },
  modality: {
    type: 'string',
    valueHint: 'KIND',
    description: 'What all pictures of skin are: clinical, dermoscopic',
  },
  ...taskArgs,
  json: { type: 'boolean', description: 'Print all figures as JSON instead of tables' },
  out: { type: 'string', valueHint: 'FILE', description: 'Also write the JSON there' },
} as const;

interface EvalOptions {
  readonly labels: string;
  readonly images?: string | undefined;
  readonly split?: string | undefined;
  readonly by?: string | undefined;
  readonly map?: string | undefined;
  readonly modality?: string | undefined;
  readonly task?: string | undefined;
  readonly json?: boolean | undefined;
  readonly out?: string | undefined;
}

/** `openderm eval`: how right the device is about a labelled folder, with 95 % intervals. */
export function createEvalCommand(context: CliContext): CommandDef<typeof args> {
  return defineCommand({
    meta: { name: 'eval', description: 'Measure accuracy on a labelled folder, with 95 % intervals' },
    args,
    run({ args: options }) {
      refuseStrayWords(options, args);
      const { task } = options;
      return task === undefined ? runEval(options, context) : runEvalTask({ ...options, task }, context);
    },
  });
}

async function runEval(options: EvalOptions, context: CliContext): Promise<void> {
  const files = await readLabelFile(options.labels, {
    imagesDir: options.images,
    split: options.split,
    by: options.by,
  });
  const map = options.map === undefined ? {} : await readLabelMap(options.map);
  const expectedModality = parseModality(options.modality);
  const workbench = await openWorkbench(context);
  try {
    const { meanings } = understandLabels(files, workbench, map);
    const progress = startProgress(context.terminal, 'Reading', files.length);
    const subject = { labels: options.labels, split: options.split, by: options.by, expectedModality };
    const evaluation = await evaluate({ files, meanings, subject }, workbench, progress.step);
    progress.stop();
    await report(evaluation, options, context);
  } finally {
    await workbench.close();
  }
}

function parseModality(word: string | undefined): Modality | undefined {
  if (word === undefined) return undefined;
  if (word === 'clinical') return 'Clinical';
  if (word === 'dermoscopic') return 'Dermoscopic';
  throw new UsageError(`--modality: expected clinical or dermoscopic, received "${word}"`);
}

async function readLabelMap(path: string): Promise<LabelMap> {
  const map: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (isLabelMap(map)) return map;
  throw new UsageError(`${path}: expected a JSON object of label -> text, list of texts or null`);
}

function isLabelMap(map: unknown): map is LabelMap {
  const isText = (value: unknown) => typeof value === 'string';
  return (
    typeof map === 'object' &&
    map !== null &&
    !Array.isArray(map) &&
    Object.values(map).every(
      (value) => value === null || isText(value) || (Array.isArray(value) && value.every(isText)),
    )
  );
}

function understandLabels(files: readonly LabelledFile[], reader: LabelReader, map: LabelMap): LabelMeanings {
  const understood = resolveLabels(new Set(files.map(({ label }) => label)), reader, map);
  if (understood.unknown.length === 0) return understood;
  const lines = understood.unknown.map(({ label, suggestions }) => {
    const near = suggestions.length > 0 ? `; near: ${suggestions.join(', ')}` : '';
    return `  "${label}" is no catalogue condition, ICD-11 code or known abbreviation${near}`;
  });
  throw new UsageError(
    ['Some labels are not understood; say what they mean with --map:', ...lines].join('\n'),
  );
}

async function report(
  evaluation: Evaluation,
  { json, out }: EvalOptions,
  context: CliContext,
): Promise<void> {
  const { terminal, noteFailure } = context;
  for (const { path, problem } of evaluation.unreadable) terminal.remark(`${path}: ${problem}`);
  if (evaluation.unreadable.length > 0) noteFailure();
  const text = JSON.stringify(evaluation, null, 2);
  if (out !== undefined) await writeFile(out, `${text}\n`);
  if (json) terminal.print(text);
  else printEvaluation(evaluation, terminal);
}
