// SPDX-License-Identifier: Apache-2.0
import type { ImageAnalysis } from '../record/image-analysis.ts';

export type ImageFormat = ImageAnalysis['format'];

const text = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);

/** Brands of an ISO media file that promise AV1 pictures. @source AV1 Image File Format 1.1, section 6 */
const avifBrands = ['avif', 'avis'];

/** AVIF by its `ftyp` box; HEIC shares the box but not the codec, and is refused. */
function isAvif(bytes: Uint8Array): boolean {
  if (text(bytes, 4, 8) !== 'ftyp') return false;
  const boxBytes = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
  const brands = text(bytes, 8, Math.min(boxBytes, bytes.length, 256)).match(/.{4}/gs) ?? [];
  return brands.some((brand) => avifBrands.includes(brand));
}

/** The picture format by its first bytes, whatever name or content type it came with; undefined for others. */
export function sniffFormat(bytes: Uint8Array): ImageFormat | undefined {
  if (bytes.length < 12) return undefined;
  if (text(bytes, 0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'webp';
  return isAvif(bytes) ? 'heif' : undefined;
}
