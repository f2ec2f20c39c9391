// SPDX-License-Identifier: Apache-2.0
import type { Paper } from './paper.ts';
import { sheet, type TextStyle } from './paper-style.ts';
import { tidyText } from './read-typefaces.ts';

/** What is left for the next page where a height was guessed too low. Our own choice. */
const SHORTER = 0.9;

/** Left free at the end of a line inside a word, in points: letters side by side may be wider than each alone. */
const SPARE_PT = 2;

/** Prints a text of any length below what is there: each page takes as many whole lines as find room on it. */
export function printLongText(paper: Paper, text: string, style: TextStyle): void {
  const widthOf = (run: string) => paper.widthOf(run, style);
  const heightOf = (runs: readonly Run[]) => paper.heightOf(join(runs), style, sheet.innerPt);
  const linePt = paper.heightOf('x', style, sheet.innerPt);
  const blankPt = widthOf('x x') - widthOf('xx');
  let rest = runsOf(text, widthOf);
  while (rest.length > 0) {
    paper.need(linePt);
    const roomPt = sheet.floorPt - paper.y;
    let count = countFitting(rest, { blankPt, lines: Math.floor(roomPt / linePt) });
    while (count > 1 && heightOf(rest.slice(0, count)) > roomPt) count = Math.floor(count * SHORTER);
    paper.paragraph('P', join(rest.slice(0, count)), style);
    rest = rest.slice(count);
  }
}

/** A word, or as much of a longer one as a line has room for; its width in points. */
interface Run {
  readonly text: string;
  readonly width: number;
}

function join(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join(' ');
}

function runsOf(text: string, widthOf: (run: string) => number): readonly Run[] {
  return tidyText(text)
    .split(/ +/)
    .flatMap((word) => {
      const width = widthOf(word);
      return width <= sheet.innerPt ? [{ text: word, width }] : cutToLines(word, widthOf);
    })
    .filter((run) => run.text !== '');
}

/** pdfkit can break words itself, in a time that grows with the square of their length. */
function cutToLines(word: string, widthOf: (run: string) => number): readonly Run[] {
  const runs: Run[] = [];
  let run: Run = { text: '', width: 0 };
  for (const letter of word) {
    const width = widthOf(letter);
    if (run.width + width > sheet.innerPt - SPARE_PT) {
      runs.push(run);
      run = { text: '', width: 0 };
    }
    run = { text: run.text + letter, width: run.width + width };
  }
  return [...runs, run];
}

/** How many runs so many lines take; one at least. */
function countFitting(
  runs: readonly Run[],
  { blankPt, lines }: { readonly blankPt: number; readonly lines: number },
): number {
  let line = 1;
  let x = 0;
  for (const [at, { width }] of runs.entries()) {
    if (x > 0 && x + width > sheet.innerPt) {
      line += 1;
      x = 0;
    }
    if (line > lines) return Math.max(1, at);
    x += width + blankPt;
  }
  return runs.length;
}
