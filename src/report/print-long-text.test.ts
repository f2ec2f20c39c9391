// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { readPdf, squash } from '../../test/fixtures/read-pdf.ts';
import { createPaper, type Paper } from './paper.ts';
import { sheet, styles } from './paper-style.ts';
import { printLongText } from './print-long-text.ts';
import { readTypefaces } from './read-typefaces.ts';

const facts = { title: 'a', author: 'b', subject: 'c', creator: 'd', language: 'en', atMs: 0 };

/** A text on paper, and how far down each page but the last was filled. */
async function printText(text: string) {
  const paper = createPaper(facts, await readTypefaces());
  const ends: number[] = [];
  const need = (pt: number) => {
    const before = paper.y;
    paper.need(pt);
    if (paper.y < before) ends.push(before);
  };
  const watched: Paper = Object.create(paper, { need: { value: need } });
  printLongText(watched, text, styles.body);
  const linePt = paper.heightOf('x', styles.body, sheet.innerPt);
  return { ends, linePt, y: paper.y, read: await readPdf(await paper.finish(() => undefined)) };
}

const counted = (count: number, separator: string) =>
  Array.from({ length: count }, (_, at) => `word${at + 1000}`).join(separator);

describe('a long text', () => {
  it.each([
    ['with blanks', counted(3000, ' '), 1],
    ['with line breaks and many blanks', counted(3000, '\n   '), 1],
    ['with hyphens', counted(3000, ' half-way '), 2],
    ['without a blank', counted(3000, ''), 1],
  ])('fills its pages and loses nothing: %s', async (_what, text, lines) => {
    const { ends, linePt, read } = await printText(text);
    expect(read.text).toBe(squash(text));
    expect(ends).toHaveLength(read.pages.length - 1);
    expect(ends.length).toBeGreaterThan(2);
    for (const end of ends) {
      expect(end).toBeLessThanOrEqual(sheet.floorPt);
      expect(end).toBeGreaterThan(sheet.floorPt - (lines + 1) * linePt);
    }
  });

  it('is one paragraph where it fits, and none where it is empty', async () => {
    const short = await printText('Only a few words.');
    expect([short.read.pages[0]?.text, short.y]).toEqual(['Only a few words.', sheet.topPt + short.linePt]);
    expect((await printText(' \u0000 ')).y).toBe(sheet.topPt);
  });
});
