// SPDX-License-Identifier: Apache-2.0
import { printModels } from '../printing/print-models.ts';
import { wrapWords } from '../printing/words.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { RobustnessEvaluation } from './evaluate-robustness.ts';
import { inWords, printTable } from './print-evaluation.ts';

/** One row for each disturbance, for 80 columns. */
export function printRobustness(evaluation: RobustnessEvaluation, terminal: Terminal): void {
  const { subject, rows, n, notSkin, unreadable } = evaluation;
  const split = subject.split === undefined ? 'all rows' : `split "${subject.split}"`;
  const left = [
    ...(notSkin > 0 ? [`${notSkin} taken for no skin`] : []),
    ...(unreadable.length > 0 ? [`${unreadable.length} unreadable`] : []),
  ];
  const note = left.length > 0 ? `; left out: ${left.join(', ')}` : '';
  terminal.print(terminal.paint('bold', `${subject.labels}, ${split}: robustness, ${n} pictures${note}`));
  terminal.print('');
  const heads = ['disturbance', 'same first', 'its probability', 'usable'];
  const lines = rows.map(({ disturbance, sameFirst, probabilityChange, stillUsable }) => [
    disturbance,
    inWords(sameFirst),
    inWords(probabilityChange),
    stillUsable.value === null ? '-' : stillUsable.value.toFixed(3),
  ]);
  printTable([heads, ...lines], { widths: [22, 22, 26, 8] }, terminal);
  printModels(evaluation.models, terminal);
  const method =
    '95 % intervals: Wilson for the share whose first condition stays, bootstrap (2,000 resamples) for the mean change of its probability. Usable: of those that were.';
  for (const line of wrapWords(method, terminal.widthColumns)) terminal.print(terminal.paint('dim', line));
}
