// SPDX-License-Identifier: Apache-2.0
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';

/** Sends a JSON text made piece by piece; the event loop gets its turn between two pieces. */
export async function sendJsonPieces(reply: FastifyReply, pieces: Iterable<string>): Promise<FastifyReply> {
  const encoded: Buffer[] = [];
  for (const piece of pieces) {
    encoded.push(Buffer.from(piece));
    await nextTurn();
  }
  return reply.type('application/json; charset=utf-8').send(Buffer.concat(encoded));
}
