// SPDX-License-Identifier: Apache-2.0
import sharp, { type Sharp } from 'sharp';
import type { JpegImage } from '../../record/image-analysis.ts';
import type { PictureSize } from '../choose-working-size.ts';
import type { Mask } from '../eyes/eye.ts';

/** 85 shows no blocks at smooth edges. */
const jpegOptions = { quality: 85, optimizeCoding: false } as const;

/** The levels of a mask at another size, its edges rounded and not stepped: most of the cost of both of its pictures. */
export async function enlargeMask(mask: Mask, { widthPx, heightPx }: PictureSize): Promise<Mask> {
  const level = mask.values[0] ?? 0;
  // Most masks of a wound are empty.
  if (mask.values.every((value) => value === level)) {
    return { values: new Uint8Array(widthPx * heightPx).fill(level), widthPx, heightPx };
  }
  const values = await fromGrey(mask)
    .resize(widthPx, heightPx, { fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer();
  if (values.length !== widthPx * heightPx) throw new Error('the mask is not grey');
  return { values, widthPx, heightPx };
}

const fromGrey = ({ values, widthPx: width, heightPx: height }: Mask): Sharp =>
  sharp(values, { raw: { width, height, channels: 1 } });

/** In three channels, as every picture on the wire. */
async function toJpeg(picture: Sharp, { widthPx, heightPx }: PictureSize): Promise<JpegImage> {
  const jpeg = await picture.toColourspace('srgb').jpeg(jpegOptions).toBuffer();
  return { jpeg, widthPx, heightPx };
}

/** The levels as they are. */
export const drawRawMask = (mask: Mask): Promise<JpegImage> => toJpeg(fromGrey(mask), mask);

/** White from a level on, black below it. */
export const drawBinaryMask = (mask: Mask, presentFrom: number): Promise<JpegImage> =>
  toJpeg(fromGrey(mask).threshold(presentFrom), mask);
