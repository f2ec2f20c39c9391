// SPDX-License-Identifier: Apache-2.0
import sharp, { type Sharp } from 'sharp';
import type { JpegImage } from '../../record/image-analysis.ts';
import type { PictureSize } from '../choose-working-size.ts';
import type { Mask, NamedMask } from '../eyes/eye.ts';
import type { Overlay } from './overlay.ts';

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
function toGreyPixels({ values }: Mask): Uint8Array {
  const pixels = new Uint8Array(3 * values.length);
  for (let at = 0; at < values.length; at++) pixels.fill(values[at] as number, 3 * at, 3 * at + 3);
  return pixels;
}

function enlarge(mask: Mask, { widthPx, heightPx }: PictureSize): Sharp {
  const raw = { width: mask.widthPx, height: mask.heightPx, channels: 3 } as const;
  return sharp(toGreyPixels(mask), { raw }).resize(widthPx, heightPx, { fit: 'fill', kernel: 'cubic' });
}

/** Its grey levels at another size, one for each pixel. */
export async function enlargeLevels(mask: Mask, size: PictureSize): Promise<Uint8Array> {
  return enlarge(mask, size).extractChannel(0).raw().toBuffer();
}

/** The mask as it is, at the photograph's size. */
export function drawRawMask({ mask }: NamedMask, full: PictureSize): Promise<JpegImage> {
  return toJpeg(enlarge(mask, full), full);
}

/** The mask cut at its threshold; cut after it was enlarged, so that its edge is smooth. */
export function drawBinaryMask({ mask, presentFrom }: NamedMask, full: PictureSize): Promise<JpegImage> {
  return toJpeg(enlarge(mask, full).threshold(presentFrom, { greyscale: false }), full);
}

/** The photograph at its own size with the overlay on it, without metadata. */
export async function layOver({ bytes, full }: PhotographToDrawOn, overlay: Overlay): Promise<JpegImage> {
  const { rgba, widthPx: width, heightPx: height } = overlay;
  const enlarged = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .resize(full.widthPx, full.heightPx, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
  const raw = { width: full.widthPx, height: full.heightPx, channels: 4 } as const;
  // Its size was checked when it was decoded for reading.
  const photograph = sharp(bytes, { limitInputPixels: false, pages: 1 })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .composite([{ input: enlarged, raw }])
    .toColourspace('srgb');
  return toJpeg(photograph, full);
}
