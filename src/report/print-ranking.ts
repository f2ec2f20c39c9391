// SPDX-License-Identifier: Apache-2.0
import type { Conclusion } from '../record/diagnosis.ts';
import { percentText } from './figures.ts';
import { colours, sheet, styles } from './paper-style.ts';
import { printHeading } from './print-heading.ts';
import { type Cell, type Column, printTable } from './print-table.ts';
import type { Printing } from './printing.ts';

/** As many entries as have a heat map in the compatible answer: our own choice. */
const SHOWN_ENTRIES = 5;

/** Widths in points, made to fill the sheet. */
const columns: readonly Column[] = [
  { key: 'pdf.column.rank', widthPt: 34 },
  { key: 'pdf.column.condition', widthPt: 168 },
  { key: 'pdf.column.code', widthPt: 66 },
  { key: 'pdf.column.probability', widthPt: 86, align: 'right' },
  { key: '', widthPt: 91 },
  { key: 'pdf.column.evidence', widthPt: 62 },
];

/** Height of a bar and the blank beside it, in points. */
const BAR_PT = 6;
const BAR_INSET_PT = 4;

/** Room for a heading and three rows. */
const ROOM_PT = 70;

/** The first entries of the differential with their bars, and what a number from frequency is worth. */
export function printRanking(printing: Printing): void {
  const { paper, record, words } = printing;
  const { conclusions } = record.diagnosis;
  const shown = conclusions.slice(0, SHOWN_ENTRIES);
  paper.within('Sect', () => {
    printHeading(paper, words.say('pdf.ranking.heading'), ROOM_PT);
    paper.paragraph('P', words.say('pdf.ranking.lead', conclusions.length), styles.small);
    printTable(printing, { columns, rows: shown.map((each, at) => toRow(each, at, printing)) });
    if (shown.some(({ evidence }) => evidence === 'prior'))
      paper.paragraph('P', words.say('pdf.ranking.prior'), styles.small);
  });
}

function toRow({ condition, probability, evidence }: Conclusion, at: number, { words }: Printing): Cell[] {
  const { name, code } = words.condition(condition);
  const style = at === 0 ? styles.strong : styles.body;
  const isImage = evidence === 'image';
  return [
    { text: String(at + 1), style: styles.body },
    { text: name, style, isHead: true },
    { text: code ?? '', style: styles.body },
    { text: percentText(probability, words.locale), style },
    {
      text: '',
      style: styles.body,
      // Hollow where only the prior speaks: the shapes differ without colour.
      draw: (pen, box) => {
        const middle = { x: box.x + BAR_INSET_PT, y: box.y + (box.height - BAR_PT) / 2 };
        const bar = { ...middle, width: box.width - 3 * BAR_INSET_PT, height: BAR_PT };
        pen.fill(bar, colours.track);
        const filled = { ...bar, width: Math.max(0.5, bar.width * probability) };
        pen.fill(filled, isImage ? colours.accent : colours.white);
        if (!isImage) pen.outline(filled, colours.accent);
      },
    },
    { text: words.say(isImage ? 'pdf.evidence.image' : 'pdf.evidence.prior'), style: styles.body },
  ];
}

/** Sums over flagged entries, with the keys of their names. */
const indicators = {
  malignancy: 'pdf.indicator.malignancy',
  urgentReferral: 'pdf.indicator.urgentReferral',
  highPriorityReferral: 'pdf.indicator.highPriorityReferral',
  pigmentedLesion: 'pdf.indicator.pigmentedLesion',
  hasCondition: 'pdf.indicator.hasCondition',
} as const;

/** Between two indicators, and what a line of them takes, in points: looked at in print. */
const BLOCK_GAP_PT = 10;
const BLOCK_PT = 62;

/** The five sums side by side, each with a bar. */
export function printIndicators({ paper, record, words }: Printing): void {
  paper.within('Sect', () => {
    printHeading(paper, words.say('pdf.indicator.heading'), BLOCK_PT);
    paper.paragraph('P', words.say('pdf.indicator.lead'), styles.small);
    const names = Object.entries(indicators);
    const width = (sheet.innerPt - BLOCK_GAP_PT * (names.length - 1)) / names.length;
    const labelPt = Math.max(...names.map(([, key]) => paper.heightOf(words.say(key), styles.label, width)));
    const top = paper.y + 3;
    paper.within('L', () => {
      for (const [at, [name, key]] of names.entries()) {
        const share = shareOf(record.diagnosis.indicators, name);
        const x = sheet.leftPt + at * (width + BLOCK_GAP_PT);
        const figure = words.pair(words.say(key), percentText(share, words.locale));
        paper.within('LI', () => {
          paper.print({ tag: 'LBody', text: words.say(key), style: styles.label, x, y: top, width });
          const y = top + labelPt;
          const text = percentText(share, words.locale);
          const height = paper.print({ tag: 'LBody', text, style: styles.strong, x, y, width });
          const bar = { x, y: y + height + 1, width, height: 4 };
          paper.figure(figure, bar, (pen) => {
            pen.fill(bar, colours.track);
            pen.fill({ ...bar, width: Math.max(0.5, width * share) }, colours.accent);
          });
          paper.moveTo(bar.y + bar.height + 4);
        });
      }
    });
  });
}

function shareOf(all: Printing['record']['diagnosis']['indicators'], name: string): number {
  return Object.entries(all).find(([each]) => each === name)?.[1] ?? 0;
}
