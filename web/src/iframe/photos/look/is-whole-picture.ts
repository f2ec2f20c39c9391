// SPDX-License-Identifier: Apache-2.0

/**
 * Whether the end of a file is there. Browsers show half a photograph as if it were whole: made smaller and saved anew
 * it would pass for one. Formats that are not known here count as whole, for they are sent as they are.
 */
export function isWholePicture(bytes: Uint8Array<ArrayBuffer>): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < shortestBytes) return false;
  if (view.getUint16(0) === jpegStart) return hasJpegEnd(view);
  if (view.getUint32(0) === pngStart) return hasPngEnd(bytes);
  if (view.getUint32(0) === riff) return view.getUint32(4, true) + riffHeadBytes <= view.byteLength;
  return true;
}

const shortestBytes = 16;

/** @source ITU-T T.81, B.1.1.3: SOI, SOS and EOI */
const jpegStart = 0xffd8;
const jpegScan = 0xda;
const jpegEnd = 0xd9;

/** Thumbnails in the header have an end of their own, so only what follows the first scan counts. */
function hasJpegEnd(view: DataView): boolean {
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff && view.getUint8(at + 1) !== jpegScan)
    at += 2 + view.getUint16(at + 2);
  for (; at + 1 < view.byteLength; at++)
    if (view.getUint8(at) === 0xff && view.getUint8(at + 1) === jpegEnd) return true;
  return false;
}

/** @source PNG, third edition, 5.2 and 11.2.5: the first bytes; the empty last chunk, whose name and checksum are fixed */
const pngStart = 0x89504e47;
const pngEnd = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

function hasPngEnd(bytes: Uint8Array): boolean {
  const end = bytes.subarray(-pngEnd.length);
  return pngEnd.every((byte, index) => end[index] === byte);
}

/** WebP. @source RFC 9649, 2.4: the size of everything after these eight bytes */
const riff = 0x52494646;
const riffHeadBytes = 8;
