// SPDX-License-Identifier: Apache-2.0
import PDFDocument from 'pdfkit';
import { sheet, type TextStyle } from './paper-style.ts';
import { type Box, choose, createPen, LINE_GAP_PT, type Pen, setText, type TextPlace } from './pen.ts';
import { type Typefaces, tidyText } from './read-typefaces.ts';

/** What a screen reader is told that a part of the document is; names of PDF 1.7. */
export type Tag =
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Link'
  | 'Note';

export interface PrintedText extends TextPlace {
  readonly tag: Tag;
  readonly text: string;
  readonly style: TextStyle;
  /** Where a click leads. */
  readonly link?: string;
  /** For cells that head a row or a column. */
  readonly scope?: 'Row' | 'Column';
}

/** Sheets of paper, filled from the top. */
export interface Paper {
  /** How far down the page is filled, in points. */
  readonly y: number;
  moveTo(yPt: number): void;
  /** Turns the page where less than this is left. */
  need(heightPt: number): void;
  /** Everything that `draw` prints becomes a part of one element. */
  within(tag: Tag, draw: () => void): void;
  /** Prints a text and returns its height; the page stays filled as far as it was. */
  print(printed: PrintedText): number;
  /** Prints a text below what is there, over the whole width. */
  paragraph(tag: Tag, text: string, style: TextStyle): void;
  heightOf(text: string, style: TextStyle, width: number): number;
  /** Of a text on one line. */
  widthOf(text: string, style: TextStyle): number;
  /** A JPEG that fills a box of its own proportions. */
  picture(jpeg: Uint8Array, box: Box, alt: string): void;
  /** A drawing that means something, in words for whoever cannot see it. */
  figure(alt: string, box: Box, draw: (pen: Pen) => void): void;
  decorate(draw: (pen: Pen) => void): void;
  /** Ends the last page; `footer` is drawn on each. */
  finish(footer: (pen: Pen, page: number, pages: number) => void): Promise<Uint8Array>;
}

/** What the file says of itself. */
export interface PaperFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly creator: string;
  /** As in BCP 47. */
  readonly language: string;
  readonly atMs: number;
}

/** What an element of the structure is told beside its content; some of it is younger than the library's types. */
interface ElementOptions {
  readonly alt?: string;
  readonly bbox?: [number, number, number, number];
  readonly scope?: 'Row' | 'Column';
}

/** The one door to pdfkit. The same calls give the same bytes: the file's id is made from its facts. */
export function createPaper(facts: PaperFacts, typefaces: Typefaces): Paper {
  const doc = openDocument(facts, typefaces);
  const collected = collect(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const pen = createPen(doc);
  const elements = [root];
  let y: number = sheet.topPt;

  const add = (tag: string, options: ElementOptions, draw: () => void) =>
    elements.at(-1)?.add(doc.struct(tag, options, draw));
  const set = ({ tag, text, style, link, scope, ...place }: PrintedText) => {
    const options = { ...(scope !== undefined && { scope }) };
    add(tag, options, () => setText(doc, { text, style, ...place, ...(link !== undefined && { link }) }));
  };
  const paper: Paper = {
    get y() {
      return y;
    },
    moveTo(yPt) {
      y = yPt;
    },
    need(heightPt) {
      if (y + heightPt <= sheet.floorPt) return;
      doc.addPage();
      y = sheet.topPt;
    },
    within(tag, draw) {
      const element = doc.struct(tag);
      elements.at(-1)?.add(element);
      elements.push(element);
      draw();
      elements.pop();
      element.end();
    },
    print(printed) {
      set(printed);
      return paper.heightOf(printed.text, printed.style, printed.width);
    },
    paragraph(tag, text, style) {
      const height = paper.heightOf(text, style, sheet.innerPt);
      paper.need(height);
      set({ tag, text, style, x: sheet.leftPt, y, width: sheet.innerPt });
      y += height;
    },
    heightOf(text, style, width) {
      choose(doc, style);
      return doc.heightOfString(tidyText(text), { width, lineGap: LINE_GAP_PT });
    },
    widthOf(text, style) {
      choose(doc, style);
      return doc.widthOfString(tidyText(text));
    },
    picture(jpeg, box, alt) {
      const { x, y: top, width, height } = box;
      add('Figure', { alt, bbox: edgesOf(box) }, () => {
        doc.image(asBuffer(jpeg), x, top, { width, height });
      });
    },
    figure(alt, box, draw) {
      add('Figure', { alt, bbox: edgesOf(box) }, () => draw(pen));
    },
    decorate(draw) {
      asArtifact(doc, 'Layout', () => draw(pen));
    },
    finish(footer) {
      root.end();
      const { start, count } = doc.bufferedPageRange();
      for (let page = 0; page < count; page += 1) {
        doc.switchToPage(start + page);
        asArtifact(doc, 'Pagination', () => footer(pen, page + 1, count));
      }
      doc.end();
      return collected;
    },
  };
  return paper;
}

function openDocument(facts: PaperFacts, { regular, semiBold }: Typefaces): PDFKit.PDFDocument {
  const date = new Date(facts.atMs);
  const doc = new PDFDocument({
    size: [sheet.widthPt, sheet.heightPt],
    // Pages are turned by `need` alone.
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: facts.language,
    info: {
      Title: facts.title,
      Author: facts.author,
      Subject: facts.subject,
      Creator: facts.creator,
      CreationDate: date,
      ModDate: date,
    },
  });
  doc.registerFont('regular', asBuffer(regular));
  doc.registerFont('semiBold', asBuffer(semiBold));
  return doc;
}

function asArtifact(doc: PDFKit.PDFDocument, type: 'Layout' | 'Pagination', draw: () => void): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}

/** Left, top, right, bottom. */
function edgesOf({ x, y, width, height }: Box): [number, number, number, number] {
  return [x, y, x + width, y + height];
}

async function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of doc) pieces.push(piece);
  return Buffer.concat(pieces);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
