// SPDX-License-Identifier: Apache-2.0
import { type CommandDef, defineCommand } from 'citty';
import type { Diagnosis } from '../record/diagnosis.ts';
import { type CliContext, refuseUnknownOptions } from './cli-context.ts';
import { openWorkbench } from './open-workbench.ts';
import { findPhotographs } from './photographs/find-photographs.ts';
import { readPhotographs } from './photographs/read-photographs.ts';
import { writeHeatMaps } from './photographs/write-heat-maps.ts';
import { printDiagnosis } from './printing/print-diagnosis.ts';
import { printDisclaimer, printModels } from './printing/print-models.ts';
import { startProgress } from './terminal/progress.ts';
import type { NamedAnalysis, Workbench } from './workbench.ts';

const args = {
  photo: { type: 'positional', required: true, description: 'File, folder or pattern; as many as you like' },
  json: { type: 'boolean', description: 'Print the answer of the API instead of a table' },
  separate: { type: 'boolean', description: 'Do not put the photographs together: one answer for each' },
  heatmaps: {
    type: 'string',
    valueHint: 'DIR',
    description: 'Write heat maps there: photo-rank-condition.jpg',
  },
} as const;

/** `openderm analyze`: photographs in, a ranked differential on the terminal. */
export function createAnalyzeCommand(context: CliContext): CommandDef<typeof args> {
  return defineCommand({
    meta: { name: 'analyze', description: 'Read photographs: ranked differential, quality, indicators' },
    args,
    run({ args: { _: words, ...options } }) {
      refuseUnknownOptions(options, args);
      return analyze(words, options, context);
    },
  });
}

interface AnalyzeOptions {
  readonly json?: boolean | undefined;
  readonly separate?: boolean | undefined;
  readonly heatmaps?: string | undefined;
}

async function analyze(
  words: readonly string[],
  options: AnalyzeOptions,
  context: CliContext,
): Promise<void> {
  const { paths, problems } = await findPhotographs(words);
  for (const problem of problems) reportProblem(problem, context);
  if (paths.length === 0) return;
  const workbench = await openWorkbench(context);
  try {
    const analyses = await readAll(paths, workbench, { ...options, context });
    const groups = options.separate ? analyses.map((one) => [one]) : [analyses];
    const diagnoses = groups.filter((group) => group.length > 0).map((group) => workbench.diagnose(group));
    if (options.heatmaps !== undefined) await keepHeatMaps(diagnoses, options.heatmaps, context);
    print(diagnoses, workbench, { ...options, context });
  } finally {
    await workbench.close();
  }
}

interface RunOptions extends AnalyzeOptions {
  readonly context: CliContext;
}

async function readAll(
  paths: readonly string[],
  { reader }: Workbench,
  { json, heatmaps, context }: RunOptions,
): Promise<readonly NamedAnalysis[]> {
  const progress = startProgress(context.terminal, 'Reading', paths.length);
  const withHeatMaps = json === true || heatmaps !== undefined;
  const readings = await readPhotographs(paths, reader, { withHeatMaps, onRead: progress.step });
  progress.stop();
  return readings.flatMap((reading) => {
    if ('analysis' in reading) return [{ title: reading.path, analysis: reading.analysis }];
    reportProblem(`${reading.path}: ${reading.problem}`, context);
    return [];
  });
}

async function keepHeatMaps(
  diagnoses: readonly Diagnosis[],
  folder: string,
  { terminal }: CliContext,
): Promise<void> {
  const written = await writeHeatMaps(
    diagnoses.flatMap(({ images }) => images),
    folder,
  );
  terminal.remark(`${written} heat maps written to ${folder}`);
}

function print(
  diagnoses: readonly Diagnosis[],
  workbench: Workbench,
  { json, separate, context }: RunOptions,
): void {
  const { terminal } = context;
  if (json) {
    // One answer for each line, so that a long list can be read as a stream.
    for (const diagnosis of diagnoses)
      terminal.print(JSON.stringify(workbench.present(diagnosis), null, separate ? 0 : 2));
    return;
  }
  for (const diagnosis of diagnoses) printDiagnosis(diagnosis, workbench.catalogue, terminal);
  if (diagnoses.length === 0) return;
  printModels(workbench.reader.models, terminal);
  printDisclaimer(terminal);
}

function reportProblem(problem: string, { terminal, noteFailure }: CliContext): void {
  terminal.remark(problem);
  noteFailure();
}
