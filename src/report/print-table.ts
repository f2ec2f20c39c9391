// SPDX-License-Identifier: Apache-2.0
import type { PrintedText } from './paper.ts';
import { colours, sheet, styles, type TextStyle } from './paper-style.ts';
import type { Box, Pen } from './pen.ts';
import type { Printing } from './printing.ts';

export interface Column {
  /** Of the catalogue; empty for a column that is drawn, which no screen reader meets. */
  readonly key: string;
  readonly widthPt: number;
  readonly align?: 'right';
}

export interface Cell {
  readonly text: string;
  readonly style: TextStyle;
  /** It names the row. */
  readonly isHead?: true;
  /** What is drawn instead of a text, and says nothing that the row does not say. */
  draw?(pen: Pen, box: Box): void;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** From the left edge of the sheet; the margin unless said. */
  readonly x?: number;
}

type Sheet = Pick<Printing, 'paper' | 'words'>;

/** Above and below a text of a row, and to its right, in points. */
const PADDING_PT = 1.4;
const GUTTER_PT = 6;

/** Under the heads and under each row, in points: fine, and still there after a fax. */
const HEAD_LINE_PT = 0.8;
const LINE_PT = 0.4;

/** A table with a line of heads, which a new page repeats for the eye. */
export function printTable(printing: Sheet, table: Table): void {
  const { paper, words } = printing;
  const heads = table.columns.map(({ key }) => (key === '' ? '' : words.say(key)));
  const line = heads.map((text): Cell => ({ text, style: styles.label }));
  paper.moveTo(paper.y + PADDING_PT);
  paper.within('Table', () => {
    printRow(printing, line, { table, isHead: true });
    for (const row of table.rows) {
      const before = paper.y;
      paper.need(heightOf(printing, row, table));
      if (paper.y < before) printRow(printing, line, { table, isHead: true, isRepeated: true });
      printRow(printing, row, { table, isHead: false });
    }
  });
  paper.moveTo(paper.y + PADDING_PT);
}

function heightOf({ paper }: Sheet, row: readonly Cell[], { columns }: Table): number {
  const heights = row.map(({ text, style }, at) =>
    paper.heightOf(text === '' ? ' ' : text, style, (columns[at]?.widthPt ?? 0) - GUTTER_PT),
  );
  return Math.max(...heights) + 2 * PADDING_PT;
}

interface RowOptions {
  readonly table: Table;
  readonly isHead: boolean;
  /** For the eye alone: a screen reader has said it. */
  readonly isRepeated?: true;
}

function printRow(printing: Sheet, row: readonly Cell[], { table, isHead, isRepeated }: RowOptions): void {
  const { paper } = printing;
  const height = heightOf(printing, row, table);
  const left = table.x ?? sheet.leftPt;
  const widthPt = table.columns.reduce((sum, column) => sum + column.widthPt, 0);
  const thickness = isHead ? HEAD_LINE_PT : LINE_PT;
  const line = { x: left, y: paper.y + height, width: widthPt, height: thickness };
  paper.decorate((pen) => {
    pen.fill(line, isHead ? colours.muted : colours.line);
    for (const [at, { draw }] of row.entries()) draw?.(pen, boxOf(table, at, { y: paper.y, height }));
  });
  const texts = row.flatMap((cell, at) => toText(cell, { table, isHead, at, y: paper.y }));
  if (isRepeated)
    paper.decorate((pen) => {
      for (const { text, style, ...place } of texts) pen.text(text, place, style);
    });
  else
    paper.within('TR', () => {
      for (const text of texts) paper.print(text);
    });
  paper.moveTo(paper.y + height);
}

/** Nothing in a column that is drawn. */
function toText(
  { text, style, isHead: namesRow }: Cell,
  { table, isHead, at, y }: RowOptions & { readonly at: number; readonly y: number },
): readonly PrintedText[] {
  const { key, align } = table.columns[at] ?? { key: '' };
  if (key === '') return [];
  const box = boxOf(table, at, { y, height: 0 });
  return [
    {
      tag: isHead || namesRow ? 'TH' : 'TD',
      text,
      style: align === undefined ? style : { ...style, align },
      x: box.x,
      y: y + PADDING_PT,
      width: box.width - GUTTER_PT,
      ...(isHead ? { scope: 'Column' as const } : namesRow ? { scope: 'Row' as const } : {}),
    },
  ];
}

function boxOf({ columns, x }: Table, at: number, rows: Pick<Box, 'y' | 'height'>): Box {
  const before = columns.slice(0, at).reduce((sum, column) => sum + column.widthPt, 0);
  return { x: (x ?? sheet.leftPt) + before, width: columns[at]?.widthPt ?? 0, ...rows };
}
