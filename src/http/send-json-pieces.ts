// SPDX-License-Identifier: Apache-2.0
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import { limitStall } from './limit-stall.ts';

/** Up to here an answer is sent whole and says its length; as large as the answer about one photograph of a phone. */
const wholeUpToBytes = 2 * 1024 * 1024;

type Pieces = Iterator<string>;

/**
 * Sends a JSON text made piece by piece; the event loop gets its turn between two pieces. A large one is sent while it is
 * made, no faster than the client takes it, so that it is never in memory as a whole.
 */
export async function sendJsonPieces(reply: FastifyReply, text: Iterable<string>): Promise<FastifyReply> {
  if (reply.getHeader('content-type') === undefined) reply.type('application/json; charset=utf-8');
  const pieces = text[Symbol.iterator]();
  const { head, isWhole } = await makeHead(pieces);
  if (isWhole) return reply.send(head);
  limitStall(reply);
  return reply.send(Readable.from(makeRest(head, pieces), { objectMode: false }));
}

interface Head {
  readonly head: Buffer;
  /** Nothing follows. */
  readonly isWhole: boolean;
}

async function makeHead(pieces: Pieces): Promise<Head> {
  const encoded: Buffer[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = pieces.next();
    if (done === true) return { head: Buffer.concat(encoded), isWhole: true };
    const piece = Buffer.from(value);
    encoded.push(piece);
    bytes += piece.length;
    if (bytes > wholeUpToBytes) return { head: Buffer.concat(encoded), isWhole: false };
    await nextTurn();
  }
}

/** Lets go of the text as soon as the client leaves. */
async function* makeRest(head: Buffer, pieces: Pieces): AsyncGenerator<Buffer> {
  try {
    yield head;
    for (let { done, value } = pieces.next(); done !== true; { done, value } = pieces.next()) {
      yield Buffer.from(value);
      await nextTurn();
    }
  } finally {
    pieces.return?.();
  }
}
