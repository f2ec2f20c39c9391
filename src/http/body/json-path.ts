// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../../errors.ts';

/** Where in a JSON document a value stands: keys and positions, from the root. */
export type JsonPath = readonly (string | number)[];

/** Follows brackets, commas and keys through a JSON text, byte by byte. */
export interface JsonPathTracker {
  /** True when the next string is a key. */
  expectsKey(): boolean;
  enterKey(key: string): void;
  /** Takes one byte that is not inside a string. @throws DeviceError `malformedJson` */
  follow(byte: number): void;
  path(): JsonPath;
}

const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;

interface Level {
  readonly closedBy: number;
  /** The current key of an object, the current position in an array. */
  key: string | number;
}

/** Only as much grammar as paths need: the rest of it is JSON.parse's, at the end. */
export function createJsonPathTracker(maxDepth: number): JsonPathTracker {
  const levels: Level[] = [];
  let isKeyNext = false;

  const open = (level: Level) => {
    if (levels.length === maxDepth) throw malformed(`Nested deeper than ${maxDepth} levels`);
    levels.push(level);
    isKeyNext = level.closedBy === closeBrace;
  };
  const close = (byte: number) => {
    if (levels.pop()?.closedBy !== byte) throw malformed('JSON decode error');
    isKeyNext = false;
  };
  const goOn = () => {
    const level = levels.at(-1);
    if (level === undefined) throw malformed('JSON decode error');
    if (typeof level.key === 'number') level.key += 1;
    else isKeyNext = true;
  };

  return {
    expectsKey: () => isKeyNext,
    enterKey(key) {
      const level = levels.at(-1);
      if (level !== undefined) level.key = key;
      isKeyNext = false;
    },
    follow(byte) {
      if (byte === openBrace) open({ closedBy: closeBrace, key: '' });
      else if (byte === openBracket) open({ closedBy: closeBracket, key: 0 });
      else if (byte === closeBrace || byte === closeBracket) close(byte);
      else if (byte === comma) goOn();
    },
    path: () => levels.map((level) => level.key),
  };
}

/** The refusal of a body that is not JSON, or not JSON we take. */
export function malformed(msg: string): DeviceError {
  return new DeviceError('malformedJson', { problems: [{ type: 'json_invalid', msg, loc: ['body'] }] });
}
