// SPDX-License-Identifier: Apache-2.0
import type { Paper } from './paper.ts';
import { sheet, styles } from './paper-style.ts';
import { printHeading } from './print-heading.ts';
import { printLongText } from './print-long-text.ts';
import type { Printing } from './printing.ts';

/** Room for a question and its answer, and between two of them, in points. */
const ROOM_PT = 30;
const GAP_PT = 3;

/** A question and an answer of no more than this together, about five lines, are kept on one page: our own choice. */
const KEPT_LETTERS = 500;

/** Questions and answers as they came; nothing is cut short. */
export function printAnswers({ paper, record, words }: Printing): void {
  if (record.anamnesis.length === 0) return;
  paper.within('Sect', () => {
    printHeading(paper, words.say('pdf.answers.heading'), ROOM_PT);
    for (const { question, answer } of record.anamnesis) {
      paper.need(keptPt(paper, question, answer));
      printLongText(paper, question, styles.label);
      printLongText(paper, answer, styles.body);
      paper.moveTo(paper.y + GAP_PT);
    }
  });
}

function keptPt(paper: Paper, question: string, answer: string): number {
  if (question.length + answer.length > KEPT_LETTERS) return ROOM_PT;
  const asked = paper.heightOf(question, styles.label, sheet.innerPt);
  return asked + paper.heightOf(answer, styles.body, sheet.innerPt);
}
