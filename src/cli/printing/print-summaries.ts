// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { AnalysisSummary } from '../../record/analysis-record.ts';
import { setInColumns } from '../terminal/columns.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { timeWords } from './time-words.ts';
import { percentWords } from './words.ts';

const ID_COLUMNS = 38;
const TIME_COLUMNS = 22;
const PERCENT_COLUMNS = 10;

/** Two lines for each record: which and when, then what it found first. */
export function printSummaries(
  summaries: readonly AnalysisSummary[],
  catalogue: Catalogue,
  terminal: Terminal,
): void {
  const rest = terminal.widthColumns - ID_COLUMNS - TIME_COLUMNS;
  const name = terminal.widthColumns - PERCENT_COLUMNS - 2;
  for (const summary of summaries) {
    const identity = [
      terminal.paint('bold', summary.id),
      timeWords(summary.createdAtMs),
      usableWords(summary),
    ];
    printRow(identity, [ID_COLUMNS, TIME_COLUMNS, rest], terminal);
    printRow(['', ...findingWords(summary, catalogue)], [2, name, PERCENT_COLUMNS], terminal);
  }
}

function usableWords({ imageCount, validImageCount }: AnalysisSummary): string {
  return `${validImageCount} of ${imageCount} usable`;
}

function findingWords({ top }: AnalysisSummary, catalogue: Catalogue): readonly string[] {
  if (top === null) return ['no differential', ''];
  return [catalogue.find(top.condition)?.text ?? top.condition, percentWords(top.probability)];
}

function printRow(cells: readonly string[], widths: readonly number[], terminal: Terminal): void {
  const columns = widths.map((widthColumns) => ({ widthColumns }));
  for (const line of setInColumns([cells], columns)) terminal.print(line);
}
