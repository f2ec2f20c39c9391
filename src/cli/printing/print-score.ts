// SPDX-License-Identifier: Apache-2.0
import type { Band, Fact, ScoringSystem } from '../../scoring/scoring-system.ts';
import type { Clinic } from '../severity/clinic.ts';
import { type Judged, readBounds, shownRange } from '../severity/judged.ts';
import { listAnswered } from '../severity/questions.ts';
import { bandBar } from '../terminal/band-bar.ts';
import { setInColumns } from '../terminal/columns.ts';
import type { Paint, Terminal } from '../terminal/terminal.ts';
import { wrapWords } from './words.ts';

const INDENT = '  ';
const FACT_COLUMNS = 16;
const VALUE_COLUMNS = 8;

/** How heavily a band is filled: shapes that differ without colour. */
const fills: Readonly<Record<Band['intensity'], string>> = { None: '·', Low: '░', Moderate: '▒', High: '█' };

/** A score on a terminal: what it is called, where it lies, what was answered, what to know about it. */
export function printScore(judged: Judged, clinic: Clinic, terminal: Terminal): void {
  const { system, result } = judged;
  const { word } = clinic;
  for (const line of wrapWords(clinic.title(system), terminal.widthColumns))
    terminal.print(terminal.paint('bold', line));
  terminal.print('');
  const category = result.band === null ? '' : `  ${word(`band.${result.band.category}`)}`;
  terminal.print(`${INDENT}${terminal.paint('bold', `${result.value}${category}`)}`);
  printBands(judged, clinic, terminal);
  printAnswers(judged, clinic, terminal);
  printFacts(judged, clinic, terminal);
  for (const sentence of cautions(judged, clinic)) printMarked('!', sentence, terminal);
  terminal.print(terminal.paint('dim', word('cli.decisionSupport')));
}

function printBands({ result }: Judged, { word }: Clinic, terminal: Terminal): void {
  const { band, bandTable, value } = result;
  if (band === null) {
    terminal.print(`${INDENT}${terminal.paint('dim', word('cli.noBands'))}`);
    return;
  }
  const stretches = bandTable.map(({ range, intensity }) => ({
    ...readBounds(range),
    fill: fills[intensity],
  }));
  const at = bandTable.indexOf(band);
  const drawn = bandBar(stretches, { value, at }, terminal.widthColumns - 2 * INDENT.length);
  terminal.print('');
  terminal.print(INDENT + drawn.mark);
  const styles = (each: number): Paint => (each === at ? 'cyan' : 'dim');
  terminal.print(INDENT + drawn.stretches.map((text, each) => terminal.paint(styles(each), text)).join(' '));
  terminal.print(INDENT + terminal.paint('dim', drawn.scale));
  terminal.print('');
  const rows = bandTable.map((each) => [
    '',
    each === band ? '▶' : '',
    fills[each.intensity].repeat(2),
    terminal.paint(each === band ? 'bold' : 'dim', word(`band.${each.category}`)),
    terminal.paint('dim', shownRange(each.range)),
  ]);
  const nameColumns = Math.max(...bandTable.map(({ category }) => word(`band.${category}`).length)) + 3;
  printRows(rows, [INDENT.length, 2, 3, nameColumns, 24], terminal);
}

function printAnswers(judged: Judged, clinic: Clinic, terminal: Terminal): void {
  const rows = answerRows(judged, clinic);
  const widest = Math.max(...rows.map(({ name }) => name.length)) + 4;
  const nameColumns = Math.min(terminal.widthColumns - VALUE_COLUMNS - 30, widest);
  const wordColumns = terminal.widthColumns - INDENT.length - nameColumns - VALUE_COLUMNS;
  const lines = rows.flatMap(({ name, value, words, indent, isHeading }) =>
    wrapCells([name, words], [isHeading ? terminal.widthColumns : nameColumns - 3, wordColumns - 1]).map(
      ([left = '', right = ''], at) => [
        '',
        isHeading ? terminal.paint('dim', left) : indent + left,
        at === 0 ? value : '',
        terminal.paint('dim', right),
      ],
    ),
  );
  terminal.print('');
  printRows(lines, [INDENT.length, nameColumns, VALUE_COLUMNS, wordColumns], terminal);
  for (const [key, figure] of Object.entries(judged.result.components ?? {}))
    printFact(clinic.word(`component.${key}`), String(figure), terminal);
}

interface AnswerRow {
  readonly name: string;
  readonly value: string;
  readonly words: string;
  /** Blanks before what belongs to a place. */
  readonly indent: string;
  /** The place that the answers below are of. */
  readonly isHeading: boolean;
}

function answerRows({ form, values, site }: Judged, clinic: Clinic): readonly AnswerRow[] {
  const where = { name: clinic.word('cli.site'), value: '', indent: '', isHeading: false };
  const rows = site === undefined ? [] : [{ ...where, words: clinic.siteName(site) }];
  let lastPlace = '';
  for (const { question, value } of listAnswered(form, values)) {
    const place = question.groups.map((group) => clinic.question(group)).join(', ');
    if (place !== lastPlace && place !== '')
      rows.push({ name: place, value: '', words: '', indent: '', isHeading: true });
    lastPlace = place;
    const words = clinic.answer(question, value);
    const name = clinic.question(question);
    const indent = place === '' ? '' : INDENT;
    const shown = words === String(value) ? '' : words;
    rows.push({ name, value: String(value), words: shown, indent, isHeading: false });
  }
  return rows;
}

/** Two texts side by side, broken where they are too long. */
function wrapCells(texts: readonly string[], widths: readonly number[]): readonly (readonly string[])[] {
  const wrapped = texts.map((text, at) => wrapWords(text, widths[at] ?? 1));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) => wrapped.map((lines) => lines[row] ?? ''));
}

function printFacts({ system }: Judged, { word }: Clinic, terminal: Terminal): void {
  const { formulaText, source, licence } = system;
  terminal.print('');
  printFact(word('cli.formula'), formulaText, terminal);
  printFact(word('cli.source'), source.citation, terminal);
  if (source.url !== undefined) printFact('', source.url, terminal);
  printFact(word('cli.licence'), licence.note, terminal);
  terminal.print('');
}

/** What keeps the score from being taken at its word. */
function cautions({ system, result }: Judged, clinic: Clinic): readonly string[] {
  const { word } = clinic;
  return [
    word(`${system.code}.notFor`),
    ...(result.warnings ?? []).map((code) => word(`warning.${code}`)),
    ...(system.validated ? [] : [word('cli.notValidated')]),
    ...(system.bands?.basis === 'localConvention' ? [word('cli.localConvention')] : []),
    ...(system.pending.length > 0 ? [word('cli.pending', pendingWords(system, clinic))] : []),
  ];
}

/** Keys of the translation catalogue. */
const factKeys: Readonly<Record<Fact, string>> = {
  items: 'fact.items',
  formula: 'fact.formula',
  weights: 'fact.weights',
  bands: 'fact.bands',
  responses: 'fact.responses',
  minimalImportantDifference: 'fact.minimalImportantDifference',
  licence: 'fact.licence',
};

function pendingWords({ pending }: ScoringSystem, { word }: Clinic): string {
  return pending.map((fact) => word(factKeys[fact])).join(', ');
}

function printFact(what: string, text: string, terminal: Terminal): void {
  const columns = terminal.widthColumns - INDENT.length - FACT_COLUMNS;
  const rows = wrapCells([what, text], [FACT_COLUMNS - 1, columns]);
  printRows(
    rows.map(([left = '', right = '']) => ['', terminal.paint('dim', left), right]),
    [INDENT.length, FACT_COLUMNS, columns + 1],
    terminal,
  );
}

function printMarked(mark: string, text: string, terminal: Terminal): void {
  const lines = wrapWords(text, terminal.widthColumns - INDENT.length);
  for (const [at, line] of lines.entries())
    terminal.print(at === 0 ? `${terminal.paint('yellow', mark)} ${line}` : INDENT + line);
}

function printRows(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  terminal: Terminal,
): void {
  const columns = widths.map((widthColumns) => ({ widthColumns }));
  for (const line of setInColumns(rows, columns)) terminal.print(line);
}
