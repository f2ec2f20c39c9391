// SPDX-License-Identifier: Apache-2.0

export type FileKind = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic' | 'unknown';

/** @source ISO/IEC 23008-12, annex B: brands of HEIF files with HEVC pictures, as phones write them */
const heicBrands: readonly string[] = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

/** What the first bytes say a file is; names and types are often wrong. */
export function sniffFile(bytes: Uint8Array): FileKind {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpeg';
  if (text(1, 4) === 'PNG') return 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(4, 8) !== 'ftyp') return 'unknown';
  const brand = text(8, 12);
  if (brand === 'avif' || brand === 'avis') return 'avif';
  return heicBrands.includes(brand) ? 'heic' : 'unknown';
}
