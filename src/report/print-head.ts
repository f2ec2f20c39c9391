// SPDX-License-Identifier: Apache-2.0
import { timeText } from './figures.ts';
import { colours, sheet, styles } from './paper-style.ts';
import type { Printing } from './printing.ts';
import { qrMatrix } from './qr-matrix.ts';

/** Side of the QR code, and what is left blank beside it, in points: about 30 mm, as phones read it off paper. */
const QR_PT = 84;
const QR_GAP_PT = 18;
const GAP_PT = 6;

/** What the head of one kind of report says. */
interface HeadTexts {
  readonly title: string;
  readonly lead: string;
  /** Of the way back. */
  readonly open: string;
}

/** Whose report it is, of what, from when; with the way back to it. */
export function printHead(printing: Printing, texts: HeadTexts): void {
  const { paper, company, words } = printing;
  const code = printing.link === null ? undefined : qrMatrix(printing.link);
  const width = sheet.innerPt - (code === undefined ? 0 : QR_PT + QR_GAP_PT);
  const top = paper.y;
  const print = (tag: 'H1' | 'P', text: string, style: (typeof styles)[keyof typeof styles]) =>
    paper.moveTo(paper.y + paper.print({ tag, text, style, x: sheet.leftPt, y: paper.y, width }));
  print('P', company.name, styles.strong);
  print('H1', texts.title, styles.title);
  print('P', `${words.say('pdf.preliminary')}. ${texts.lead}`, styles.small);
  paper.moveTo(paper.y + GAP_PT);
  printFacts(printing, width);
  if (code !== undefined) printCode(printing, code, top);
  if (printing.link !== null)
    printLink(printing, texts.open, code === undefined ? undefined : top + QR_PT + 2);
  paper.moveTo(paper.y + GAP_PT);
  paper.decorate((pen) =>
    pen.fill({ x: sheet.leftPt, y: paper.y, width: sheet.innerPt, height: 1 }, colours.line),
  );
}

interface Fact {
  /** Key of its name. */
  readonly name: string;
  readonly text: string;
}

/** Width of a name, in points: the longest of five languages fits. */
const NAME_PT = 68;

/** In lines, a name before each. */
function printFacts(printing: Printing, width: number): void {
  const { paper, record, words } = printing;
  const lines: readonly (readonly Fact[])[] = [
    [
      { name: 'pdf.fact.visit', text: record.visitIdentifier ?? words.say('pdf.notGiven') },
      { name: 'pdf.fact.site', text: words.site(record.bodySite) },
    ],
    [
      { name: 'pdf.fact.made', text: timeText(record.createdAtMs) },
      { name: 'pdf.fact.printed', text: timeText(printing.issued) },
    ],
    [{ name: 'pdf.fact.report', text: record.id }],
  ];
  for (const line of lines) {
    const widthPt = width / line.length;
    const heights = line.map((fact, at) =>
      printFact(printing, fact, { x: sheet.leftPt + at * widthPt, widthPt }),
    );
    paper.moveTo(paper.y + Math.max(...heights) + 1);
  }
}

function printFact(
  { paper, words }: Printing,
  { name, text }: Fact,
  { x, widthPt }: { readonly x: number; readonly widthPt: number },
): number {
  const value = { x: x + NAME_PT, y: paper.y, width: widthPt - NAME_PT - GAP_PT };
  // The smaller name stands on the line of its value.
  const label = { x, y: paper.y + 1.8, width: NAME_PT };
  paper.print({ tag: 'P', text: words.say(name), style: styles.label, ...label });
  return paper.print({ tag: 'P', text, style: styles.body, ...value });
}

function printCode({ paper, words }: Printing, code: readonly (readonly boolean[])[], top: number): void {
  const side = QR_PT / code.length;
  const box = { x: sheet.rightPt - QR_PT, y: top, width: QR_PT, height: QR_PT };
  paper.figure(words.say('pdf.qr'), box, (pen) => {
    for (const [row, modules] of code.entries())
      for (const { from, length } of runsOf(modules))
        pen.fill(
          { x: box.x + from * side, y: box.y + row * side, width: length * side, height: side },
          colours.ink,
        );
  });
}

/** Dark modules side by side are drawn in one, so that no seam shows between them. */
function runsOf(modules: readonly boolean[]): readonly { readonly from: number; readonly length: number }[] {
  const starts = modules.flatMap((isDark, at) => (isDark && !modules[at - 1] ? [at] : []));
  return starts.map((from) => {
    const end = modules.indexOf(false, from);
    return { from, length: (end === -1 ? modules.length : end) - from };
  });
}

/** Below the code; below the facts where there is none. */
function printLink({ paper, link }: Printing, text: string, underCode: number | undefined): void {
  if (link === null) return;
  const style = {
    ...styles.small,
    colour: colours.accent,
    align: underCode === undefined ? 'left' : 'right',
  } as const;
  const width = QR_PT + QR_GAP_PT;
  const place =
    underCode === undefined
      ? { x: sheet.leftPt, y: paper.y, width: sheet.innerPt }
      : { x: sheet.rightPt - width, y: underCode, width };
  const height = paper.print({ tag: 'Link', text, style, ...place, link });
  paper.moveTo(Math.max(paper.y, place.y + height));
}
