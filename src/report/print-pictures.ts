// SPDX-License-Identifier: Apache-2.0
import type { ReportHeatMap, ReportMedia } from '../record/report-record.ts';
import type { Box } from './paper.ts';
import { colours, sheet, styles } from './paper-style.ts';
import { printHeading } from './print-heading.ts';
import { printedHeatMap } from './printed-media.ts';
import type { Printing } from './printing.ts';

/** A picture with what is said of it. */
export interface ShownPicture {
  readonly media: ReportMedia;
  readonly caption: string;
  readonly alt: string;
}

/** How photographs share the sheet: few are shown large, many small; heights in points, looked at in print. */
const layouts = [
  { upTo: 1, perRow: 1, heightPt: 150 },
  { upTo: 2, perRow: 2, heightPt: 116 },
  { upTo: 4, perRow: 2, heightPt: 92 },
  { upTo: 6, perRow: 3, heightPt: 74 },
  { upTo: Number.POSITIVE_INFINITY, perRow: 3, heightPt: 60 },
] as const;

/** A photograph, its heat map and the context photograph: a pair and a half, with the gap between them. */
const THREE_ABREAST = { perRow: 1.51, heightPt: 122 };

/** Between groups, inside a pair and below a row, in points: looked at in print. */
const GAP_PT = 10;
const PAIR_GAP_PT = 4;
const BELOW_PT = 6;

/** Each photograph with its heat map beside it, then the context photograph. */
export function printPictures(printing: Printing): void {
  const { paper, record, words } = printing;
  const groups = [
    ...record.images.map((media, at) => photographOf(printing, media, at)),
    ...(record.contextImage === null ? [] : [[contextOf(printing, record.contextImage)]]),
  ];
  if (groups.length === 0) return;
  const { perRow, heightPt } = layoutOf(groups);
  paper.within('Sect', () => {
    printHeading(paper, words.say('pdf.pictures.heading'), heightPt + GAP_PT);
    const abreast = Math.ceil(perRow);
    const rows = Array.from({ length: Math.ceil(groups.length / abreast) }, (_, row) =>
      groups.slice(row * abreast, (row + 1) * abreast),
    );
    for (const row of rows) printRow(printing, row, { perRow, heightPt });
  });
}

function layoutOf(groups: readonly (readonly ShownPicture[])[]): RowLayout {
  if (groups.length === 2 && groups.flat().length === 3) return THREE_ABREAST;
  const layout = layouts.find(({ upTo }) => groups.length <= upTo);
  if (layout === undefined) throw new Error(`Expected a layout for ${groups.length} photographs`);
  return layout;
}

function photographOf(printing: Printing, media: ReportMedia, at: number): readonly ShownPicture[] {
  const { record, words } = printing;
  const name = words.say('pdf.photograph', at + 1);
  const isUsable = record.diagnosis.images[at]?.validity.isValid ?? true;
  const caption = isUsable ? name : `${name}: ${words.say('pdf.unusable')}`;
  const heatMap = printedHeatMap(record, at);
  if (heatMap === undefined) return [{ media, caption, alt: name }];
  const shown = words.say('pdf.heatMap', conditionOf(printing, heatMap));
  const beside = { media: heatMap.media, caption: shown, alt: `${name}. ${shown}` };
  return [{ media, caption, alt: name }, beside];
}

function conditionOf({ words }: Printing, { condition }: ReportHeatMap): string {
  return condition === 'other' ? words.say('pdf.heatMap.other') : words.condition(condition).name;
}

function contextOf({ words }: Printing, media: ReportMedia): ShownPicture {
  const caption = words.say('pdf.context');
  return { media, caption, alt: caption };
}

interface RowLayout {
  readonly perRow: number;
  readonly heightPt: number;
}

function printRow(
  printing: Printing,
  groups: readonly (readonly ShownPicture[])[],
  { perRow, heightPt }: RowLayout,
): void {
  const { paper } = printing;
  const groupPt = (sheet.innerPt - GAP_PT * (perRow - 1)) / perRow;
  const width = (groupPt - PAIR_GAP_PT) / 2;
  const shown = groups.flatMap((group, at) =>
    group.map((picture, place) => ({
      picture,
      x: sheet.leftPt + at * (groupPt + GAP_PT) + place * (width + PAIR_GAP_PT),
    })),
  );
  const tallest = Math.max(...shown.map(({ picture }) => fittedHeight(picture.media, { width, heightPt })));
  const captions = shown.map(({ picture }) => paper.heightOf(picture.caption, styles.small, width));
  paper.need(tallest + Math.max(...captions) + BELOW_PT);
  const top = paper.y;
  for (const { picture, x } of shown) printPicture(printing, picture, { x, y: top, width, height: tallest });
  paper.moveTo(top + tallest + Math.max(...captions) + BELOW_PT);
}

function fittedHeight(
  media: ReportMedia,
  { width, heightPt }: { readonly width: number; readonly heightPt: number },
): number {
  return Math.min(heightPt, (width * media.heightPx) / Math.max(1, media.widthPx));
}

/** As large as it fits, at the left of its foot. */
function fitInto({ x, y, width, height }: Box, { widthPx, heightPx }: ReportMedia): Box {
  const scale = Math.min(width / Math.max(1, widthPx), height / Math.max(1, heightPx));
  const own = { width: widthPx * scale, height: heightPx * scale };
  return { x, y: y + height - own.height, ...own };
}

/** A picture inside its box, its caption below the box; a note where the picture is no longer kept. */
export function printPicture(
  { paper, pictures, words }: Pick<Printing, 'paper' | 'pictures' | 'words'>,
  { media, caption, alt }: ShownPicture,
  box: Box,
): void {
  const jpeg = pictures.get(media.id);
  if (jpeg === undefined) {
    paper.decorate((pen) => pen.fill(box, colours.track));
    const text = words.say('pdf.pictureGone');
    const inset = { x: box.x + PAIR_GAP_PT, y: box.y + PAIR_GAP_PT, width: box.width - 2 * PAIR_GAP_PT };
    paper.print({ tag: 'P', text, style: styles.small, ...inset });
  } else paper.picture(jpeg, fitInto(box, media), alt);
  if (caption === '') return;
  const below = { x: box.x, y: box.y + box.height + 1, width: box.width };
  paper.print({ tag: 'Caption', text: caption, style: styles.small, ...below });
}
