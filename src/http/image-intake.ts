// SPDX-License-Identifier: Apache-2.0
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FieldProblem } from '../errors.ts';
import type { ByteBudget } from './body/byte-budget.ts';
import { declaredBytesOf } from './body/declared-bytes-of.ts';
import type { BodyLimits } from './body/read-body.ts';
import { type RequestedImage, readImageRequest } from './body/read-image-request.ts';

/** Work that begins with the first photograph, while the others are still arriving. */
export interface ImageWork<Answer> {
  addImage(base64: Uint8Array): number;
  finish(images: readonly RequestedImage[]): Promise<Answer>;
  abandon(): void;
}

export interface ImageIntakeDependencies {
  readonly budget: ByteBudget;
  readonly limits: BodyLimits;
  findProblems(document: unknown): readonly FieldProblem[];
}

/** Feeds a request's photographs to the work and waits for its answer; gives the work up when the client leaves. */
export type ReceiveImages = <Answer>(
  request: FastifyRequest,
  reply: FastifyReply,
  work: ImageWork<Answer>,
) => Promise<Answer>;

export function createReceiveImages({
  budget,
  limits,
  findProblems,
}: ImageIntakeDependencies): ReceiveImages {
  return async (request, reply, work) => {
    const lease = budget.open();
    const abandonIfGone = () => {
      if (!reply.raw.writableFinished) work.abandon();
    };
    reply.raw.once('close', abandonIfGone);
    try {
      const addImage = (base64: Uint8Array) => work.addImage(base64);
      const declaredBytes = declaredBytesOf(request);
      const options = { limits, lease, declaredBytes, findProblems, addImage };
      return await work.finish(await readImageRequest(request.raw, options));
    } catch (error) {
      work.abandon();
      throw error;
    } finally {
      reply.raw.off('close', abandonIfGone);
      lease.release();
    }
  };
}
