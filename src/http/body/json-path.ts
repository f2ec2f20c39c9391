// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../../errors.ts';

/** Where in a JSON document a value stands: keys and positions, from the root. */
export type JsonPath = readonly (string | number)[];

/** Follows brackets, commas and keys through a JSON text, byte by byte. */
export interface JsonPathTracker {
  /** True when the next string is a key. */
  expectsKey(): boolean;
  enterKey(key: string): void;
  /** Takes bytes that are not inside a string. @throws DeviceError `malformedJson` */
  follow(chunk: Uint8Array, from: number, to: number): void;
  /** Changes with the next call: copy what is to be kept. */
  path(): JsonPath;
}

const openBrace = '{'.charCodeAt(0);
const closeBrace = '}'.charCodeAt(0);
const openBracket = '['.charCodeAt(0);
const closeBracket = ']'.charCodeAt(0);
const comma = ','.charCodeAt(0);

/** Only as much grammar as paths need: the rest of it is JSON.parse's, at the end. */
export function createJsonPathTracker(maxDepth: number): JsonPathTracker {
  /** The current key of each open object, the current position in each open array. */
  const keys: (string | number)[] = [];
  let isKeyNext = false;

  const open = (key: string | number) => {
    if (keys.length === maxDepth) throw malformed(`Nested deeper than ${maxDepth} levels`);
    keys.push(key);
    isKeyNext = key === '';
  };
  const close = (type: 'string' | 'number') => {
    const key = keys.pop();
    if (typeof key !== type) throw malformed('JSON decode error');
    isKeyNext = false;
  };
  const goOn = () => {
    const key = keys.at(-1);
    if (key === undefined) throw malformed('JSON decode error');
    if (typeof key === 'number') keys[keys.length - 1] = key + 1;
    else isKeyNext = true;
  };

  return {
    expectsKey: () => isKeyNext,
    enterKey(key) {
      keys[keys.length - 1] = key;
      isKeyNext = false;
    },
    follow(chunk, from, to) {
      for (let at = from; at < to; at++) {
        const byte = chunk[at];
        if (byte === comma) goOn();
        else if (byte === openBrace) open('');
        else if (byte === openBracket) open(0);
        else if (byte === closeBrace) close('string');
        else if (byte === closeBracket) close('number');
      }
    },
    path: () => keys,
  };
}

/** The refusal of a body that is not JSON, or not JSON we take. */
export function malformed(msg: string): DeviceError {
  return new DeviceError('malformedJson', { problems: [{ type: 'json_invalid', msg, loc: ['body'] }] });
}
