// SPDX-License-Identifier: Apache-2.0
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SafeRetries } from '../../device/safe-retries.ts';
import type { AnswerHead } from '../../record/idempotency-claim.ts';
import { claimOf, type HeldKey, heldKeyOf } from './held-key.ts';

/** Longer answers are not kept: a retry does the work again. @source our own convention: some telephones' photographs */
export const maxKeptAnswerBytes = 16 * 1024 * 1024;
/** One row of the database. @source our own convention: what a thread copies in less than a millisecond */
const pieceBytes = 512 * 1024;

/** Says that an answer is one that was given before. */
export const replayedHeader = 'idempotent-replayed';

/** Keeps the answer of a request with a key on its way out; refusals are not kept, and their key is free again. */
export function createKeepAnswer(retries: SafeRetries) {
  return async (request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> => {
    const held = heldKeyOf(request);
    if (held === null) return payload;
    const keeper = createAnswerKeeper({ retries, held, request });
    if (reply.statusCode !== 200) {
      await keeper.giveUp();
      return payload;
    }
    const head = toHead(reply);
    if (held.committedReportId !== null) reply.header(replayedHeader, 'true');
    if (payload instanceof Readable)
      return Readable.from(keepWhileSent(payload, keeper, head), { objectMode: false });
    await keeper.add(toBytes(payload));
    await keeper.finish(head);
    return payload;
  };
}

function toHead(reply: FastifyReply): AnswerHead {
  const headers = Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]);
  return { status: reply.statusCode, headers: Object.fromEntries(headers) };
}

function toBytes(payload: unknown): Uint8Array {
  return payload instanceof Uint8Array ? payload : Buffer.from(String(payload ?? ''));
}

/** What a client has left before its end is kept to its end all the same: it will come back for it. */
async function* keepWhileSent(
  answer: Readable,
  keeper: AnswerKeeper,
  head: AnswerHead,
): AsyncGenerator<Uint8Array> {
  const chunks: AsyncIterator<unknown> = answer[Symbol.asyncIterator]();
  const keepNext = async () => {
    try {
      const { done, value } = await chunks.next();
      if (done === true) return undefined;
      const chunk = toBytes(value);
      await keeper.add(chunk);
      return chunk;
    } catch (error) {
      await keeper.giveUp();
      throw error;
    }
  };
  try {
    for (let chunk = await keepNext(); chunk !== undefined; chunk = await keepNext()) yield chunk;
  } finally {
    while (!keeper.isOver() && (await keepNext()) !== undefined);
    await keeper.finish(head);
  }
}

interface AnswerKeeper {
  /** Kept whole, or given up: nothing more will be kept. */
  isOver(): boolean;
  add(chunk: Uint8Array): Promise<void>;
  finish(head: AnswerHead): Promise<void>;
  giveUp(): Promise<void>;
}

interface KeeperContext {
  readonly retries: SafeRetries;
  readonly held: HeldKey;
  readonly request: FastifyRequest;
}

/** Never fails: the work is done, and an answer that cannot be kept is given all the same. */
function createAnswerKeeper({ retries, held, request }: KeeperContext): AnswerKeeper {
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let totalBytes = 0;
  let place = 0;
  let isOver = false;

  async function giveUp(): Promise<void> {
    isOver = true;
    waiting = [];
    await retries.release(held.id).catch(note);
  }
  function note(err: unknown): void {
    request.log.warn({ err }, 'could not keep an answer');
  }
  async function flush(): Promise<void> {
    if (waitingBytes === 0) return;
    const bytes = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    await retries.keepPiece(held.id, place, bytes);
    place += 1;
  }
  async function attempt(step: () => Promise<void>): Promise<void> {
    if (isOver) return;
    try {
      await step();
    } catch (error) {
      note(error);
      await giveUp();
    }
  }
  return {
    isOver: () => isOver,
    giveUp,
    add: (chunk) =>
      attempt(async () => {
        totalBytes += chunk.length;
        if (totalBytes > maxKeptAnswerBytes) return giveUp();
        waiting.push(chunk);
        waitingBytes += chunk.length;
        if (waitingBytes >= pieceBytes) await flush();
      }),
    finish: (head) =>
      attempt(async () => {
        await flush();
        const claim = claimOf(request);
        if (claim !== undefined) await retries.finish(claim, head);
        isOver = true;
      }),
  };
}
