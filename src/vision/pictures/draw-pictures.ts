// SPDX-License-Identifier: Apache-2.0
import type { Detection, NamedPicture } from '../../record/severity-reading.ts';
import type { PictureSize } from '../choose-working-size.ts';
import { decodeWhole } from '../decode-image.ts';
import { encodeJpeg } from '../encode-image.ts';
import type { EyeFinding, NamedMask } from '../eyes/eye.ts';
import { drawBoxes } from './draw-boxes.ts';
import { drawOutline } from './draw-outline.ts';
import { drawBinaryMask, drawRawMask, enlargeMask } from './enlarge-pictures.ts';
import { lineColours } from './line-style.ts';

/** The photograph as it was sent, already read once without a fault, and its upright size. */
export interface PhotographToDrawOn {
  readonly bytes: Uint8Array;
  readonly full: PictureSize;
}

/** Cut after it was enlarged, so that its edge is smooth. */
async function drawMask(named: NamedMask, full: PictureSize): Promise<readonly NamedPicture[]> {
  const mask = await enlargeMask(named.mask, full);
  return [
    { name: `${named.stem}Raw`, image: await drawRawMask(mask) },
    { name: `${named.stem}Binary`, image: await drawBinaryMask(mask, named.presentFrom) },
  ];
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
  for (const mask of finding.masks) masks.push(...(await drawMask(mask, photograph.full)));
  return [...masks, ...(await drawOver(finding, detections, photograph))];
}
