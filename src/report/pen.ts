// SPDX-License-Identifier: Apache-2.0
import type { TextStyle } from './paper-style.ts';
import { tidyText } from './read-typefaces.ts';

/** A place on the page, in points from its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** What a pen can do; drawn things carry no meaning of their own and are skipped by screen readers. */
export interface Pen {
  fill(box: Box, colour: string, cornerPt?: number): void;
  outline(box: Box, colour: string): void;
  /** A line through all places. */
  stroke(places: readonly { readonly x: number; readonly y: number }[], colour: string): void;
  /** A filled triangle that points down to `x`, `y`. */
  pointer(place: { readonly x: number; readonly y: number }, colour: string): void;
  text(text: string, place: TextPlace, style: TextStyle): void;
  /** The same on one line, with an ellipsis where it is too long. */
  line(text: string, place: TextPlace, style: TextStyle): void;
}

/** Between two lines, in points: the typeface leaves more room than a dense sheet needs. Looked at in print. */
export const LINE_GAP_PT = -0.8;

/** A drawn line, in points: our own choice, looked at in print. */
const STROKE_PT = 1.2;

export function createPen(doc: PDFKit.PDFDocument): Pen {
  return {
    fill({ x, y, width, height }, colour, cornerPt = 0) {
      // A corner wider than the shape would turn it inside out.
      doc.roundedRect(x, y, width, height, Math.min(cornerPt, width / 2, height / 2)).fill(colour);
    },
    outline({ x, y, width, height }, colour) {
      doc.lineWidth(0.5).rect(x, y, width, height).stroke(colour);
    },
    stroke([first, ...places], colour) {
      if (first === undefined) return;
      doc.lineWidth(STROKE_PT).moveTo(first.x, first.y);
      for (const { x, y } of places) doc.lineTo(x, y);
      doc.stroke(colour);
    },
    pointer({ x, y }, colour) {
      const half = 4;
      doc.polygon([x, y], [x - half, y - 2 * half + 1], [x + half, y - 2 * half + 1]).fill(colour);
    },
    text(text, place, style) {
      setText(doc, { text, style, ...place });
    },
    line(text, place, style) {
      setText(doc, { text, style, ...place, isOneLine: true });
    },
  };
}

interface SetText extends TextPlace {
  readonly text: string;
  readonly style: TextStyle;
  readonly link?: string;
  readonly isOneLine?: true;
}

/** A text inside its place, as pdfkit breaks it. */
export function setText(
  doc: PDFKit.PDFDocument,
  { text, style, x, y, width, link, isOneLine }: SetText,
): void {
  choose(doc, style);
  const cut = isOneLine ? { height: doc.currentLineHeight(), ellipsis: true } : {};
  const shown = { width, lineGap: LINE_GAP_PT, align: style.align ?? 'left', ...cut } as const;
  doc.fillColor(style.colour).text(tidyText(text), x, y, { ...shown, ...(link !== undefined && { link }) });
}

/** Everything that is set or measured from now on has this style. */
export function choose(doc: PDFKit.PDFDocument, { face, sizePt }: TextStyle): void {
  doc.font(face).fontSize(sizePt);
}
