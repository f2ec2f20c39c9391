// SPDX-License-Identifier: Apache-2.0
import sharp, { type Sharp } from 'sharp';
import type { JpegImage } from '../../record/image-analysis.ts';
import type { Detection, NamedPicture } from '../../record/severity-reading.ts';
import type { PictureSize } from '../choose-working-size.ts';
import type { EyeFinding, NamedMask } from '../eyes/eye.ts';
import { drawBoxes } from './draw-boxes.ts';
import { drawOutline } from './draw-outline.ts';
import { createOverlay, lineColours, type Overlay } from './overlay.ts';

/** The photograph as it was sent, and its upright size. */
export interface PhotographToDrawOn {
  readonly bytes: Uint8Array;
  readonly full: PictureSize;
}

/** 85 shows no blocks on smooth skin. */
const jpegOptions = { quality: 85, optimizeCoding: false } as const;

async function toJpeg(picture: Sharp, { widthPx, heightPx }: PictureSize): Promise<JpegImage> {
  return { jpeg: await picture.jpeg(jpegOptions).toBuffer(), widthPx, heightPx };
}

/** A mask as grey levels in three channels: small still, and cheap to make so. */
function toGreyPixels({ values }: NamedMask['mask']): Uint8Array {
  const pixels = new Uint8Array(3 * values.length);
  for (let at = 0; at < values.length; at++) pixels.fill(values[at] as number, 3 * at, 3 * at + 3);
  return pixels;
}

function enlarge({ mask }: NamedMask, { widthPx, heightPx }: PictureSize): Sharp {
  const raw = { width: mask.widthPx, height: mask.heightPx, channels: 3 } as const;
  return sharp(toGreyPixels(mask), { raw }).resize(widthPx, heightPx, { fit: 'fill', kernel: 'cubic' });
}

/** The mask as it is and cut at its threshold; cut after it was enlarged, so that its edge is smooth. */
async function drawMask(mask: NamedMask, full: PictureSize): Promise<readonly NamedPicture[]> {
  const binary = enlarge(mask, full).threshold(mask.presentFrom, { greyscale: false });
  return [
    { name: `${mask.stem}Raw`, image: await toJpeg(enlarge(mask, full), full) },
    { name: `${mask.stem}Binary`, image: await toJpeg(binary, full) },
  ];
}

/** The photograph at its own size with the overlay on it, without metadata. */
async function layOver(
  { bytes, full }: PhotographToDrawOn,
  { rgba, widthPx, heightPx }: Overlay,
): Promise<JpegImage> {
  const enlarged = await sharp(rgba, { raw: { width: widthPx, height: heightPx, channels: 4 } })
    .resize(full.widthPx, full.heightPx, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
  const raw = { width: full.widthPx, height: full.heightPx, channels: 4 } as const;
  const photograph = sharp(bytes, { limitInputPixels: false, pages: 1 })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .composite([{ input: enlarged, raw }])
    .toColourspace('srgb');
  return toJpeg(photograph, full);
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
