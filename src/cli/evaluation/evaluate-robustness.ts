// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { DeviceError } from '../../errors.ts';
import type { ImageAnalysis } from '../../record/image-analysis.ts';
import type { ModelIdentity } from '../../record/model-identity.ts';
import type { Workbench } from '../workbench.ts';
import type { LabelledFile } from './read-label-file.ts';
import { type RobustnessRow, robustnessRow, type Shift } from './robustness-figures.ts';

export interface RobustnessSubject {
  readonly labels: string;
  readonly split: string | undefined;
  /** Column by which whole groups were drawn; undefined: each picture by itself. */
  readonly by: string | undefined;
}

/** How well the answers stand what happens to photographs; all intervals 95 %. */
export interface RobustnessEvaluation {
  readonly task: 'robustness';
  readonly subject: RobustnessSubject;
  readonly models: readonly ModelIdentity[];
  readonly n: number;
  readonly rows: readonly RobustnessRow[];
  /** Taken for something other than skin before anything happened to them: they have no answer that could change. */
  readonly notSkin: number;
  /** Left out of all figures. */
  readonly unreadable: readonly { readonly path: string; readonly problem: string }[];
}

export interface RobustnessFolder {
  readonly files: readonly LabelledFile[];
  readonly subject: RobustnessSubject;
  onRead(): void;
}

type Outcome =
  | { readonly group: string; readonly shifts: readonly Shift[] | null }
  | { readonly path: string; readonly problem: string };

interface Answer {
  readonly leader: string | null;
  readonly analysis: ImageAnalysis;
  probabilityOf(condition: string | null): number;
}

/** The answer as the server would give it: the differential, not the net's own labels. */
async function ask(bench: Workbench, requestId: string, bytes: Uint8Array): Promise<Answer> {
  const job = { requestId, bytes, encoding: 'binary', withHeatMaps: false } as const;
  const analysis = await bench.reader.read(job);
  const conclusions = bench.diagnose([{ title: requestId, analysis }]).images[0]?.conclusions ?? [];
  return {
    leader: conclusions[0]?.condition ?? null,
    analysis,
    probabilityOf: (condition) =>
      conclusions.find((entry) => entry.condition === condition)?.probability ?? 0,
  };
}

function compare(first: Answer, now: Answer): Shift {
  return {
    before: first.leader,
    after: now.leader,
    probabilityBefore: first.probabilityOf(first.leader),
    probabilityAfter: now.probabilityOf(first.leader),
    wasUsable: first.analysis.validity.isValid,
    isUsable: now.analysis.validity.isValid,
  };
}

/** One shift for each disturbance, in their order; null for a picture that is taken for something other than skin. */
async function disturbOne(path: string, bench: Workbench): Promise<readonly Shift[] | null> {
  const bytes = await readFile(path);
  const first = await ask(bench, path, bytes);
  if (!first.analysis.validity.domain.isDermatological) return null;
  const shifts: Shift[] = [];
  for (const { apply } of bench.disturbances) {
    shifts.push(compare(first, await ask(bench, path, await apply(bytes))));
  }
  return shifts;
}

async function tryOne({ path, group }: LabelledFile, bench: Workbench): Promise<Outcome> {
  try {
    return { group: group ?? path, shifts: await disturbOne(path, bench) };
  } catch (error) {
    if (error instanceof DeviceError) return { path, problem: error.message };
    if (error instanceof Error && 'syscall' in error) return { path, problem: error.message };
    throw error;
  }
}

/** Every worker has one picture in hand and one at the door. */
async function tryAll({ files, onRead }: RobustnessFolder, bench: Workbench): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = new Array(files.length);
  const queue = files.entries();
  const lane = async () => {
    for (const [at, file] of queue) {
      outcomes[at] = await tryOne(file, bench);
      onRead();
    }
  };
  await Promise.all(Array.from({ length: 2 * bench.reader.status().workers }, lane));
  return outcomes;
}

/** Reads every picture as it is and after each disturbance, with the device as it answers over HTTP. */
export async function evaluateRobustness(
  folder: RobustnessFolder,
  bench: Workbench,
): Promise<RobustnessEvaluation> {
  const outcomes = await tryAll(folder, bench);
  const read = outcomes.filter((one) => 'group' in one);
  const answered = read.flatMap(({ group, shifts }) => (shifts === null ? [] : [{ group, shifts }]));
  const groups = answered.map(({ group }) => group);
  const rows = bench.disturbances.map(({ name }, at) =>
    robustnessRow(
      name,
      answered.flatMap(({ shifts }) => shifts[at] ?? []),
      groups,
    ),
  );
  return {
    task: 'robustness',
    subject: folder.subject,
    models: bench.reader.models,
    n: answered.length,
    rows,
    notSkin: read.length - answered.length,
    unreadable: outcomes.filter((one) => 'problem' in one),
  };
}
