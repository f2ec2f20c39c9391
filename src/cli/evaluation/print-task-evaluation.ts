// SPDX-License-Identifier: Apache-2.0
import { printModels } from '../printing/print-models.ts';
import { wrapWords } from '../printing/words.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { inWords, printTable } from './print-evaluation.ts';
import type { TaskEvaluation } from './task-evaluation.ts';

/** All figures of one task as a table for 80 columns. */
export function printTaskEvaluation(evaluation: TaskEvaluation, terminal: Terminal): void {
  const { task, subject, figures, models } = evaluation;
  const split = subject.split === undefined ? 'all rows' : `split "${subject.split}"`;
  terminal.print(terminal.paint('bold', `${subject.labels}, ${split}: ${task} of ${subject.of}`));
  terminal.print('');
  const rows = Object.entries(figures).map(([name, estimate]) => [
    name,
    String(estimate.n),
    inWords(estimate),
  ]);
  printTable([['figure', 'pictures', 'value (95 %)'], ...rows], { widths: [26, 10, 30] }, terminal);
  printModels(models, terminal);
  const drawn =
    subject.by === undefined
      ? 'Pictures are taken as independent: several of one person make the true interval wider.'
      : `Whole groups of the column "${subject.by}" were drawn.`;
  const method = `95 % intervals: bootstrap, 2,000 resamples. ${drawn}`;
  for (const line of wrapWords(method, terminal.widthColumns)) terminal.print(terminal.paint('dim', line));
}
