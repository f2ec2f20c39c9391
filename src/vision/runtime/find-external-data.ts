// SPDX-License-Identifier: Apache-2.0

/** Message kinds of the ONNX protobuf that can hold a tensor, with the field numbers that lead deeper. */
const nested = {
  model: { 7: 'graph', 20: 'training', 25: 'function' },
  training: { 1: 'graph', 2: 'graph' },
  function: { 7: 'node' },
  graph: { 1: 'node', 5: 'tensor', 15: 'sparseTensor' },
  node: { 5: 'attribute' },
  attribute: { 5: 'tensor', 6: 'graph', 10: 'tensor', 11: 'graph', 22: 'sparseTensor', 23: 'sparseTensor' },
  sparseTensor: { 1: 'tensor', 2: 'tensor' },
  tensor: {},
} as const satisfies Record<string, Record<number, string>>;

type MessageKind = keyof typeof nested;

/** `TensorProto.external_data` and `TensorProto.data_location`. @source onnx.proto, ONNX 1.17 */
const externalDataField = 13;
const dataLocationField = 14;

/** Wire types of fixed length. @source protobuf encoding: 1 is 64 bits, 5 is 32 bits */
const fixedBytesOf: Readonly<Record<number, number>> = { 1: 8, 5: 4 };

interface Cursor {
  readonly bytes: Uint8Array;
  offset: number;
}

function readVarint(cursor: Cursor): number {
  let value = 0;
  let scale = 1;
  for (let count = 0; count < 10; count++) {
    const byte = cursor.bytes[cursor.offset++];
    if (byte === undefined) break;
    value += (byte & 0x7f) * scale;
    if (byte < 128) return value;
    scale *= 128;
  }
  throw new Error('the ONNX file is not valid protobuf');
}

/** The field's bytes when it is length-delimited; otherwise moves on and gives its number or nothing. */
function readField(cursor: Cursor, wireType: number): Uint8Array | number {
  if (wireType === 0) return readVarint(cursor);
  const fixedBytes = fixedBytesOf[wireType] ?? -1;
  const length = wireType === 2 ? readVarint(cursor) : fixedBytes;
  const end = cursor.offset + length;
  if (length < 0 || end > cursor.bytes.length) throw new Error('the ONNX file is not valid protobuf');
  const field = cursor.bytes.subarray(cursor.offset, end);
  cursor.offset = end;
  return field;
}

/** Graphs nest through If and Loop bodies; no honest net needs this many levels. */
const maxDepth = 64;

function walk(kind: MessageKind, bytes: Uint8Array, depth: number): boolean {
  if (depth > maxDepth) throw new Error(`the ONNX graph nests deeper than ${maxDepth} levels`);
  const cursor: Cursor = { bytes, offset: 0 };
  const deeper: Record<number, MessageKind> = nested[kind];
  while (cursor.offset < bytes.length) {
    const tag = readVarint(cursor);
    const number = Math.floor(tag / 8);
    const field = readField(cursor, tag % 8);
    if (kind === 'tensor' && number === externalDataField) return true;
    if (kind === 'tensor' && number === dataLocationField && field !== 0) return true;
    const child = deeper[number];
    if (child && typeof field !== 'number' && walk(child, field, depth + 1)) return true;
  }
  return false;
}

/**
 * Whether any tensor of the ONNX file keeps its numbers in another file. Such files are refused: the runtime
 * would read a path chosen by the model's author, outside of what the checksums cover.
 * @throws Error when the bytes are not protobuf
 */
export function hasExternalData(onnx: Uint8Array): boolean {
  return walk('model', onnx, 0);
}
