// SPDX-License-Identifier: Apache-2.0

/** A picture in pixels: only the proportion counts. */
export interface SizedPicture {
  readonly media: { readonly widthPx: number; readonly heightPx: number };
}

/** Pictures that belong side by side: a photograph with its heat map, or one alone. */
type Group<Picture> = readonly Picture[];

/** A picture and its place in its row, in points. */
export interface PlacedPicture<Picture> {
  readonly picture: Picture;
  readonly x: number;
  readonly width: number;
}

/** Rows from the top, all of one height, in points. */
export interface PictureRows<Picture> {
  readonly heightPt: number;
  readonly rows: readonly (readonly PlacedPicture<Picture>[])[];
}

/** Between groups and inside a group, in points: looked at in print. */
const GAP_PT = 10;
const PAIR_GAP_PT = 4;

/** Heights that are tried, in points: from three ordinary pictures abreast to six. Our own convention. */
const MOST_PT = 120;
const LEAST_PT = 58;

/** What all rows may take, and a caption, in points: our own convention, looked at in print. */
const ROOM_PT = 320;
const CAPTION_PT = 18;

/** A caption needs this much beside the next one, in points: looked at in five languages. */
const LEAST_WIDTH_PT = 64;

/** Pictures as large, and rows as full, as both can be had; one alone shares its row where it can. */
export function layOutPictures<Picture extends SizedPicture>(
  groups: readonly Group<Picture>[],
  widthPt: number,
): PictureRows<Picture> {
  const heights = Array.from({ length: MOST_PT - LEAST_PT + 1 }, (_, more) => LEAST_PT + more);
  const tried = heights.map((heightPt) => {
    const rows = fillRows(groups, { heightPt, widthPt }).map((row) => placeRow(row, { heightPt, widthPt }));
    return { heightPt, rows, worth: heightPt * filledShare(rows, { heightPt, widthPt }) };
  });
  return tried.reduce((best, each) => (each.worth > best.worth ? each : best));
}

interface Frame {
  readonly heightPt: number;
  readonly widthPt: number;
}

/** As many groups in a row as there is room for. */
function fillRows<Picture extends SizedPicture>(
  groups: readonly Group<Picture>[],
  frame: Frame,
): readonly (readonly Group<Picture>[])[] {
  const rows: Group<Picture>[][] = [];
  const fits = (row: readonly Group<Picture>[]) => lengthOf(placeRow(row, frame)) <= frame.widthPt;
  for (const group of groups) {
    const row = rows.at(-1);
    if (row !== undefined && fits([...row, group])) row.push(group);
    else rows.push([group]);
  }
  const [before = [], last = []] = rows.slice(-2);
  if (last.length === 1 && last[0]?.length === 1 && before.length > 1) last.unshift(...before.splice(-1));
  return rows;
}

/** Of the width of all rows; nothing where they take too much of the sheet. */
function filledShare(
  rows: readonly (readonly PlacedPicture<unknown>[])[],
  { heightPt, widthPt }: Frame,
): number {
  if (rows.length * (heightPt + CAPTION_PT) > ROOM_PT) return 0;
  return rows.reduce((sum, row) => sum + lengthOf(row), 0) / (rows.length * widthPt);
}

function placeRow<Picture extends SizedPicture>(
  row: readonly Group<Picture>[],
  frame: Frame,
): readonly PlacedPicture<Picture>[] {
  let x = 0;
  return row.flatMap((group) => {
    const placed = group.map((picture) => {
      const place = { picture, x, width: widthOf(picture, frame) };
      x += place.width + PAIR_GAP_PT;
      return place;
    });
    x += GAP_PT - PAIR_GAP_PT;
    return placed;
  });
}

function lengthOf(row: readonly PlacedPicture<unknown>[]): number {
  const last = row.at(-1);
  return last === undefined ? 0 : last.x + last.width;
}

/** Room for a caption at least, and never more than lets a pair and one more stand in a row. */
function widthOf({ media: { widthPx, heightPx } }: SizedPicture, { heightPt, widthPt }: Frame): number {
  const own = (heightPt * widthPx) / Math.max(1, heightPx);
  return Math.min(Math.max(own, LEAST_WIDTH_PT), (widthPt - PAIR_GAP_PT - GAP_PT) / 3);
}
