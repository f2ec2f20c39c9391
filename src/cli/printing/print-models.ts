// SPDX-License-Identifier: Apache-2.0
import type { ModelIdentity, ModelTask } from '../../record/model-identity.ts';
import { setInColumns } from '../terminal/columns.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { wrapWords } from './words.ts';

/** Short names of what a model is for. */
export const taskWords: Readonly<Record<ModelTask, string>> = {
  'condition-classification': 'conditions',
  'media-validity': 'validity',
};

/** Enough of a checksum to tell two versions apart by eye. */
const CHECKSUM_DIGITS = 12;

/** Which weights answered and under which licences, then what the whole is not. */
export function printModels(models: readonly ModelIdentity[], terminal: Terminal): void {
  const rows = models.map(({ task, name, version, licence, sha256 }) => [
    taskWords[task],
    `${name} ${version}`,
    licence.id,
    terminal.paint('dim', sha256.slice(0, CHECKSUM_DIGITS)),
  ]);
  const rest = terminal.widthColumns - 12 - 30 - CHECKSUM_DIGITS;
  const widths = [12, 30, rest, CHECKSUM_DIGITS];
  for (const line of setInColumns(
    rows,
    widths.map((widthColumns) => ({ widthColumns })),
  ))
    terminal.print(line);
}

const NOT_A_DIAGNOSIS =
  'Decision support only: preliminary, not a diagnosis, and not to be relied on without a clinician who has seen the person.';

export function printDisclaimer(terminal: Terminal): void {
  for (const line of wrapWords(NOT_A_DIAGNOSIS, terminal.widthColumns))
    terminal.print(terminal.paint('dim', line));
}
