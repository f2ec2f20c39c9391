// SPDX-License-Identifier: Apache-2.0
import sharp, { type SharpOptions } from 'sharp';
import { DeviceError } from '../errors.ts';
import { chooseWorkingSize, type PictureSize } from '../quality/choose-working-size.ts';
import type { PixelImage } from '../quality/pixel-image.ts';
import { hasWholePng } from './has-whole-png.ts';
import { type ImageFormat, sniffFormat } from './sniff-format.ts';

// Allow-list: SVG, PDF, TIFF, GIF and everything else libvips could open is refused by the library itself, even
// if our look at the first bytes were fooled.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});
// One picture per process at a time and none twice: a cache or a second thread only costs memory and the
// neighbour's core.
sharp.cache(false);
sharp.concurrency(1);

/** A photograph as everything in this room sees it. */
export interface DecodedImage {
  readonly format: ImageFormat;
  /** Upright size of the picture as sent. */
  readonly full: PictureSize;
  /** sRGB on white, upright, at the working size. */
  readonly working: PixelImage;
}

export interface DecodeLimits {
  /** Pixels of the picture as its header states them. */
  readonly maxPixels: number;
  /** Side of the largest net input that will be made from the picture. */
  readonly neededPx: number;
}

/**
 * A warning of the decoder is an error here: a half-grey picture from a broken upload must never be scored.
 * Of an animation only the first frame is read.
 */
const readOptions = (limits: Pick<DecodeLimits, 'maxPixels'>): SharpOptions => ({
  failOn: 'warning',
  pages: 1,
  unlimited: false,
  limitInputPixels: limits.maxPixels,
  limitInputChannels: 4,
});

/** The library has no error codes; these are its words for a picture over `limitInputPixels`. */
const tooManyPixels = /exceeds pixel limit/i;

function toDeviceError(error: unknown): DeviceError {
  const isOverLimit = error instanceof Error && tooManyPixels.test(error.message);
  return new DeviceError(isOverLimit ? 'imageTooManyPixels' : 'damagedImage', {}, error);
}

/** The upright size in the header; no pixel is decoded. */
async function readUprightSize(bytes: Uint8Array, limits: DecodeLimits): Promise<PictureSize> {
  const { autoOrient } = await sharp(bytes, readOptions(limits)).metadata();
  const { width: widthPx, height: heightPx } = autoOrient;
  if (widthPx * heightPx > limits.maxPixels) throw new DeviceError('imageTooManyPixels');
  return { widthPx, heightPx };
}

/** One decode: scale in the decoder, EXIF turn, sRGB from any colour space and depth, alpha on white. */
async function readPixels(
  bytes: Uint8Array,
  size: PictureSize,
  limits: Pick<DecodeLimits, 'maxPixels'>,
): Promise<PixelImage> {
  const buffer = await sharp(bytes, readOptions(limits))
    .autoOrient()
    .resize(size.widthPx, size.heightPx, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer();
  if (buffer.length !== 3 * size.widthPx * size.heightPx) throw new Error('the picture is not RGB');
  // A plain array over the same memory: loops over two kinds of array compile to slower code.
  const pixelsHwc = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
  return { pixelsHwc, ...size };
}

/**
 * The photograph, decoded once at its working size.
 * @throws DeviceError `unsupportedImage` (not JPEG, PNG, WebP, AVIF), `damagedImage` (broken or cut short),
 * `imageTooManyPixels`
 */
export async function decodeImage(bytes: Uint8Array, limits: DecodeLimits): Promise<DecodedImage> {
  const format = sniffFormat(bytes);
  if (format === undefined) throw new DeviceError('unsupportedImage');
  if (format === 'png' && !hasWholePng(bytes)) throw new DeviceError('damagedImage');
  try {
    const full = await readUprightSize(bytes, limits);
    const working = await readPixels(bytes, chooseWorkingSize(full, limits.neededPx), limits);
    return { format, full, working };
  } catch (error) {
    throw error instanceof DeviceError ? error : toDeviceError(error);
  }
}

/**
 * The photograph at its own size, to be drawn on.
 * @param full its upright size, as `decodeImage` found it
 * @throws DeviceError `damagedImage`
 */
export async function decodeWhole(bytes: Uint8Array, full: PictureSize): Promise<PixelImage> {
  try {
    return await readPixels(bytes, full, { maxPixels: full.widthPx * full.heightPx });
  } catch (error) {
    throw toDeviceError(error);
  }
}

/** Little above the phones' own; half of all pictures grow, none loses what a person can see. */
const keptQuality = 92;

/**
 * The whole photograph as an upright sRGB JPEG made from its pixels alone: no place, time, camera or name goes along.
 * @throws DeviceError `damagedImage`
 */
export async function reencodePhotograph(bytes: Uint8Array, maxPixels: number): Promise<Uint8Array> {
  try {
    return await sharp(bytes, readOptions({ maxPixels }))
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: keptQuality })
      .toBuffer();
  } catch (error) {
    throw toDeviceError(error);
  }
}
