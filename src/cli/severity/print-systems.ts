// SPDX-License-Identifier: Apache-2.0
import { wrapWords } from '../printing/words.ts';
import { setInColumns } from '../terminal/columns.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Clinic } from './clinic.ts';

/** Every scoring system with its title; a star where a photograph answers part of it. */
export function printSystems(clinic: Clinic, terminal: Terminal): void {
  const codeColumns = Math.max(...clinic.systems.map(({ code }) => code.length)) + 2;
  const titleColumns = terminal.widthColumns - codeColumns - 2;
  const rows = clinic.systems.flatMap((system) =>
    wrapWords(clinic.title(system), titleColumns - 1).map((line, at) => [
      at === 0 ? terminal.paint('bold', system.code) : '',
      at === 0 && system.input === 'photograph' ? '*' : '',
      line,
    ]),
  );
  const widths = [codeColumns, 2, titleColumns];
  for (const line of setInColumns(
    rows,
    widths.map((widthColumns) => ({ widthColumns })),
  ))
    terminal.print(line);
  terminal.print('');
  for (const key of ['cli.list.photograph', 'cli.list.hint'])
    for (const line of wrapWords(clinic.word(key), terminal.widthColumns)) terminal.print(line);
}
