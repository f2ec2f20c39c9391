// SPDX-License-Identifier: Apache-2.0
import sharp from 'sharp';

/** As heat maps are encoded: no blocks on smooth skin. */
const QUALITY = 85;

/**
 * A JPEG that is nowhere longer than `mostPx`, without metadata; as it is where it already fits. The same bytes give the
 * same bytes.
 * @throws Error for bytes that are no picture
 */
export async function shrinkPhotograph(jpeg: Uint8Array, mostPx: number): Promise<Uint8Array> {
  const { width, height } = await sharp(jpeg).metadata();
  if (Math.max(width, height) <= mostPx) return jpeg;
  const side = { width: mostPx, height: mostPx };
  return sharp(jpeg)
    .resize({ ...side, fit: 'inside' })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}
