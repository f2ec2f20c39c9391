// SPDX-License-Identifier: Apache-2.0
import type { FastifyRequest } from 'fastify';
import type { ByteBudget } from './body/byte-budget.ts';
import { declaredBytesOf } from './body/declared-bytes-of.ts';
import { isListedImage } from './body/image-places.ts';
import { type BodyLimits, readBody } from './body/read-body.ts';
import { bodyWatcherOf } from './retries/held-key.ts';

export interface DocumentIntakeDependencies {
  readonly budget: ByteBudget;
  readonly limits: BodyLimits;
}

/**
 * The JSON document of a request. Photographs that come with it are let go as soon as they are in: some clients send
 * megabytes of them with questionnaires.
 * @throws DeviceError as `readBody` does
 */
export type ReceiveDocument = (request: FastifyRequest) => Promise<unknown>;

export function createReceiveDocument({ budget, limits }: DocumentIntakeDependencies): ReceiveDocument {
  return async (request) => {
    const lease = budget.open();
    try {
      const declaredBytes = declaredBytesOf(request);
      const watch = bodyWatcherOf(request);
      const options = { limits, lease, declaredBytes, watch, isImage: isListedImage, takeImage: letGo };
      return (await readBody(request.raw, options)).document;
    } finally {
      lease.release();
    }
  };
}

function letGo(): void {
  // Nothing holds the bytes any longer once the scanner has handed them out.
}
