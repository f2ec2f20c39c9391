// SPDX-License-Identifier: Apache-2.0
import sharp, { type Sharp } from 'sharp';
import type { PictureSize } from '../../quality/choose-working-size.ts';
import type { JpegImage } from '../../record/image-analysis.ts';
import type { Mask } from '../eyes/eye.ts';

/** 85 shows no blocks at smooth edges. */
const jpegOptions = { quality: 85, optimizeCoding: false } as const;

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
