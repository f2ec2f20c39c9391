// SPDX-License-Identifier: Apache-2.0
import type { ReportHeatMap, ReportMedia } from '../record/report-record.ts';
import { layOutPictures, type PlacedPicture } from './lay-out-pictures.ts';
import { colours, sheet, styles } from './paper-style.ts';
import type { Box } from './pen.ts';
import { printHeading } from './print-heading.ts';
import { printedHeatMap } from './printed-media.ts';
import type { Printing } from './printing.ts';

/** A picture with what is said of it. */
export interface ShownPicture {
  readonly media: ReportMedia;
  readonly caption: string;
  readonly alt: string;
}

/** Around a note, below a row, and two lines of captions, in points: looked at in print. */
const INSET_PT = 4;
const BELOW_PT = 6;
const CAPTIONS_PT = 24;

/** Each photograph with its heat map beside it, then the context photograph. */
export function printPictures(printing: Printing): void {
  const { paper, record, words } = printing;
  const groups = [
    ...record.images.map((media, at) => photographOf(printing, media, at)),
    ...(record.contextImage === null ? [] : [[contextOf(printing, record.contextImage)]]),
  ];
  if (groups.length === 0) return;
  const { heightPt, rows } = layOutPictures(groups, sheet.innerPt);
  paper.within('Sect', () => {
    printHeading(paper, words.say('pdf.pictures.heading'), heightPt + CAPTIONS_PT);
    for (const row of rows) printRow(printing, row, heightPt);
  });
}

function photographOf(printing: Printing, media: ReportMedia, at: number): readonly ShownPicture[] {
  const { record, words } = printing;
  const name = words.say('pdf.photograph', at + 1);
  const isUsable = record.diagnosis.images[at]?.validity.isValid ?? true;
  const caption = isUsable ? name : words.pair(name, words.say('pdf.unusable'));
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

function printRow(printing: Printing, row: readonly PlacedPicture<ShownPicture>[], heightPt: number): void {
  const { paper } = printing;
  const heights = row.map(({ picture, width }) => fitInto({ width, height: heightPt }, picture.media).height);
  const captions = row.map(({ picture, width }) => paper.heightOf(picture.caption, styles.small, width));
  const tallest = Math.max(...heights);
  const below = tallest + Math.max(...captions) + BELOW_PT;
  paper.need(below);
  const top = paper.y;
  for (const { picture, x, width } of row)
    printPicture(printing, picture, { x: sheet.leftPt + x, y: top, width, height: tallest });
  paper.moveTo(top + below);
}

/** As large as it fits. */
function fitInto(
  { width, height }: Pick<Box, 'width' | 'height'>,
  { widthPx, heightPx }: ReportMedia,
): Pick<Box, 'width' | 'height'> {
  const scale = Math.min(width / Math.max(1, widthPx), height / Math.max(1, heightPx));
  return { width: widthPx * scale, height: heightPx * scale };
}

/** A picture at the left of the foot of its box, its caption below the box; a note where the picture is no longer kept. */
export function printPicture(
  { paper, pictures, words }: Pick<Printing, 'paper' | 'pictures' | 'words'>,
  { media, caption, alt }: ShownPicture,
  box: Box,
): void {
  const jpeg = pictures.get(media.id);
  if (jpeg === undefined) {
    paper.decorate((pen) => pen.fill(box, colours.track));
    const text = words.say('pdf.pictureGone');
    const inset = { x: box.x + INSET_PT, y: box.y + INSET_PT, width: box.width - 2 * INSET_PT };
    paper.print({ tag: 'P', text, style: styles.small, ...inset });
  } else {
    const own = fitInto(box, media);
    paper.picture(jpeg, { x: box.x, y: box.y + box.height - own.height, ...own }, alt);
  }
  if (caption === '') return;
  const below = { x: box.x, y: box.y + box.height + 1, width: box.width };
  paper.print({ tag: 'Caption', text: caption, style: styles.small, ...below });
}
