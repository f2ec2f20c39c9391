// SPDX-License-Identifier: Apache-2.0
import type { Readable } from 'node:stream';
import { type DiagnosisSupportRequest, maxLabelCharacters } from '@openderm/contract';
import { DeviceError, type FieldProblem } from '../../errors.ts';
import type { ByteLease } from './byte-budget.ts';
import { joinParts } from './join-parts.ts';
import type { JsonPath } from './json-path.ts';
import { createJsonScanner, type JsonScanner, type ScannedImage } from './json-scanner.ts';
import { receiveChunks } from './receive-chunks.ts';

/** Limits of a body that carries photographs, printed at /v1/limits. */
export interface BodyLimits {
  readonly maxBytes: number;
  readonly maxImages: number;
  /** Decoded. */
  readonly maxImageBytes: number;
  /** Everything but photographs. */
  readonly maxTextBytes: number;
  readonly maxDepth: number;
  readonly maxIdleMs: number;
}

export interface ImageRequestOptions {
  readonly limits: BodyLimits;
  /** From the Content-Length header. */
  readonly declaredBytes: number | undefined;
  readonly lease: ByteLease;
  /** Called with each photograph's base64 text while the rest is still arriving; returns its number. */
  addImage(base64: Uint8Array): number;
  /** Checks the document against its schema. */
  findProblems(document: unknown): readonly FieldProblem[];
}

/** One photograph of the request, in the caller's order. */
export interface RequestedImage {
  readonly title: string | null;
  readonly contentType: string | null;
  /** What `addImage` returned for it. */
  readonly imageNumber: number;
}

/** Longer texts fit no field, however they are escaped (12 bytes per character at most). */
const maxStringBytes = 12 * maxLabelCharacters;
const standIn = '.'.repeat(maxLabelCharacters + 1);
const base64Ratio = 4 / 3;
const missingBody = { type: 'missing', msg: 'Field required', loc: ['body'] } as const;

/**
 * Reads a body with photographs as it arrives; never holds it as one text, never blocks the event loop for long.
 * @throws DeviceError `malformedJson`, `invalidRequest`, `bodyTooLarge`, `imageTooLarge`, `tooManyImages`,
 * `bodyTooSlow`, `queueFull`
 */
export async function readImageRequest(
  body: Readable,
  options: ImageRequestOptions,
): Promise<readonly RequestedImage[]> {
  const { limits, lease, declaredBytes = 0 } = options;
  if (declaredBytes > limits.maxBytes) throw new DeviceError('bodyTooLarge');
  lease.grow(declaredBytes);
  const scanner = createJsonScanner(toScannerOptions(limits));
  const imageNumbers: number[] = [];
  let received = 0;
  for await (const chunk of receiveChunks(body, limits)) {
    received += chunk.length;
    lease.grow(received);
    for (const image of scanner.write(chunk)) {
      imageNumbers[image.number] = options.addImage(await toBytes(image));
    }
  }
  if (received === 0) throw new DeviceError('invalidRequest', { problems: [missingBody] });
  const document = scanner.end();
  // A schema check of a hundred thousand wrong entries would take its time, and say nothing more.
  if (isOverlong(document, limits.maxImages)) throw new DeviceError('tooManyImages');
  const problems = options.findProblems(document);
  if (problems.length > 0) throw new DeviceError('invalidRequest', { problems });
  return listImages(document as DiagnosisSupportRequest, scanner, imageNumbers);
}

function isOverlong(document: unknown, maxImages: number): boolean {
  if (typeof document !== 'object' || document === null || !('payload' in document)) return false;
  return Array.isArray(document.payload) && document.payload.length > maxImages;
}

function toScannerOptions(limits: BodyLimits) {
  const maxImageTextBytes = Math.ceil(limits.maxImageBytes * base64Ratio);
  return { ...limits, isImage, maxImageTextBytes, maxStringBytes, standIn };
}

function isImage(path: JsonPath): boolean {
  const [payload, index, attachment, data] = path;
  const isInPayload = payload === 'payload' && typeof index === 'number';
  return path.length === 4 && isInPayload && attachment === 'contentAttachment' && data === 'data';
}

function toBytes({ parts, lengthBytes }: ScannedImage): Promise<Uint8Array> {
  return joinParts(parts, lengthBytes);
}

function listImages(
  { payload }: DiagnosisSupportRequest,
  scanner: JsonScanner,
  imageNumbers: readonly number[],
): readonly RequestedImage[] {
  return payload.map(({ contentAttachment: { data, title, contentType } }) => {
    const imageNumber = imageNumbers[scanner.imageNumber(data) ?? -1];
    if (imageNumber === undefined) throw new Error('Expected every data field to be a scanned image');
    return {
      title: title?.toWellFormed() ?? null,
      contentType: contentType?.toWellFormed() ?? null,
      imageNumber,
    };
  });
}
