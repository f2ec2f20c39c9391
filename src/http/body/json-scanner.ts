// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { DeviceError } from '../../errors.ts';
import { type Base64Text, createBase64Text } from './base64-text.ts';
import { createDroppedString, type DroppedString, decodeStrictly } from './dropped-string.ts';
import { findFieldText } from './field-text.ts';
import { createJsonPathTracker, type JsonPath, type JsonPathTracker, malformed } from './json-path.ts';
import { createTextSink, type TextSink } from './text-sink.ts';

/** A base64 string that has come in whole, still as the slices it came in. */
export interface ScannedImage {
  /** From 0, in the order of the text. */
  readonly number: number;
  readonly path: JsonPath;
  readonly parts: readonly Uint8Array[];
  readonly lengthBytes: number;
}

export interface JsonScannerOptions {
  /** Strings at these places leave as bytes. */
  isImage(path: JsonPath): boolean;
  readonly maxImages: number;
  /** Of its base64 text. */
  readonly maxImageTextBytes: number;
  /** Of everything but the images. */
  readonly maxTextBytes: number;
  readonly maxDepth: number;
  /** A string longer than this is checked but not kept: one that is too long for any field takes its place. */
  readonly maxStringBytes: number;
  readonly standIn: string;
}

/**
 * Reads a JSON body chunk by chunk without ever holding its photographs as text: they leave as byte slices
 * the moment their closing quote is in, and only the small rest goes through JSON.parse.
 */
export interface JsonScanner {
  /** @throws DeviceError `malformedJson`, `bodyTooLarge`, `imageTooLarge`, `tooManyImages` */
  write(chunk: Buffer): readonly ScannedImage[];
  /** The document, an image standing as a text that `imageNumber` knows. @throws DeviceError `malformedJson` */
  end(): unknown;
  /** The text of a field of the document, once that has ended; undefined where there is none. */
  fieldText(name: string): string | undefined;
  /** Which scanned image a text of the document stands for; undefined for any other value. */
  imageNumber(value: unknown): number | undefined;
}

const quote = '"'.charCodeAt(0);
const backslash = '\\'.charCodeAt(0);
const quoteBytes = Buffer.from('"');

interface TextPlace {
  readonly kind: 'text';
  readonly startBytes: number;
  readonly isKey: boolean;
  isEscaped: boolean;
  dropped: DroppedString | null;
}

interface ImagePlace {
  readonly kind: 'image';
  readonly path: JsonPath;
  readonly base64: Base64Text;
}

interface Scan {
  readonly options: JsonScannerOptions;
  readonly text: TextSink;
  readonly tracker: JsonPathTracker;
  /** Unguessable, so that no client can write a text that stands for an image. */
  readonly mark: string;
  place: TextPlace | ImagePlace | null;
  imageCount: number;
  completed: ScannedImage[];
}

export function createJsonScanner(options: JsonScannerOptions): JsonScanner {
  const scan: Scan = {
    options,
    text: createTextSink(options.maxTextBytes),
    tracker: createJsonPathTracker(options.maxDepth),
    mark: `image ${randomUUID()} `,
    place: null,
    imageCount: 0,
    completed: [],
  };
  return {
    write(chunk) {
      scan.completed = [];
      for (let at = 0; at < chunk.length; ) at = readOn(scan, chunk, at);
      return scan.completed;
    },
    end() {
      if (scan.place !== null) throw malformed('JSON decode error');
      return parseJson(scan.text.since(0));
    },
    fieldText: (name) => findFieldText(scan.text.since(0).toString(), name),
    imageNumber: (value) =>
      typeof value === 'string' && value.startsWith(scan.mark)
        ? Number(value.slice(scan.mark.length))
        : undefined,
  };
}

/** Takes the chunk up to the next quote that opens or closes a string; returns the position after it. */
function readOn(scan: Scan, chunk: Buffer, from: number): number {
  if (scan.place === null) return readOutside(scan, chunk, from);
  if (scan.place.kind === 'text') return readText({ scan, place: scan.place }, chunk, from);
  return readImage({ scan, place: scan.place }, chunk, from);
}

function readOutside(scan: Scan, chunk: Buffer, from: number): number {
  const found = chunk.indexOf(quote, from);
  const end = found === -1 ? chunk.length : found;
  scan.text.append(chunk, from, end);
  scan.tracker.follow(chunk, from, end);
  if (found !== -1) openString(scan);
  return end + 1;
}

function openString(scan: Scan): void {
  const { tracker, options, text } = scan;
  const isKey = tracker.expectsKey();
  if (!isKey && options.isImage(tracker.path())) {
    if (scan.imageCount === options.maxImages) throw new DeviceError('tooManyImages');
    scan.place = { kind: 'image', path: [...tracker.path()], base64: createBase64Text() };
    return;
  }
  text.append(quoteBytes, 0, 1);
  scan.place = { kind: 'text', startBytes: text.lengthBytes(), isKey, isEscaped: false, dropped: null };
}

interface InText {
  readonly scan: Scan;
  readonly place: TextPlace;
}

function readText(inText: InText, chunk: Buffer, from: number): number {
  const { place, scan } = inText;
  const end = findTextEnd(place, chunk, from);
  if (place.dropped !== null) place.dropped.check(chunk.subarray(from, end));
  else if (scan.text.lengthBytes() - place.startBytes + end - from <= scan.options.maxStringBytes) {
    scan.text.append(chunk, from, end);
  } else drop(inText, chunk.subarray(from, end));
  if (end < chunk.length) closeText(inText);
  return end + 1;
}

function findTextEnd(place: TextPlace, chunk: Buffer, from: number): number {
  const { length } = chunk;
  let { isEscaped } = place;
  let at = from;
  for (; at < length; at++) {
    const byte = chunk[at];
    if (isEscaped) isEscaped = false;
    else if (byte === backslash) isEscaped = true;
    else if (byte === quote) break;
  }
  place.isEscaped = isEscaped;
  return at;
}

function drop({ scan: { text }, place }: InText, bytes: Buffer): void {
  place.dropped = createDroppedString();
  place.dropped.check(text.since(place.startBytes));
  place.dropped.check(bytes);
  text.truncate(place.startBytes);
}

function closeText({ scan, place }: InText): void {
  const { text, tracker, options } = scan;
  if (place.dropped !== null) {
    place.dropped.end();
    text.append(Buffer.from(options.standIn), 0, options.standIn.length);
  }
  if (place.isKey) tracker.enterKey(readKey(text.since(place.startBytes)));
  text.append(quoteBytes, 0, 1);
  scan.place = null;
}

interface InImage {
  readonly scan: Scan;
  readonly place: ImagePlace;
}

function readImage({ scan, place: { base64, path } }: InImage, chunk: Buffer, from: number): number {
  const end = base64.read(chunk, from);
  const lengthBytes = base64.lengthBytes();
  if (lengthBytes > scan.options.maxImageTextBytes) {
    throw new DeviceError('imageTooLarge', { imageIndex: scan.imageCount });
  }
  if (end < chunk.length) {
    const mark = Buffer.from(`"${scan.mark}${scan.imageCount}"`);
    scan.text.append(mark, 0, mark.length);
    scan.completed.push({ number: scan.imageCount, path, parts: base64.parts, lengthBytes });
    scan.imageCount += 1;
    scan.place = null;
  }
  return end + 1;
}

/** Keys that matter are plain ASCII: read byte by byte, any other stays different from them. */
function readKey(bytes: Buffer): string {
  if (bytes.includes(backslash)) return String(parseJson(Buffer.from(`"${bytes.toString()}"`)));
  return bytes.toString('latin1');
}

/** A leading byte order mark is passed over, as fetch does (RFC 8259, 8.1 allows it). */
function parseJson(bytes: Uint8Array): unknown {
  const text = decodeStrictly(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw malformed('JSON decode error');
  }
}
