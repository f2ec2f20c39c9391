// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Account } from '../../record/account.ts';
import type { AssessmentRecord } from '../../record/assessment-record.ts';
import type { AnswerTree } from '../../record/severity-assessment.ts';
import { setInColumns } from '../terminal/columns.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type KeptScore, listKeptScores, placeOf } from './kept-scores.ts';
import { printDisclaimer } from './print-models.ts';
import { timeWords } from './time-words.ts';

/** Wide enough for an item of a site: `armRightBottom.depigmentation`. */
const CODE_COLUMNS = 36;
const VALUE_COLUMNS = 10;
const INDENT = '  ';

/** Two lines for each record: which and when, then what was scored. */
export function printAssessmentLine(
  record: AssessmentRecord,
  catalogue: Catalogue,
  terminal: Terminal,
): void {
  const { id, createdAtMs, result } = record;
  terminal.print(`${terminal.paint('bold', id)}  ${timeWords(createdAtMs)}`);
  const scores = listKeptScores(record)
    .map(({ code, value }) => `${code} ${value}`)
    .join(', ');
  terminal.print(`${INDENT}${nameOf(result.condition, catalogue)}, ${placeOf(record)}: ${scores}`);
}

/** An assessment as it was given, with who asked and when. Answers are printed by their codes, as they were sent. */
export function printAssessment(
  { record, account }: { readonly record: AssessmentRecord; readonly account: Account | undefined },
  catalogue: Catalogue,
  terminal: Terminal,
): void {
  const { id, accountId, createdAtMs, softwareVersion, result } = record;
  terminal.print(terminal.paint('bold', `Assessment ${id}`));
  terminal.print(`${INDENT}${timeWords(createdAtMs)}`);
  terminal.print(`${INDENT}asked by ${account?.email ?? `account ${accountId}, which has been removed`}`);
  terminal.print(`${INDENT}openderm ${softwareVersion}, catalogue ${result.catalogueVersion}`);
  terminal.print(`${INDENT}${nameOf(result.condition, catalogue)}, ${placeOf(record)}`);
  for (const score of listKeptScores(record)) printScoreRecord(score, terminal);
  terminal.print('');
  printDisclaimer(terminal);
}

function printScoreRecord(score: KeptScore, terminal: Terminal): void {
  terminal.print('');
  const { form, value, category, change, warnings } = score;
  printRow([terminal.paint('bold', form), terminal.paint('bold', String(value)), category ?? ''], terminal);
  for (const [path, answer] of listAnswers(score.answers))
    printRow([`${INDENT}${path}`, String(answer)], terminal);
  if (change?.reductionPercent != null)
    printRow([`${INDENT}reduction`, `${change.reductionPercent.toFixed(1)} %`, change.trend], terminal);
  for (const code of warnings) terminal.print(`${INDENT}! ${code}`);
}

function printRow(cells: readonly string[], terminal: Terminal): void {
  const rest = terminal.widthColumns - CODE_COLUMNS - VALUE_COLUMNS - INDENT.length;
  const widths = [INDENT.length, CODE_COLUMNS, VALUE_COLUMNS, rest];
  const columns = widths.map((widthColumns) => ({ widthColumns }));
  for (const line of setInColumns([['', ...cells, ...(cells.length < 3 ? [''] : [])]], columns))
    terminal.print(line);
}

function listAnswers(answers: AnswerTree, above = ''): readonly (readonly [string, number])[] {
  return Object.entries(answers).flatMap(([code, answer]): (readonly [string, number])[] => {
    if (answer === undefined) return [];
    if (typeof answer === 'number') return [[above + code, answer]];
    return [...listAnswers(answer, `${above}${code}.`)];
  });
}

function nameOf(slug: string, catalogue: Catalogue): string {
  return catalogue.find(slug)?.text ?? slug;
}
