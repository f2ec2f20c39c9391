// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DeviceError } from '../../errors.ts';
import type { ModelIdentity } from '../../record/model-identity.ts';
import type { LookedFor } from '../../record/severity-reading.ts';
import type { ImageReader } from '../../vision/image-reader.ts';
import type { Outliner } from '../../vision/nets/create-outliner.ts';
import { type CountPair, countFigures } from './count-figures.ts';
import { gradeFigures } from './grade-figures.ts';
import { outlineFigures } from './outline-figures.ts';
import type { LabelledFile } from './read-label-file.ts';
import type { Estimate } from './wilson-interval.ts';

/** Figures by name, e.g. `dice`, each with n and its 95 % interval. */
export type Figures = Readonly<Record<string, Estimate>>;

/** What is compared with what is true of the pictures. */
export type EvaluatedTask = 'segmentation' | 'counting' | 'grading';

/** What was measured, and how. */
export interface TaskSubject {
  readonly labels: string;
  readonly split: string | undefined;
  /** Outlined channel, or figure of an eye. */
  readonly of: string;
  /** Column by which whole groups were drawn; undefined: each picture by itself. */
  readonly by: string | undefined;
}

export interface TaskEvaluation {
  readonly task: EvaluatedTask;
  readonly subject: TaskSubject;
  readonly models: readonly ModelIdentity[];
  readonly figures: Figures;
  /** Left out of all figures. */
  readonly unreadable: readonly { readonly path: string; readonly problem: string }[];
}

type Compared<T> =
  | { readonly group: string; readonly value: T }
  | { readonly path: string; readonly problem: string };

/** What came of one picture; one that cannot be read does not stop the others. */
async function compareOne<T>(file: LabelledFile, compare: (bytes: Uint8Array) => Promise<T>) {
  const { path } = file;
  try {
    return { group: file.group ?? path, value: await compare(await readFile(path)) };
  } catch (error) {
    if (error instanceof DeviceError) return { path, problem: error.message };
    if (error instanceof Error && 'syscall' in error) return { path, problem: error.message };
    throw error;
  }
}

/** @param lanes pictures in hand at once */
async function compareAll<T>(
  files: readonly LabelledFile[],
  compare: (file: LabelledFile, bytes: Uint8Array) => Promise<T>,
  { lanes, onRead }: { readonly lanes: number; onRead(): void },
): Promise<readonly Compared<T>[]> {
  const compared: Compared<T>[] = new Array(files.length);
  const queue = files.entries();
  const lane = async () => {
    for (const [at, file] of queue) {
      compared[at] = await compareOne(file, (bytes) => compare(file, bytes));
      onRead();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return compared;
}

function sortOut<T>(compared: readonly Compared<T>[]) {
  const good = compared.filter((one) => 'value' in one);
  return {
    values: good.map(({ value }) => value),
    groups: good.map(({ group }) => group),
    unreadable: compared.filter((one) => 'problem' in one),
  };
}

export interface TaskFolder {
  readonly files: readonly LabelledFile[];
  readonly subject: TaskSubject;
  /** Folder in which the masks' paths start. */
  readonly masksDir: string;
  onRead(): void;
}

/** Outlines every picture and compares with the masks that its rows name; no name: nothing is to be seen. */
export async function evaluateOutlines(folder: TaskFolder, outliner: Outliner): Promise<TaskEvaluation> {
  const { subject, masksDir } = folder;
  const files = folder.files.filter(({ label }) => label !== '');
  const compare = async ({ label }: LabelledFile, bytes: Uint8Array) =>
    outliner.compare(subject.of, bytes, await readFile(resolve(masksDir, label)));
  // The net runs on this thread: a second lane would only wait.
  const compared = await compareAll(files, compare, { lanes: 1, onRead: folder.onRead });
  const { values, groups, unreadable } = sortOut(compared);
  const figures = outlineFigures(values, groups);
  return { task: 'segmentation', subject, models: [outliner.model], figures, unreadable };
}

/** The last whole number of a label: `12`, `grade2`, `levle3`. */
export function toNumber(label: string): number | undefined {
  const digits = /(\d+)\s*$/.exec(label)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

export interface Look {
  readonly task: 'counting' | 'grading';
  readonly lookFor: LookedFor;
}

/** Reads every picture as the device does, and compares the figure that the subject names. */
export async function evaluateFigure(
  folder: TaskFolder,
  { task, lookFor }: Look,
  reader: ImageReader,
): Promise<TaskEvaluation> {
  const { files, subject, onRead } = folder;
  const compare = async ({ path, label }: LabelledFile, bytes: Uint8Array): Promise<CountPair | null> => {
    const job = { requestId: path, bytes, encoding: 'binary', withPictures: false } as const;
    const { eyes } = await reader.readSeverity({ ...job, lookFor: [lookFor] });
    const said = eyes.find((eye) => eye.lookedFor === lookFor)?.figures[subject.of]?.value;
    const truth = toNumber(label);
    return said === undefined || truth === undefined ? null : { said: Math.round(said), truth };
  };
  const lanes = 2 * reader.status().workers;
  const { values, groups, unreadable } = sortOut(await compareAll(files, compare, { lanes, onRead }));
  const pairs = values.filter((pair) => pair !== null);
  const ofPairs = groups.filter((_, at) => values[at] !== null);
  const figures = (task === 'counting' ? countFigures : gradeFigures)(pairs, ofPairs);
  return { task, subject, models: reader.models, figures, unreadable };
}
