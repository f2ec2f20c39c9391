// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../../errors.ts';

/** Bytes of the small part of a body: everything but photographs. */
export interface TextSink {
  lengthBytes(): number;
  /** Takes over a stretch of a chunk. @throws DeviceError `bodyTooLarge` */
  append(chunk: Buffer, from: number, to: number): void;
  /** What was appended since `startBytes`; valid until the next call. */
  since(startBytes: number): Buffer;
  truncate(lengthBytes: number): void;
}

/** A request with one photograph has some hundred bytes of text. */
const firstCapacityBytes = 4096;
/** Below it a loop is faster than the call into native code, as measured on a body of short keys. */
const shortBytes = 48;

export function createTextSink(maxBytes: number): TextSink {
  let buffer = Buffer.allocUnsafe(firstCapacityBytes);
  let length = 0;

  const grow = (needed: number) => {
    if (needed > maxBytes) throw new DeviceError('bodyTooLarge');
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * buffer.length));
    buffer.copy(larger, 0, 0, length);
    buffer = larger;
  };

  return {
    lengthBytes: () => length,
    append(chunk, from, to) {
      const end = length + to - from;
      if (end > buffer.length || end > maxBytes) grow(end);
      if (to - from > shortBytes) chunk.copy(buffer, length, from, to);
      else for (let at = from; at < to; at++) buffer[length + at - from] = chunk[at] ?? 0;
      length = end;
    },
    since: (startBytes) => buffer.subarray(startBytes, length),
    truncate(lengthBytes) {
      length = lengthBytes;
    },
  };
}
