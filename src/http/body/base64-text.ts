// SPDX-License-Identifier: Apache-2.0
import { malformed } from './json-path.ts';

/**
 * Gathers one long base64 string without copying it: slices of the received chunks, with JSON escapes undone.
 * Whether it is base64 is decided by whoever decodes it.
 */
export interface Base64Text {
  /** Reads from `from` up to the closing quote; returns where it stands, or the chunk's length when there is none yet. */
  read(chunk: Buffer, from: number): number;
  readonly parts: readonly Uint8Array[];
  lengthBytes(): number;
}

const quote = '"'.charCodeAt(0);
const backslash = '\\'.charCodeAt(0);
const letterU = 'u'.charCodeAt(0);
/** Bytes of `\/` and its kind, and of `\u002B` and its kind. */
const shortEscapeBytes = 2;
const longEscapeBytes = 6;
/** Stands for a line break, which some encoders put into base64: left out. */
const nothing = -1;
/** Stands for any character that base64 does not have. */
const notBase64 = '?'.charCodeAt(0);
const shortEscapes: ReadonlyMap<number, number> = new Map([
  ...[...'"\\/'].map((letter): [number, number] => [letter.charCodeAt(0), letter.charCodeAt(0)]),
  ...[...'bft'].map((letter): [number, number] => [letter.charCodeAt(0), notBase64]),
  ...[...'nr'].map((letter): [number, number] => [letter.charCodeAt(0), nothing]),
]);

export function createBase64Text(): Base64Text {
  const parts: Uint8Array[] = [];
  let length = 0;
  /** The beginning of an escape that goes on in the next chunk. */
  let carried: Buffer = Buffer.alloc(0);

  const keep = (bytes: Uint8Array) => {
    if (bytes.length === 0) return;
    parts.push(bytes);
    length += bytes.length;
  };

  const readSome = (chunk: Buffer, from: number): number => {
    const found = chunk.indexOf(quote, from);
    const end = found === -1 ? chunk.length : found;
    const slice = chunk.subarray(from, end);
    if (slice.indexOf(backslash) === -1) {
      keep(slice);
      return end;
    }
    const unescaped = undoEscapes(chunk, from);
    keep(unescaped.plain);
    carried = chunk.subarray(unescaped.end, unescaped.isCut ? chunk.length : unescaped.end);
    return unescaped.isCut ? chunk.length : unescaped.end;
  };

  return {
    parts,
    lengthBytes: () => length,
    read(chunk, from) {
      if (carried.length === 0) return readSome(chunk, from);
      const before = carried.length;
      const joined = Buffer.concat([carried, chunk.subarray(from)]);
      carried = Buffer.alloc(0);
      return from + readSome(joined, 0) - before;
    },
  };
}

interface Unescaped {
  readonly plain: Buffer;
  /** Of the closing quote, or of an escape that goes on in the next chunk. */
  readonly end: number;
  readonly isCut: boolean;
}

/** Some encoders write slashes as `\/` (PHP), pluses as `\u002B` (.NET), or wrap lines with `\n` (MIME). */
function undoEscapes(chunk: Buffer, from: number): Unescaped {
  const plain = Buffer.allocUnsafe(chunk.length - from);
  let size = 0;
  let at = from;
  while (at < chunk.length) {
    const byte = chunk[at] ?? 0;
    if (byte === quote) break;
    if (byte !== backslash) {
      plain[size++] = byte;
      at += 1;
      continue;
    }
    const lengthBytes = chunk[at + 1] === letterU ? longEscapeBytes : shortEscapeBytes;
    if (at + lengthBytes > chunk.length) return { plain: plain.subarray(0, size), end: at, isCut: true };
    const character = readEscape(chunk, at);
    if (character !== nothing) plain[size++] = character;
    at += lengthBytes;
  }
  return { plain: plain.subarray(0, size), end: at, isCut: false };
}

/** The character of a whole escape. @throws DeviceError `malformedJson` */
function readEscape(chunk: Buffer, at: number): number {
  const letter = chunk[at + 1] ?? 0;
  if (letter !== letterU) {
    const character = shortEscapes.get(letter);
    if (character === undefined) throw malformed('JSON decode error');
    return character;
  }
  const digits = chunk.toString('latin1', at + shortEscapeBytes, at + longEscapeBytes);
  if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw malformed('JSON decode error');
  const character = String.fromCharCode(Number.parseInt(digits, 16));
  if (character === '\n' || character === '\r') return nothing;
  return /[ -~]/.test(character) ? character.charCodeAt(0) : notBase64;
}
