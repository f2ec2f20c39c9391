// SPDX-License-Identifier: Apache-2.0

const signatureBytes = 8;
/** Length, type and checksum around a chunk's data. */
const chunkFrameBytes = 12;

/**
 * Whether a PNG file has all its chunks up to its end mark. The decoder is content once it has all pixels, so a
 * file cut within its last bytes would pass as whole.
 * @source PNG specification, third edition, section 5.3
 */
export function hasWholePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = signatureBytes;
  while (offset + chunkFrameBytes <= bytes.length) {
    const end = offset + chunkFrameBytes + view.getUint32(offset);
    const isEndMark = view.getUint32(offset + 4) === 0x49454e44;
    if (isEndMark) return end <= bytes.length;
    offset = end;
  }
  return false;
}
