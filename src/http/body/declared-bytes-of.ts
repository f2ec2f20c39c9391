// SPDX-License-Identifier: Apache-2.0
import type { FastifyRequest } from 'fastify';

/** What the client says its body is long; undefined where it says nothing. */
export function declaredBytesOf(request: FastifyRequest): number | undefined {
  const header = request.headers['content-length'];
  return header === undefined ? undefined : Number(header);
}
