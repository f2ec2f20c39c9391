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

const quote = 0x22;
const backslash = 0x5c;
const letterU = 0x75;
const firstPrintable = 0x20;
const hexDigitsPerEscape = 4;
const lineBreaks = [10, 13];
/** Stands for any character that base64 does not have. */
const notBase64 = 0x3f;
const simpleEscapes: ReadonlyMap<number, number> = new Map(
  Object.entries({ '"': 0x22, '\\': 0x5c, '/': 0x2f, b: 8, f: 12, n: 10, r: 13, t: 9 }).map(([key, byte]) => [
    key.charCodeAt(0),
    byte,
  ]),
);

export function createBase64Text(): Base64Text {
  const parts: Uint8Array[] = [];
  let length = 0;
  /** Empty outside an escape, else what came of it, backslash first. */
  let pending = '';

  const keep = (bytes: Uint8Array) => {
    if (bytes.length === 0) return;
    parts.push(bytes);
    length += bytes.length;
  };
  const takeEscaped = (byte: number): number | undefined => {
    pending += String.fromCharCode(byte);
    const plain = readEscape(pending);
    if (plain !== undefined) pending = '';
    return plain;
  };

  /** Some encoders write slashes as `\/` (PHP), pluses as `\u002B` (.NET), or wrap lines with `\n` (MIME). */
  const readEscapes = (chunk: Buffer, from: number): number => {
    const plainText = Buffer.allocUnsafe(chunk.length - from);
    let size = 0;
    let at = from;
    for (; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (pending === '') {
        if (byte === quote) break;
        if (byte === backslash) pending = '\\';
        else plainText[size++] = byte;
      } else {
        const plain = takeEscaped(byte);
        if (plain !== undefined && !lineBreaks.includes(plain)) plainText[size++] = plain;
      }
    }
    keep(plainText.subarray(0, size));
    return at;
  };

  return {
    parts,
    lengthBytes: () => length,
    read(chunk, from) {
      const found = chunk.indexOf(quote, from);
      const end = found === -1 ? chunk.length : found;
      const slice = chunk.subarray(from, end);
      if (pending !== '' || slice.indexOf(backslash) !== -1) return readEscapes(chunk, from);
      keep(slice);
      return end;
    },
  };
}

/** The byte an escape stands for, or undefined while it is incomplete. @throws DeviceError `malformedJson` */
function readEscape(sequence: string): number | undefined {
  const kind = sequence.charCodeAt(1);
  if (kind !== letterU) {
    const plain = simpleEscapes.get(kind);
    if (plain === undefined) throw malformed('JSON decode error');
    return plain;
  }
  const digits = sequence.slice(2);
  if (!/^[0-9a-fA-F]*$/.test(digits)) throw malformed('JSON decode error');
  if (digits.length < hexDigitsPerEscape) return undefined;
  const character = Number.parseInt(digits, 16);
  return character >= firstPrintable && character < 0x7f ? character : notBase64;
}
