// SPDX-License-Identifier: Apache-2.0
import type { Picture } from '@openderm/contract';

/** An answer whose pictures are still bytes. */
export type Unencoded<T> = T extends Picture
  ? UnencodedPicture
  : T extends object
    ? { [Key in keyof T]: Unencoded<T[Key]> }
    : T;

export type UnencodedPicture = Omit<Picture, 'data'> & { readonly data: Uint8Array };

/** A multiple of three, so that the pieces join without padding; encoding so much takes about a millisecond. */
const bytesPerPiece = 3 * 256 * 1024;

/**
 * JSON text in pieces, bytes as base64: the pictures of seventeen photographs are tens of megabytes, which made in one go
 * would keep the event loop busy for too long.
 */
export function* writeJson(value: unknown): Generator<string> {
  if (value instanceof Uint8Array) yield* writeBytes(value);
  else if (!holdsBytes(value)) yield JSON.stringify(value);
  else if (Array.isArray(value)) yield* writeList(value);
  else yield* writeFields(value);
}

function* writeBytes(bytes: Uint8Array): Generator<string> {
  yield '"';
  for (let start = 0; start < bytes.length; start += bytesPerPiece) {
    const { buffer, byteOffset, byteLength } = bytes.subarray(start, start + bytesPerPiece);
    yield Buffer.from(buffer, byteOffset, byteLength).toString('base64');
  }
  yield '"';
}

function* writeList(list: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [index, each] of list.entries()) {
    if (index > 0) yield ',';
    yield* writeJson(each ?? null);
  }
  yield ']';
}

/** Fields without a value are left out, as JSON.stringify does. */
function* writeFields(fields: object): Generator<string> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  yield '{';
  for (const [index, [key, value]] of entries.entries()) {
    yield `${index === 0 ? '' : ','}${JSON.stringify(key)}:`;
    yield* writeJson(value);
  }
  yield '}';
}

function holdsBytes(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return value instanceof Uint8Array || Object.values(value).some(holdsBytes);
}
