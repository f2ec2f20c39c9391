// SPDX-License-Identifier: Apache-2.0
import type { ReadItem } from '../record/photograph-assessment.ts';
import type { ReportSeverity } from '../record/report-record.ts';
import { findItem, type ReadSeverity, readSeverity } from './band-table.ts';
import { numberText, percentText } from './figures.ts';
import { sheet, styles } from './paper-style.ts';
import { bandBarPt, printBandBar } from './print-band-bar.ts';
import { courseOf, coursePt, printCourse } from './print-course.ts';
import { printHeading } from './print-heading.ts';
import { printPicture } from './print-pictures.ts';
import { type Cell, type Column, printTable } from './print-table.ts';
import type { Printing } from './printing.ts';

/** Widths in points: figures to the left, the picture to the right. */
const FIGURES_PT = 350;
const PICTURE_PT = 143;
const PICTURE_HEIGHT_PT = 130;

/** The value and what it is of, and a row of the table, in points. */
const HEAD_PT = 34;
const ROW_PT = 15;

/** Widths in points, made to fill the figures' part. */
const columns: readonly Column[] = [
  { key: 'pdf.column.item', widthPt: 128 },
  { key: 'pdf.column.value', widthPt: 88 },
  { key: 'pdf.column.read', widthPt: 76 },
  { key: 'pdf.column.confidence', widthPt: 58, align: 'right' },
];

/** The same over the whole width, below the picture: a name on one line keeps a long table short. */
const wideColumns: readonly Column[] = [
  { key: 'pdf.column.item', widthPt: 230 },
  { key: 'pdf.column.value', widthPt: 120 },
  { key: 'pdf.column.read', widthPt: 87 },
  { key: 'pdf.column.confidence', widthPt: 70, align: 'right' },
];

/** More items than this reach below the picture: our own choice. */
const MANY_ITEMS = 8;

/** Every score of the report; nothing where none was counted. */
export function printSeverities(printing: Printing): void {
  for (const severity of printing.record.severities) printSeverity(printing, severity);
}

/** Whether the first score finds room on this page. */
export function fitsSeverities(printing: Printing): boolean {
  const [first] = printing.record.severities;
  if (first === undefined) return true;
  const room = roomFor(printing, first, cautionsOf(printing, first, readSeverity(first)));
  const course = printing.earlier.has(first.score.form) ? coursePt : 0;
  return printing.paper.y + HEAD_PT + room + course <= sheet.floorPt;
}

function printSeverity(printing: Printing, severity: ReportSeverity): void {
  const { paper, words } = printing;
  const read = readSeverity(severity);
  paper.within('Sect', () => {
    const title = titleOf(printing, severity.score.code);
    const cautions = cautionsOf(printing, severity, read);
    printHeading(
      paper,
      words.pair(words.say('pdf.severity.heading'), title),
      roomFor(printing, severity, cautions),
    );
    const top = paper.y;
    const isBeside = severity.media !== null;
    if (severity.media !== null) printMarked(printing, severity, top);
    printFigures(printing, severity, read);
    if (isBeside) paper.moveTo(Math.max(paper.y, top + PICTURE_HEIGHT_PT));
    for (const text of cautions) paper.paragraph('P', text, styles.small);
    const course = courseOf(printing, severity, read);
    if (course !== undefined) printCourse(printing, course);
  });
}

/** Reports call acne's score by another name. @source the compatible API's printed example */
function titleOf({ words }: Printing, code: string): string {
  if (code === 'aladin') return `${words.say('report.alegi.title')} (ALEGI)`;
  return words.sayCode(`${code}.title`, code.toUpperCase());
}

/** A score is kept on one page where it can be. */
function roomFor({ paper }: Printing, { score }: ReportSeverity, cautions: readonly string[]): number {
  const rows = Object.keys(score.items).length + 1;
  const table = rows * ROW_PT;
  const besidePt = rows > MANY_ITEMS ? HEAD_PT + bandBarPt : HEAD_PT + bandBarPt + table;
  const figures = Math.max(PICTURE_HEIGHT_PT, besidePt) + (rows > MANY_ITEMS ? table : 0);
  const below = cautions.map((text) => paper.heightOf(text, styles.small, sheet.innerPt));
  return Math.min(sheet.floorPt / 2, figures + below.reduce((sum, height) => sum + height, 0));
}

function printMarked({ paper, pictures, words }: Printing, severity: ReportSeverity, top: number): void {
  if (severity.media === null) return;
  const { widthPx, heightPx } = severity.media;
  const caption = words.say('pdf.severity.picture', severity.imageIndex + 1);
  const captionPt = paper.heightOf(caption, styles.small, PICTURE_PT);
  const height = Math.min(PICTURE_HEIGHT_PT - captionPt, (PICTURE_PT * heightPx) / Math.max(1, widthPx));
  const box = { x: sheet.rightPt - PICTURE_PT, y: top, width: PICTURE_PT, height };
  printPicture({ paper, pictures, words }, { media: severity.media, caption, alt: caption }, box);
}

function printFigures(printing: Printing, severity: ReportSeverity, read: ReadSeverity | undefined): void {
  const { paper, words } = printing;
  const { score, condition, imageIndex } = severity;
  const { name } = words.condition(condition);
  const place = { x: sheet.leftPt, width: FIGURES_PT };
  const top = paper.y;
  const value = numberText(score.value, words.locale);
  const band = score.category === null ? '' : `, ${words.sayCode(`band.${score.category}`)}`;
  const of = `${words.say('pdf.severity.for', name)}. ${words.say('pdf.severity.readOff', imageIndex + 1)}.`;
  paper.moveTo(
    paper.y + paper.print({ tag: 'P', text: `${value}${band}`, style: styles.finding, y: paper.y, ...place }),
  );
  paper.moveTo(paper.y + paper.print({ tag: 'P', text: of, style: styles.small, y: paper.y, ...place }));
  if (read !== undefined) printBandBar(printing, { score, bands: read.bands ?? [] }, place);
  const rows = Object.entries(score.items).map(([code, item]) => toRow(printing, { code, item, read }));
  if (rows.length > MANY_ITEMS) paper.moveTo(Math.max(paper.y, top + PICTURE_HEIGHT_PT));
  if (rows.length > 0)
    printTable(printing, { columns: rows.length > MANY_ITEMS ? wideColumns : columns, rows });
  const beside = Object.entries(score.components).map(([name, figure]) =>
    words.pair(words.sayCode(`component.${name}`), numberText(figure, words.locale)),
  );
  if (beside.length === 0) return;
  const text = `${beside.join('. ')}.`;
  paper.moveTo(paper.y + paper.print({ tag: 'P', text, style: styles.small, y: paper.y, ...place }));
}

interface RowOf {
  readonly code: string;
  readonly item: ReadItem;
  readonly read: ReadSeverity | undefined;
}

/** How a value came about, with the keys of the words. */
const methods = {
  learned: 'pdf.method.learned',
  measured: 'pdf.method.measured',
  answer: 'pdf.method.answer',
} as const;

function toRow({ words }: Printing, { code, item, read }: RowOf): Cell[] {
  const asked = read === undefined ? undefined : findItem(read, code);
  return [
    { text: asked === undefined ? code : words.sayCode(asked.label), style: styles.body, isHead: true },
    { text: answerText({ words }, item.value, asked), style: styles.body },
    { text: words.say(methods[item.method ?? 'answer']), style: styles.body },
    { text: item.confidence === null ? '–' : percentText(item.confidence, words.locale), style: styles.body },
  ];
}

/** The number, with its word where the scale has one. */
function answerText(
  { words }: Pick<Printing, 'words'>,
  value: number,
  asked: ReturnType<typeof findItem>,
): string {
  const number = numberText(value, words.locale);
  if (asked === undefined) return number;
  if (asked.kind === 'measure') return words.sayCode(asked.display).replace('{value}', number);
  const option = asked.options.find((each) => each.value === value);
  return option === undefined ? number : words.pair(number, words.sayCode(option.label));
}

/** What keeps the score from being taken at its word. */
function cautionsOf({ words }: Printing, { score, forced }: ReportSeverity, read: ReadSeverity | undefined) {
  const isMeasured = Object.values(score.items).some(({ method }) => method === 'measured');
  return [
    ...(forced ? [words.say('pdf.severity.forced')] : []),
    ...score.warnings.map((code) => words.sayCode(`warning.${code}`)),
    ...(isMeasured ? [words.say('pdf.severity.measured')] : []),
    ...(read === undefined ? [] : [words.sayCode(`${score.code}.notFor`)]),
    ...(read?.system.validated === false ? [words.say('cli.notValidated')] : []),
    ...(read?.bands?.length === 0 ? [words.say('cli.noBands')] : []),
    ...(read?.system.bands?.basis === 'localConvention' ? [words.say('cli.localConvention')] : []),
  ];
}
