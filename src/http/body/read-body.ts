// SPDX-License-Identifier: Apache-2.0
import type { Readable } from 'node:stream';
import { maxLabelCharacters } from '@openderm/contract';
import { DeviceError } from '../../errors.ts';
import type { ByteLease } from './byte-budget.ts';
import type { IsImage } from './image-places.ts';
import { createJsonScanner, type ScannedImage } from './json-scanner.ts';
import { receiveChunks } from './receive-chunks.ts';

/** Limits of a body that may carry photographs, printed at /v1/limits. */
export interface BodyLimits {
  readonly maxBytes: number;
  readonly maxImages: number;
  /** Decoded. */
  readonly maxImageBytes: number;
  /** Everything but photographs. */
  readonly maxTextBytes: number;
  readonly maxDepth: number;
  readonly maxIdleMs: number;
  /** Longest text of a field; as long as a label where it is not said. */
  readonly maxStringCharacters?: number;
}

export interface BodyOptions {
  readonly limits: BodyLimits;
  /** From the Content-Length header. */
  readonly declaredBytes: number | undefined;
  readonly lease: ByteLease;
  /** Sees every byte as it arrives. */
  readonly watch?: ((chunk: Uint8Array) => void) | undefined;
  /** Where photographs stand. */
  readonly isImage: IsImage;
  /** Called with each photograph while the rest is still arriving; the body waits for it. */
  takeImage(image: ScannedImage): Promise<void> | void;
}

/** A body that has come in whole. */
export interface ReadBody {
  /** A photograph stands in it as a text that `imageNumber` knows. */
  readonly document: unknown;
  /** A field of the document as the text it came as. */
  fieldText(name: string): string | undefined;
  /** Which photograph a value of the document stands for. */
  imageNumber(value: unknown): number | undefined;
}

/** However it is escaped: two escapes of six bytes each. @source RFC 8259, 7 */
const maxBytesPerCharacter = 12;
const base64Ratio = 4 / 3;
const missingBody = { type: 'missing', msg: 'Field required', loc: ['body'] } as const;

/**
 * Reads a JSON body as it arrives, photographs or not; never holds it as one text, never blocks the event loop for long.
 * @throws DeviceError `malformedJson`, `invalidRequest` for an empty body, `bodyTooLarge`, `imageTooLarge`,
 * `tooManyImages`, `bodyTooSlow`, `queueFull`
 */
export async function readBody(body: Readable, options: BodyOptions): Promise<ReadBody> {
  const { limits, lease, isImage, watch, declaredBytes = 0 } = options;
  if (declaredBytes > limits.maxBytes) throw new DeviceError('bodyTooLarge');
  lease.grow(declaredBytes);
  const scanner = createJsonScanner(toScannerOptions(limits, isImage));
  let received = 0;
  for await (const chunk of receiveChunks(body, limits)) {
    received += chunk.length;
    lease.grow(received);
    watch?.(chunk);
    for (const image of scanner.write(chunk)) await options.takeImage(image);
  }
  if (received === 0) throw new DeviceError('invalidRequest', { problems: [missingBody] });
  const document = scanner.end();
  // A schema check of a hundred thousand wrong entries would take its time, and say nothing more.
  if (isOverlong(document, limits.maxImages)) throw new DeviceError('tooManyImages');
  return { document, fieldText: scanner.fieldText, imageNumber: (value) => scanner.imageNumber(value) };
}

function isOverlong(document: unknown, maxImages: number): boolean {
  if (typeof document !== 'object' || document === null || !('payload' in document)) return false;
  return Array.isArray(document.payload) && document.payload.length > maxImages;
}

function toScannerOptions(limits: BodyLimits, isImage: IsImage) {
  const { maxStringCharacters = maxLabelCharacters } = limits;
  const maxImageTextBytes = Math.ceil(limits.maxImageBytes * base64Ratio);
  // Longer texts fit no field.
  const maxStringBytes = maxBytesPerCharacter * maxStringCharacters;
  const standIn = '.'.repeat(maxStringCharacters + 1);
  return { ...limits, isImage, maxImageTextBytes, maxStringBytes, standIn };
}
