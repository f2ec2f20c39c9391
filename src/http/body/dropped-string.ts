// SPDX-License-Identifier: Apache-2.0
import { malformed } from './json-path.ts';

/** Checks a string that is read but not kept, so that dropping it never lets a malformed body pass. */
export interface DroppedString {
  /** Takes the next bytes between the quotes. @throws DeviceError `malformedJson` */
  check(bytes: Uint8Array): void;
  /** @throws DeviceError `malformedJson` when it ends inside an escape or a character */
  end(): void;
}

/** What JSON forbids in a string, and an escape that is none. @source RFC 8259, section 7 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const fault = /[\u0000-\u001f]|\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/;
const wholeEscape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/g;
/** Where an escape may go on in the next chunk. */
const openEscape = /\\(?:u[0-9a-fA-F]{0,3})?$/;

export function createDroppedString(): DroppedString {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let carried = '';

  const checkText = (text: string) => {
    if (text.includes('\\')) {
      // Whole escapes first: the second half of an escaped backslash opens nothing.
      const rest = text.replaceAll(wholeEscape, '');
      carried = openEscape.exec(rest)?.[0] ?? '';
      if (fault.test(rest.slice(0, rest.length - carried.length))) throw malformed('JSON decode error');
    } else {
      carried = '';
      if (fault.test(text)) throw malformed('JSON decode error');
    }
  };

  return {
    check: (bytes) => checkText(carried + decodeStrictly(() => decoder.decode(bytes, { stream: true }))),
    end() {
      decodeStrictly(() => decoder.decode());
      if (carried !== '') throw malformed('JSON decode error');
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
