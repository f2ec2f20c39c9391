// SPDX-License-Identifier: Apache-2.0
import { sheet, styles } from './paper-style.ts';
import { printHeading } from './print-heading.ts';
import type { Printing } from './printing.ts';

/** Room for a question and its answer, in points. */
const ROOM_PT = 30;
const GAP_PT = 3;

/** No piece is taller than a page: measured with our own type. */
const PIECE_LETTERS = 2400;

/** Questions and answers as they came; nothing is cut short. */
export function printAnswers({ paper, record, words }: Printing): void {
  if (record.anamnesis.length === 0) return;
  paper.within('Sect', () => {
    printHeading(paper, words.say('pdf.answers.heading'), ROOM_PT);
    for (const { question, answer } of record.anamnesis) {
      const [first = '', ...more] = piecesOf(answer);
      const asked = piecesOf(question);
      paper.need(
        paper.heightOf(asked[0] ?? '', styles.label, sheet.innerPt) +
          paper.heightOf(first, styles.body, sheet.innerPt),
      );
      for (const piece of asked) paper.paragraph('P', piece, styles.label);
      for (const piece of [first, ...more]) paper.paragraph('P', piece, styles.body);
      paper.moveTo(paper.y + GAP_PT);
    }
  });
}

/** A long text in pieces, broken between words where there are any. */
export function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > PIECE_LETTERS) {
    const blank = rest.lastIndexOf(' ', PIECE_LETTERS);
    const end = blank > 0 ? blank : PIECE_LETTERS;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...pieces, rest];
}
