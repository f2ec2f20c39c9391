// SPDX-License-Identifier: Apache-2.0
import type { Readable } from 'node:stream';
import type { DiagnosisSupportRequest } from '@openderm/contract';
import { DeviceError, type FieldProblem } from '../../errors.ts';
import { joinParts } from './join-parts.ts';
import { type BodyOptions, type ReadBody, readBody } from './read-body.ts';

export interface ImageRequestOptions extends Omit<BodyOptions, 'takeImage'> {
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

/**
 * Reads a body with photographs; work on each begins while the others are still arriving.
 * @throws DeviceError `invalidRequest`; what `readBody` throws
 */
export async function readImageRequest(
  stream: Readable,
  options: ImageRequestOptions,
): Promise<readonly RequestedImage[]> {
  const imageNumbers: number[] = [];
  const body = await readBody(stream, {
    ...options,
    async takeImage({ number, parts, lengthBytes }) {
      imageNumbers[number] = options.addImage(await joinParts(parts, lengthBytes));
    },
  });
  const problems = options.findProblems(body.document);
  if (problems.length > 0) throw new DeviceError('invalidRequest', { problems });
  return listImages(body, imageNumbers);
}

function listImages(body: ReadBody, imageNumbers: readonly number[]): readonly RequestedImage[] {
  const { payload } = body.document as DiagnosisSupportRequest;
  return payload.map(({ contentAttachment: { data, title, contentType } }) => {
    const imageNumber = imageNumbers[body.imageNumber(data) ?? -1];
    if (imageNumber === undefined) throw new Error('Expected every data field to be a scanned image');
    return {
      title: title?.toWellFormed() ?? null,
      contentType: contentType?.toWellFormed() ?? null,
      imageNumber,
    };
  });
}
