// SPDX-License-Identifier: Apache-2.0
import { measureQuality } from '../../../../../src/quality/measure-quality.ts';
import { nameFaults } from '../../../../../src/quality/name-faults.ts';
import type { EarlyVerdict } from '../prepared-photo.ts';
import { sniffFile } from './sniff-file.ts';
import { toWorkingPixels } from './working-pixels.ts';

/**
 * What the server will find of blur, light and size, by its own measures. Whether it is skin is asked there.
 * @param bytes as they will be sent; none for a picture that the camera still shows
 * @param acceptableFrom the server's setting
 */
export function lookAtPicture(bitmap: ImageBitmap, bytes: Uint8Array, acceptableFrom: number): EarlyVerdict {
  const full = { widthPx: bitmap.width, heightPx: bitmap.height };
  const picture = { format: sniffFile(bytes), full, working: toWorkingPixels(bitmap, full) };
  const quality = measureQuality(picture, bytes);
  const isAcceptable = quality.score >= acceptableFrom;
  return { score: quality.score, isAcceptable, reasons: nameFaults(quality, isAcceptable) };
}
