// SPDX-License-Identifier: Apache-2.0
import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeviceError } from '../errors.ts';
import type { ByteBudget } from './body/byte-budget.ts';
import { declaredBytesOf } from './body/declared-bytes-of.ts';
import type { JsonPath } from './body/json-path.ts';
import type { BodyLimits } from './body/read-body.ts';
import {
  type ImageEncoding,
  type ImageForm,
  type ImageRequestOptions,
  readImageRequest,
} from './body/read-image-request.ts';
import type { RequestedImage } from './body/requested-image.ts';
import { bodyWatcherOf } from './retries/held-key.ts';

/** Work that begins with the first photograph, while the others are still arriving. */
export interface ImageWork<Request, Answer> {
  /** @param path where it stands in the body */
  addImage(base64: Uint8Array, path: JsonPath, encoding: ImageEncoding): number;
  finish(request: Request): Promise<Answer>;
  abandon(): void;
}

export interface ImageIntakeDependencies<Request> {
  readonly budget: ByteBudget;
  readonly limits: BodyLimits;
  readonly form: ImageForm<Request>;
  /** How the body is read; as JSON where it is not said. */
  readonly readRequest?: ReadImageRequest<Request>;
}

/** @throws DeviceError as `readImageRequest` does */
export type ReadImageRequest<Request> = (
  request: IncomingMessage,
  options: ImageRequestOptions<Request>,
) => Promise<Request>;

/** Feeds a request's photographs to the work and waits for its answer; gives the work up when the client leaves. */
export type ReceiveImages<Request = readonly RequestedImage[]> = <Answer>(
  request: FastifyRequest,
  reply: FastifyReply,
  work: ImageWork<Request, Answer>,
) => Promise<Answer>;

export function createReceiveImages<Request>({
  budget,
  limits,
  form,
  readRequest = readImageRequest,
}: ImageIntakeDependencies<Request>): ReceiveImages<Request> {
  return async (request, reply, work) => {
    const lease = budget.open();
    let isGone = false;
    const abandonIfGone = () => {
      isGone = !reply.raw.writableFinished;
      if (isGone) work.abandon();
    };
    reply.raw.once('close', abandonIfGone);
    const places: JsonPath[] = [];
    try {
      const addImage = (bytes: Uint8Array, path: JsonPath, encoding: ImageEncoding) => {
        const number = work.addImage(bytes, path, encoding);
        places[number] = path;
        return number;
      };
      const declaredBytes = declaredBytesOf(request);
      const options = { limits, lease, declaredBytes, form, addImage, watch: bodyWatcherOf(request) };
      const answer = await work.finish(await readRequest(request.raw, options));
      // The pictures of an answer weigh about what its photographs did: the memory is free once the client has them.
      finished(reply.raw, () => lease.release());
      return answer;
    } catch (error) {
      work.abandon();
      lease.release();
      throw isGone && isAbort(error) ? new DeviceError('clientGone', {}, error) : atPlace(error, places);
    } finally {
      reply.raw.off('close', abandonIfGone);
    }
  };
}

/** What abandoned work ends with. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** Rooms behind the door know the number of an image, not where it stood in the body. */
function atPlace(error: unknown, places: readonly JsonPath[]): unknown {
  if (!(error instanceof DeviceError) || error.details.imageNumber === undefined) return error;
  const place = places[error.details.imageNumber];
  if (place === undefined) return error;
  return new DeviceError(error.code, { ...error.details, imagePlace: ['body', ...place] }, error);
}
