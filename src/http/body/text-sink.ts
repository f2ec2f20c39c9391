// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../../errors.ts';

/** Bytes of the small part of a body: everything but photographs. */
export interface TextSink {
  lengthBytes(): number;
  /** @throws DeviceError `bodyTooLarge` */
  append(bytes: Uint8Array): void;
  /** What was appended since `startBytes`; valid until the next call. */
  since(startBytes: number): Uint8Array;
  truncate(lengthBytes: number): void;
}

const firstCapacityBytes = 4096;

export function createTextSink(maxBytes: number): TextSink {
  let buffer = new Uint8Array(firstCapacityBytes);
  let length = 0;

  const grow = (needed: number) => {
    if (needed > maxBytes) throw new DeviceError('bodyTooLarge');
    if (needed <= buffer.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * buffer.length));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };

  return {
    lengthBytes: () => length,
    append(bytes) {
      grow(length + bytes.length);
      buffer.set(bytes, length);
      length += bytes.length;
    },
    since: (startBytes) => buffer.subarray(startBytes, length),
    truncate(lengthBytes) {
      length = lengthBytes;
    },
  };
}
