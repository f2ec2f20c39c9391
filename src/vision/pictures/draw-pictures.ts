// SPDX-License-Identifier: Apache-2.0
import type { Detection, NamedPicture } from '../../record/severity-reading.ts';
import type { PictureSize } from '../choose-working-size.ts';
import type { EyeFinding, NamedMask } from '../eyes/eye.ts';
import { drawBoxes } from './draw-boxes.ts';
import { drawOutline } from './draw-outline.ts';
import { drawBinaryMask, drawRawMask, layOver, type PhotographToDrawOn } from './enlarge-pictures.ts';
import { createOverlay, lineColours } from './overlay.ts';

async function drawMask(mask: NamedMask, full: PictureSize): Promise<readonly NamedPicture[]> {
  return [
    { name: `${mask.stem}Raw`, image: await drawRawMask(mask, full) },
    { name: `${mask.stem}Binary`, image: await drawBinaryMask(mask, full) },
  ];
}

async function drawOver(
  finding: EyeFinding,
  detections: readonly Detection[],
  photograph: PhotographToDrawOn,
): Promise<readonly NamedPicture[]> {
  if (finding.drawing === null) return [];
  const overlay = createOverlay(photograph.full);
  if (finding.drawing === 'annotation') drawBoxes(overlay, detections, photograph.full);
  const outlined = finding.drawing === 'segmentation' ? finding.masks.filter((mask) => mask.isOutlined) : [];
  for (const [at, mask] of outlined.entries()) {
    await drawOutline(overlay, mask, lineColours[at % lineColours.length] ?? lineColours[0]);
  }
  return [{ name: finding.drawing, image: await layOver(photograph, overlay) }];
}

/**
 * The pictures of what an eye found, each of the photograph's own upright size: every mask raw and binary, and the photograph
 * with outlines or frames drawn over it.
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
