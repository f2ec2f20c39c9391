// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { ClinicalIndicators, Conclusion, Diagnosis, ImageDiagnosis } from '../../record/diagnosis.ts';
import { bar } from '../terminal/bar.ts';
import { setInColumns } from '../terminal/columns.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { printQuality } from './print-quality.ts';
import { percentWords, warningWords, wrapWords } from './words.ts';

/** As many entries as carry a heat map. */
const ENTRIES_SHOWN = 5;
const INDENT = '  ';
const CODE_COLUMNS = 9;
const PERCENT_COLUMNS = 9;
const BAR_COLUMNS = 20;

/** A reading on a terminal: all photographs together when there are several, then each one. */
export function printDiagnosis(diagnosis: Diagnosis, catalogue: Catalogue, terminal: Terminal): void {
  if (diagnosis.images.length > 1) {
    const usable = diagnosis.images.filter(({ validity }) => validity.isValid).length;
    terminal.print(
      terminal.paint('bold', `All ${diagnosis.images.length} photographs together, ${usable} usable`),
    );
    terminal.print('');
    printReading(diagnosis, catalogue, terminal);
  }
  for (const image of diagnosis.images) printImage(image, catalogue, terminal);
  for (const warning of diagnosis.warnings) printWarning(warningWords[warning], terminal);
}

function printImage(image: ImageDiagnosis, catalogue: Catalogue, terminal: Terminal): void {
  terminal.print(terminal.paint('bold', image.title ?? 'Photograph'));
  printQuality(image, terminal);
  terminal.print('');
  printReading(image, catalogue, terminal);
}

type DifferentialPart = Pick<Diagnosis, 'conclusions' | 'indicators' | 'imageEvidence' | 'performance'>;

function printReading(reading: DifferentialPart, catalogue: Catalogue, terminal: Terminal): void {
  for (const line of conclusionLines(reading.conclusions, catalogue, terminal)) terminal.print(line);
  terminal.print('');
  for (const line of indicatorLines(reading.indicators, terminal)) terminal.print(line);
  for (const line of performanceLines(reading)) terminal.print(INDENT + terminal.paint('dim', line));
  terminal.print('');
}

function conclusionLines(
  conclusions: readonly Conclusion[],
  catalogue: Catalogue,
  terminal: Terminal,
): readonly string[] {
  const nameColumns =
    terminal.widthColumns - INDENT.length - 3 - CODE_COLUMNS - PERCENT_COLUMNS - 1 - BAR_COLUMNS;
  const rows = conclusions.slice(0, ENTRIES_SHOWN).map(({ condition, probability, evidence }, place) => {
    const entry = catalogue.find(condition);
    const name = entry?.text ?? condition;
    const isGuess = evidence === 'prior';
    return [
      '',
      String(place + 1),
      isGuess ? terminal.paint('dim', `${name} *`) : name,
      terminal.paint('dim', entry?.icd11?.code ?? ''),
      percentWords(probability),
      '',
      terminal.paint(entry?.flags.malignant ? 'yellow' : 'cyan', bar(probability, BAR_COLUMNS - 1)),
    ];
  });
  const widths = [INDENT.length, 3, nameColumns, CODE_COLUMNS, PERCENT_COLUMNS, 1, BAR_COLUMNS];
  const columns = widths.map((widthColumns, at) => ({
    widthColumns,
    align: at === 4 ? ('right' as const) : ('left' as const),
  }));
  const hasGuess = conclusions.slice(0, ENTRIES_SHOWN).some(({ evidence }) => evidence === 'prior');
  const note = `${INDENT}${terminal.paint('dim', '* from how common it is, not from the picture')}`;
  return [...setInColumns(rows, columns), ...(hasGuess ? [note] : [])];
}

function performanceLines({ performance, imageEvidence }: DifferentialPart): readonly string[] {
  const { sensitivity, specificity, entropy } = performance;
  const measured = [
    ...(sensitivity === null ? [] : [`sensitivity ${percentWords(sensitivity)}`]),
    ...(specificity === null ? [] : [`specificity ${percentWords(specificity)}`]),
  ];
  return [
    `image evidence ${percentWords(imageEvidence)}, entropy ${percentWords(entropy)}`,
    ...(measured.length > 0 ? [`the first label on validation: ${measured.join(', ')}`] : []),
  ];
}

const indicatorNames: readonly (readonly [keyof ClinicalIndicators, string])[] = [
  ['hasCondition', 'Any condition'],
  ['malignancy', 'Malignant'],
  ['pigmentedLesion', 'Pigmented'],
  ['urgentReferral', 'Urgent, 48 h'],
  ['highPriorityReferral', 'High, 15 days'],
];

function indicatorLines(indicators: ClinicalIndicators, terminal: Terminal): readonly string[] {
  const widthColumns = Math.floor((terminal.widthColumns - INDENT.length) / indicatorNames.length);
  const columns = [{ widthColumns: INDENT.length }, ...indicatorNames.map(() => ({ widthColumns }))];
  const names = indicatorNames.map(([, name]) => terminal.paint('dim', name));
  return setInColumns(
    [
      ['', ...names],
      ['', ...indicatorNames.map(([key]) => percentWords(indicators[key]))],
    ],
    columns,
  );
}

function printWarning(text: string, terminal: Terminal): void {
  const [first = '', ...more] = wrapWords(text, terminal.widthColumns - INDENT.length);
  terminal.print(`${terminal.paint('yellow', '!')} ${first}`);
  for (const line of more) terminal.print(INDENT + line);
}
