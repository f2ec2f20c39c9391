// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { DeviceError } from '../../errors.ts';
import { type Base64Text, createBase64Text } from './base64-text.ts';
import { createDroppedString, type DroppedString, decodeStrictly } from './dropped-string.ts';
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
  /** Which scanned image a text of the document stands for; undefined for any other value. */
  imageNumber(value: unknown): number | undefined;
}

const quote = 0x22;
const backslash = 0x5c;
const quoteBytes = Uint8Array.of(quote);

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
    imageNumber: (value) =>
      typeof value === 'string' && value.startsWith(scan.mark)
        ? Number(value.slice(scan.mark.length))
        : undefined,
  };
}

/** Each reader takes the chunk up to the next quote that matters and returns the position after it. */
function readOn(scan: Scan, chunk: Buffer, from: number): number {
  if (scan.place === null) return readOutside(scan, chunk, from);
  const end =
    scan.place.kind === 'text'
      ? readText(scan, scan.place, chunk.subarray(from))
      : readImage(scan, scan.place, chunk.subarray(from));
  return from + end + 1;
}

function readOutside(scan: Scan, chunk: Buffer, from: number): number {
  const found = chunk.indexOf(quote, from);
  const end = found === -1 ? chunk.length : found;
  const run = chunk.subarray(from, end);
  scan.text.append(run);
  for (const byte of run) scan.tracker.follow(byte);
  if (found !== -1) openString(scan);
  return end + 1;
}

function openString(scan: Scan): void {
  const isKey = scan.tracker.expectsKey();
  const path = isKey ? [] : scan.tracker.path();
  if (!isKey && scan.options.isImage(path)) {
    if (scan.imageCount === scan.options.maxImages) throw new DeviceError('tooManyImages');
    scan.place = { kind: 'image', path, base64: createBase64Text() };
    return;
  }
  scan.text.append(quoteBytes);
  const startBytes = scan.text.lengthBytes();
  scan.place = { kind: 'text', startBytes, isKey, isEscaped: false, dropped: null };
}

function readText(scan: Scan, place: TextPlace, rest: Buffer): number {
  const end = findTextEnd(place, rest);
  const run = rest.subarray(0, end);
  if (place.dropped !== null) place.dropped.check(run);
  else keepText(scan, place, run);
  if (end < rest.length) closeText(scan, place);
  return end;
}

function findTextEnd(place: TextPlace, rest: Buffer): number {
  for (let at = 0; at < rest.length; at++) {
    const byte = rest[at];
    if (place.isEscaped) place.isEscaped = false;
    else if (byte === backslash) place.isEscaped = true;
    else if (byte === quote) return at;
  }
  return rest.length;
}

function keepText({ text, options }: Scan, place: TextPlace, run: Buffer): void {
  const lengthBytes = text.lengthBytes() - place.startBytes + run.length;
  if (lengthBytes <= options.maxStringBytes) {
    text.append(run);
    return;
  }
  place.dropped = createDroppedString();
  place.dropped.check(text.since(place.startBytes));
  place.dropped.check(run);
  text.truncate(place.startBytes);
}

function closeText(scan: Scan, place: TextPlace): void {
  const { text, tracker, options } = scan;
  place.dropped?.end();
  if (place.dropped !== null) text.append(Buffer.from(options.standIn));
  if (place.isKey) tracker.enterKey(readKey(text.since(place.startBytes)));
  text.append(quoteBytes);
  scan.place = null;
}

function readImage(scan: Scan, { base64, path }: ImagePlace, rest: Buffer): number {
  const end = base64.read(rest, 0);
  const lengthBytes = base64.lengthBytes();
  if (lengthBytes > scan.options.maxImageTextBytes) {
    throw new DeviceError('imageTooLarge', { imageIndex: scan.imageCount });
  }
  if (end < rest.length) {
    scan.completed.push({ number: scan.imageCount, path, parts: base64.parts, lengthBytes });
    scan.text.append(Buffer.from(`"${scan.mark}${scan.imageCount}"`));
    scan.imageCount += 1;
    scan.place = null;
  }
  return end;
}

function readKey(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString();
  return raw.includes('\\') ? String(parseJson(Buffer.from(`"${raw}"`))) : raw;
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
