// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** An answer that stays the same while the server runs, written once. */
export interface CachedJson {
  readonly json: Buffer;
  readonly etag: string;
  /** JSON where nothing is said. */
  readonly contentType?: string;
}

/** The catalogue changes with a release: an hour spares the traffic and delays a correction by no more than that. */
const maxAgeS = 3600;

export function toCached(value: unknown): CachedJson {
  return toTagged(Buffer.from(JSON.stringify(value)));
}

/** A list of what is already written as JSON. */
export function toCachedList(entries: readonly string[]): CachedJson {
  return toTagged(Buffer.from(`[${entries.join(',')}]`));
}

function toTagged(json: Buffer): CachedJson {
  return { json, etag: `"${createHash('sha256').update(json).digest('base64url')}"` };
}

/** The answer, or 304 for a client that has it. */
export function sendCached(
  { json, etag, contentType = 'application/json; charset=utf-8' }: CachedJson,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  reply.header('etag', etag).header('cache-control', `public, max-age=${maxAgeS}`);
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.type(contentType).send(json);
}
