// SPDX-License-Identifier: Apache-2.0
import type { ContentAttachment } from '@openderm/contract';
import type { ReceivedBody } from './read-image-request.ts';

/** One photograph of a request. */
export interface RequestedImage {
  readonly title: string | null;
  readonly contentType: string | null;
  /** What `addImage` returned for it. */
  readonly imageNumber: number;
}

/** A photograph as it stands in a document that fits its schema. */
export function toRequestedImage(
  { data, title, contentType }: ContentAttachment,
  body: Pick<ReceivedBody, 'imageNumber'>,
): RequestedImage {
  const imageNumber = body.imageNumber(data);
  if (imageNumber === undefined) throw new Error('Expected every data field to be a scanned image');
  return {
    title: title?.toWellFormed() ?? null,
    contentType: contentType?.toWellFormed() ?? null,
    imageNumber,
  };
}
