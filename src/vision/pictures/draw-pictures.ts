// SPDX-License-Identifier: Apache-2.0

import type { PictureSize } from '../../quality/choose-working-size.ts';
import type { JpegImage } from '../../record/image-analysis.ts';
import type { Detection, NamedPicture } from '../../record/severity-reading.ts';
import { decodeWhole } from '../decode-image.ts';
import { encodeJpeg } from '../encode-image.ts';
import type { EyeFinding, NamedMask } from '../eyes/eye.ts';
import { drawBoxes } from './draw-boxes.ts';
import { drawOutline } from './draw-outline.ts';
import { enlargeMask } from './enlarge-mask.ts';
import { drawBinaryMask, drawRawMask } from './enlarge-pictures.ts';
import { lineColours } from './line-style.ts';

/** The photograph as it was sent, already read once without a fault, and its upright size. */
export interface PhotographToDrawOn {
  readonly bytes: Uint8Array;
  readonly full: PictureSize;
}

/** Pictures of one level all over, by that level: most masks of a wound are empty, and one picture serves them all. */
type FlatPictures = Map<number, Promise<JpegImage>>;

function drawFlat(flat: FlatPictures, level: number, { widthPx, heightPx }: PictureSize): Promise<JpegImage> {
  const known = flat.get(level);
  if (known) return known;
  const values = new Uint8Array(widthPx * heightPx).fill(level);
  const drawn = drawRawMask({ values, widthPx, heightPx });
  flat.set(level, drawn);
  return drawn;
}

/** Cut after it was enlarged, so that its edge is smooth. */
async function drawMask(
  { stem, mask, presentFrom }: NamedMask,
  full: PictureSize,
  flat: FlatPictures,
): Promise<readonly NamedPicture[]> {
  const named = (raw: JpegImage, binary: JpegImage): readonly NamedPicture[] => [
    { name: `${stem}Raw`, image: raw },
    { name: `${stem}Binary`, image: binary },
  ];
  const level = mask.values[0] ?? 0;
  if (mask.values.every((value) => value === level)) {
    const cut = level >= presentFrom ? 255 : 0;
    return named(await drawFlat(flat, level, full), await drawFlat(flat, cut, full));
  }
  const large = enlargeMask(mask, full);
  return named(await drawRawMask(large), await drawBinaryMask(large, presentFrom));
}

/** Only the pixels of lines are touched, one by one: a layer over the whole photograph would cost six times as much. */
async function drawOver(
  { drawing, masks }: EyeFinding,
  detections: readonly Detection[],
  { bytes, full }: PhotographToDrawOn,
): Promise<readonly NamedPicture[]> {
  if (drawing === null) return [];
  const picture = await decodeWhole(bytes, full);
  const outlined = drawing === 'segmentation' ? masks.filter((mask) => mask.isOutlined) : [];
  for (const [at, mask] of outlined.entries()) {
    drawOutline(picture, mask, lineColours[at % lineColours.length] ?? lineColours[0]);
  }
  if (drawing === 'annotation') drawBoxes(picture, detections);
  return [{ name: drawing, image: await encodeJpeg(picture) }];
}

/**
 * The pictures of what an eye found, each of the photograph's own upright size: every mask raw and binary, and the photograph
 * with outlines or frames drawn over it. One after the other: each takes the memory of a whole photograph.
 */
export async function drawPictures(
  finding: EyeFinding,
  detections: readonly Detection[],
  photograph: PhotographToDrawOn,
): Promise<readonly NamedPicture[]> {
  const masks: NamedPicture[] = [];
  const flat: FlatPictures = new Map();
  for (const mask of finding.masks) masks.push(...(await drawMask(mask, photograph.full, flat)));
  return [...masks, ...(await drawOver(finding, detections, photograph))];
}
