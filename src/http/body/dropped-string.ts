// SPDX-License-Identifier: Apache-2.0
import { malformed } from './json-path.ts';

/** Checks a string that is read but not kept, so that dropping it never lets a malformed body pass. */
export interface DroppedString {
  /** Takes the next bytes between the quotes. @throws DeviceError `malformedJson` */
  check(bytes: Uint8Array): void;
  /** @throws DeviceError `malformedJson` when it ends inside an escape or a character */
  end(): void;
}

const firstPrintable = 0x20;
const backslash = 0x5c;
const letterU = 0x75;
const simpleEscapes = new Set([...'"\\/bfnrt'].map((character) => character.charCodeAt(0)));
const hexDigits = new Set([...'0123456789abcdefABCDEF'].map((character) => character.charCodeAt(0)));
const hexDigitsPerEscape = 4;

export function createDroppedString(): DroppedString {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let afterBackslash = false;
  let hexDigitsLeft = 0;

  const step = (byte: number) => {
    if (hexDigitsLeft > 0) {
      if (!hexDigits.has(byte)) throw malformed('JSON decode error');
      hexDigitsLeft -= 1;
    } else if (afterBackslash) {
      if (byte !== letterU && !simpleEscapes.has(byte)) throw malformed('JSON decode error');
      hexDigitsLeft = byte === letterU ? hexDigitsPerEscape : 0;
      afterBackslash = false;
    } else if (byte === backslash) afterBackslash = true;
    else if (byte < firstPrintable) throw malformed('JSON decode error');
  };

  return {
    check(bytes) {
      for (const byte of bytes) step(byte);
      decodeStrictly(() => decoder.decode(bytes, { stream: true }));
    },
    end() {
      if (hexDigitsLeft > 0 || afterBackslash) throw malformed('JSON decode error');
      decodeStrictly(() => decoder.decode());
    },
  };
}

/** @throws DeviceError `malformedJson` when the bytes are not UTF-8 */
export function decodeStrictly(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw malformed('The body is not UTF-8');
  }
}
