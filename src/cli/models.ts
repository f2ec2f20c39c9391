// SPDX-License-Identifier: Apache-2.0
import { type CommandDef, defineCommand } from 'citty';
import type { ListedModel } from '../vision/list-models.ts';
import type { ModelManifest } from '../vision/model-manifest.ts';
import type { ModelProblem } from '../vision/model-problem.ts';
import { taskWords } from './printing/print-models.ts';
import { percentWords, wrapWords } from './printing/words.ts';
import { refuseStrayWords } from './refuse-stray-words.ts';
import { setInColumns } from './terminal/columns.ts';
import type { Terminal } from './terminal/terminal.ts';

/** The folder of models, without loading any to answer with. */
export interface ModelShelf {
  readonly dir: string;
  list(): Promise<readonly ListedModel[]>;
  /** Everything wrong with one model folder; the net is loaded and run once. */
  check(dir: string): Promise<readonly ModelProblem[]>;
}

export interface ModelsContext {
  readonly terminal: Terminal;
  openShelf(): Promise<ModelShelf>;
  noteFailure(): void;
}

/** `openderm models`: what stands on the shelf, and what is wrong with a folder that does not serve. */
export function createModelsCommand(context: ModelsContext): CommandDef {
  return defineCommand({
    meta: { name: 'models', description: 'List the models, or check a folder with one of your own' },
    subCommands: { list: createListCommand(context), check: createCheckCommand(context) },
  });
}

const listArgs = {
  json: { type: 'boolean', description: 'Print the manifests instead of a table' },
} as const;

function createListCommand({ terminal, openShelf, noteFailure }: ModelsContext): CommandDef<typeof listArgs> {
  return defineCommand({
    meta: {
      name: 'list',
      description: 'Models on the shelf: task, version, licence, what they were trained on',
    },
    args: listArgs,
    async run({ args }) {
      refuseStrayWords(args, listArgs);
      const shelf = await openShelf();
      const models = await shelf.list();
      if (models.length === 0) {
        terminal.remark(`There is no model in ${shelf.dir}.`);
        noteFailure();
      } else if (args.json) terminal.print(JSON.stringify(models, null, 2));
      else for (const model of models) printListed(model, terminal);
    },
  });
}

function printListed({ folder, manifest, problems }: ListedModel, terminal: Terminal): void {
  terminal.print(terminal.paint('bold', folder));
  if (!manifest) {
    for (const problem of problems) terminal.print(`  ${terminal.paint('red', 'x')} ${inWords(problem)}`);
    terminal.print('');
    return;
  }
  const { task, name, version, licence, input, trainingData } = manifest;
  const commercial = licence.commercialUse ? 'all uses' : terminal.paint('yellow', 'no commercial use');
  const pictures = trainingData.reduce((sum, { n }) => sum + n, 0);
  const rows = [
    ['task', taskWords[task]],
    ['model', `${name} ${version}, ${input.widthPx} x ${input.heightPx} px`],
    ['licence', `${licence.id}: ${commercial}`],
    ['trained on', `${pictures} pictures of ${[...new Set(trainingData.map((set) => set.name))].join(', ')}`],
    ...('calibration' in manifest ? [['calibrated', calibrationWords(manifest.calibration)]] : []),
  ];
  for (const [what = '', text = ''] of rows) printFact(what, text, terminal);
  terminal.print('');
}

type Calibrated = Extract<ModelManifest, { readonly calibration: unknown }>;

function calibrationWords({ expectedCalibrationError, n, split }: Calibrated['calibration']): string {
  const error = expectedCalibrationError === null ? 'not measured' : percentWords(expectedCalibrationError);
  return `error ${error} on ${n} pictures (${split})`;
}

const FACT_COLUMNS = 14;

function printFact(what: string, text: string, terminal: Terminal): void {
  const lines = wrapWords(text, terminal.widthColumns - FACT_COLUMNS);
  const rows = lines.map((line, at) => ['', at === 0 ? terminal.paint('dim', what) : '', line]);
  const widths = [2, FACT_COLUMNS - 2, terminal.widthColumns - FACT_COLUMNS + 1];
  for (const line of setInColumns(
    rows,
    widths.map((widthColumns) => ({ widthColumns })),
  ))
    terminal.print(line);
}

const checkArgs = {
  dir: {
    type: 'positional',
    description: 'Folder with model.json, labels, card and weights',
    required: true,
  },
} as const;

function createCheckCommand({
  terminal,
  openShelf,
  noteFailure,
}: ModelsContext): CommandDef<typeof checkArgs> {
  return defineCommand({
    meta: { name: 'check', description: 'Explain what is wrong with a model folder; load and run it once' },
    args: checkArgs,
    async run({ args }) {
      refuseStrayWords(args, checkArgs);
      const { dir } = args;
      const problems = await (await openShelf()).check(dir);
      if (problems.length === 0) {
        terminal.print(`${terminal.paint('green', 'ok')} ${dir}: complete, checksums right, loads and runs.`);
        return;
      }
      terminal.print(`${terminal.paint('red', 'x')} ${dir} cannot serve:`);
      for (const problem of problems) terminal.print(`  - ${inWords(problem)}`);
      noteFailure();
    },
  });
}

function inWords({ file, key, message }: ModelProblem): string {
  return [file, key, message].filter((part) => part !== '').join(': ');
}
