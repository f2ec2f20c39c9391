// SPDX-License-Identifier: Apache-2.0
import type { ModelIdentity, ModelTask } from '../../record/model-identity.ts';
import { setInColumns } from '../terminal/columns.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { wrapWords } from './words.ts';

/** Short names of what a model is for. */
export const taskWords: Readonly<Record<ModelTask, string>> = {
  'condition-classification': 'conditions',
  'media-validity': 'validity',
  'lesion-segmentation': 'outlines',
  'acne-detection': 'acne',
};

/** Enough of a checksum to tell two versions apart by eye. */
const CHECKSUM_DIGITS = 8;
const TASK_COLUMNS = 11;
const NAME_COLUMNS = 24;

/** Which weights answered, and under which licences. */
export function printModels(models: readonly ModelIdentity[], terminal: Terminal): void {
  const rows = models.map(({ task, name, version, licence, sha256 }) => [
    taskWords[task],
    `${name} ${version}`,
    terminal.paint('dim', sha256.slice(0, CHECKSUM_DIGITS)),
    licence.id,
  ]);
  const fixed = [TASK_COLUMNS, NAME_COLUMNS, CHECKSUM_DIGITS + 1];
  const rest = fixed.reduce((left, widthColumns) => left - widthColumns, terminal.widthColumns);
  const columns = [...fixed, rest].map((widthColumns) => ({ widthColumns }));
  for (const line of setInColumns(rows, columns)) terminal.print(line);
}

const NOT_A_DIAGNOSIS =
  'Decision support only: preliminary, not a diagnosis, and not to be relied on without a clinician who has seen the person.';

export function printDisclaimer(terminal: Terminal): void {
  for (const line of wrapWords(NOT_A_DIAGNOSIS, terminal.widthColumns))
    terminal.print(terminal.paint('dim', line));
}
