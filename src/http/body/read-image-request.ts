// SPDX-License-Identifier: Apache-2.0
import type { Readable } from 'node:stream';
import type { IsImage } from './image-places.ts';
import { joinParts } from './join-parts.ts';
import type { JsonPath } from './json-path.ts';
import { type BodyOptions, readBody } from './read-body.ts';

/** A body that has come in whole, its photographs handed over. */
export interface ReceivedBody {
  readonly document: unknown;
  /** A field of the document as the JSON text it came as; undefined where there is none. */
  fieldText(name: string): string | undefined;
  /** What `addImage` returned for the photograph that a value of the document stands for; undefined for other values. */
  imageNumber(value: unknown): number | undefined;
}

/** A kind of body with photographs: where they stand in it, and what the rest of it means. */
export interface ImageForm<Request> {
  readonly isImage: IsImage;
  /** @throws DeviceError `invalidRequest` */
  read(body: ReceivedBody): Request;
}

/** As its base64 text came, or as a file. */
export type ImageEncoding = 'base64' | 'binary';

export interface ImageRequestOptions<Request> extends Omit<BodyOptions, 'takeImage' | 'isImage'> {
  readonly form: ImageForm<Request>;
  /** Called with each photograph while the rest is still arriving; returns its number. */
  addImage(bytes: Uint8Array, path: JsonPath, encoding: ImageEncoding): number;
}

/**
 * Reads a body with photographs; work on each begins while the others are still arriving.
 * @throws DeviceError `invalidRequest`; what `readBody` throws
 */
export async function readImageRequest<Request>(
  stream: Readable,
  options: ImageRequestOptions<Request>,
): Promise<Request> {
  const { form } = options;
  const numbers: number[] = [];
  const body = await readBody(stream, {
    ...options,
    isImage: form.isImage,
    async takeImage({ number, path, parts, lengthBytes }) {
      numbers[number] = options.addImage(await joinParts(parts, lengthBytes), path, 'base64');
    },
  });
  const imageNumber = (value: unknown) => numbers[body.imageNumber(value) ?? -1];
  return form.read({ ...body, imageNumber });
}
