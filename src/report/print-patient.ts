// SPDX-License-Identifier: Apache-2.0

import { colours, sheet, styles } from './paper-style.ts';
import type { Box } from './pen.ts';
import { printAnswers } from './print-answers.ts';
import { printHead } from './print-head.ts';
import { printHeading } from './print-heading.ts';
import { printPicture } from './print-pictures.ts';
import { reasonsText } from './print-quality.ts';
import type { Printing } from './printing.ts';

const INSET_PT = 12;
const GAP_PT = 10;

/** A photograph and what is said of it, side by side; in points. Many photographs are shown smaller. */
const PICTURE_PT = 110;
const SMALL_PICTURE_PT = 62;
const MANY = 3;

/** No photograph is wider than this many times its height: upright and lying ones line up. */
const WIDEST = 1.4;

/**
 * A report for the person whose skin it is. It has no condition, no figure and no grade: any of them could be taken for an
 * all-clear, and no clinician has signed a policy of what software may say to whom. It always asks to be shown to one.
 */
export function printPatientReport(printing: Printing): void {
  const { paper, words } = printing;
  printHead(printing, {
    title: words.say('pdf.patient.title'),
    lead: words.say('pdf.patient.lead'),
    open: words.say('pdf.patient.open'),
  });
  printAdvice(printing);
  printSent(printing);
  printAnswers(printing);
  paper.within('Sect', () => {
    printHeading(paper, words.say('pdf.patient.results'), 3 * styles.body.sizePt);
    paper.paragraph('P', words.say('pdf.patient.resultsMore'), styles.body);
  });
}

/** What to do, and why, in a box. */
function printAdvice({ paper, record, words }: Printing): void {
  const width = sheet.innerPt - 2 * INSET_PT;
  const heading = words.say('pdf.patient.show');
  const style = { ...styles.body, sizePt: styles.heading.sizePt };
  const texts = [...reasonsOf({ record, words }), words.say('pdf.patient.urgent')];
  const heights = texts.map((text) => paper.heightOf(text, style, width) + 3);
  const headingPt = paper.heightOf(heading, styles.finding, width);
  const height = headingPt + heights.reduce((sum, each) => sum + each, 0) + 2 * INSET_PT;
  const box: Box = { x: sheet.leftPt, y: paper.y + GAP_PT, width: sheet.innerPt, height };
  paper.decorate((pen) => {
    pen.fill(box, colours.cautionPale);
    pen.fill({ ...box, width: 4 }, colours.caution);
  });
  const x = sheet.leftPt + INSET_PT;
  let y = box.y + INSET_PT;
  paper.within('Sect', () => {
    y += paper.print({ tag: 'H2', text: heading, style: styles.finding, x, y, width }) + 3;
    for (const text of texts) y += paper.print({ tag: 'P', text, style, x, y, width }) + 3;
  });
  paper.moveTo(box.y + height);
}

function reasonsOf({ record, words }: Pick<Printing, 'record' | 'words'>): readonly string[] {
  const isUnreadable = record.diagnosis.images.every(({ validity }) => !validity.isValid);
  const isAsked = record.severityOnly !== true;
  const isOpen = record.pathology === null || record.diagnosis.warnings.includes('outsideKnownConditions');
  return [
    ...(isUnreadable ? [words.say('pdf.patient.invalid')] : []),
    ...(!isUnreadable && isAsked && isOpen ? [words.say('pdf.patient.inconclusive')] : []),
    words.say('pdf.patient.policy'),
  ];
}

/** The photographs, each with what to change about it. */
function printSent(printing: Printing): void {
  const { paper, record, words } = printing;
  const side = record.images.length > MANY ? SMALL_PICTURE_PT : PICTURE_PT;
  if (record.images.length === 0) return;
  paper.within('Sect', () => {
    printHeading(paper, words.say('pdf.patient.pictures'), side);
    for (const [at, media] of record.images.entries()) {
      paper.need(side + GAP_PT);
      const top = paper.y;
      const width = Math.min(side * WIDEST, (side * media.widthPx) / Math.max(1, media.heightPx));
      const height = Math.min(side, (width * media.heightPx) / Math.max(1, media.widthPx));
      const name = words.say('pdf.photograph', at + 1);
      printPicture(printing, { media, caption: '', alt: name }, { x: sheet.leftPt, y: top, width, height });
      printBeside(printing, at, { x: sheet.leftPt + side * WIDEST + GAP_PT, y: top });
      paper.moveTo(top + height + GAP_PT);
    }
  });
}

function printBeside({ paper, record, words }: Printing, at: number, { x, y }: Pick<Box, 'x' | 'y'>): void {
  const validity = record.diagnosis.images[at]?.validity;
  const width = sheet.rightPt - x;
  const name = words.say('pdf.photograph', at + 1);
  const under = y + paper.print({ tag: 'P', text: name, style: styles.strong, x, y, width });
  if (validity === undefined) return;
  const read = words.say(validity.isValid ? 'pdf.patient.readable' : 'pdf.patient.unreadable');
  const reasons = reasonsText(validity.reasons, words);
  const retake = reasons === '' ? '' : ` ${words.say('pdf.patient.retake', reasons)}.`;
  paper.print({ tag: 'P', text: `${read}${retake}`, style: styles.body, x, y: under, width });
}
