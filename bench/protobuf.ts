// SPDX-License-Identifier: Apache-2.0

/** One field of a protobuf message: enough to read an ONNX file and write it back changed. */
export interface Field {
  readonly number: number;
  /** Contents of a length-delimited field; undefined for the other kinds. */
  readonly bytes: Buffer | undefined;
  /** The field as it stood, tag and all. */
  readonly raw: Buffer;
}

const LENGTH_DELIMITED = 2;
/** Bytes of the kinds with a fixed length: 64 and 32 bits. */
const FIXED_BYTES: Readonly<Record<number, number>> = { 1: 8, 5: 4 };

export function readFields(message: Buffer): readonly Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < message.length; ) {
    const tag = readVarint(message, at);
    const kind = tag.value & 7;
    const body =
      kind === 0 || kind === LENGTH_DELIMITED ? readVarint(message, tag.end) : { value: 0, end: tag.end };
    const end = kind === LENGTH_DELIMITED ? body.end + body.value : body.end + (FIXED_BYTES[kind] ?? 0);
    const bytes = kind === LENGTH_DELIMITED ? message.subarray(body.end, end) : undefined;
    fields.push({ number: tag.value >>> 3, bytes, raw: message.subarray(at, end) });
    at = end;
  }
  return fields;
}

/** A length-delimited field. */
export function toField(number: number, bytes: Buffer): Field {
  const raw = Buffer.concat([toVarint(number * 8 + LENGTH_DELIMITED), toVarint(bytes.length), bytes]);
  return { number, bytes, raw };
}

export function joinFields(fields: readonly Field[]): Buffer {
  return Buffer.concat(fields.map(({ raw }) => raw));
}

/** Numbers over 2^53 lose digits: none here that matters is so large. */
function readVarint(message: Buffer, from: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let at = from, scale = 1; ; at++, scale *= 128) {
    const byte = message[at] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) return { value, end: at + 1 };
  }
}

function toVarint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
}
