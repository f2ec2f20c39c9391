// SPDX-License-Identifier: Apache-2.0
import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DeviceError } from '../../errors.ts';

export interface ReceiveOptions {
  readonly maxBytes: number;
  /** Longest pause between two chunks. */
  readonly maxIdleMs: number;
}

/** Pieces are scanned in well under a millisecond each. */
const pieceBytes = 64 * 1024;
/** The event loop gets its turn after so much of one chunk; sockets deliver less at a time. */
const bytesPerTurn = 512 * 1024;

/**
 * The body in pieces of at most 64 KiB. Leaves the stream open when it throws, so that an answer can still be sent.
 * @throws DeviceError `bodyTooLarge`, `bodyTooSlow`; whatever the stream fails with
 */
export async function* receiveChunks(body: Readable, options: ReceiveOptions): AsyncGenerator<Buffer> {
  const idle = createIdleTimer(options.maxIdleMs);
  // Breaking out of the plain iterator would destroy the socket before the refusal is written.
  const chunks = body.iterator({ destroyOnReturn: false });
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([chunks.next(), idle.expiry]);
      if (done === true) return;
      idle.restart();
      const chunk = value as Buffer;
      total += chunk.length;
      if (total > options.maxBytes) throw new DeviceError('bodyTooLarge');
      yield* cutIntoPieces(chunk);
    }
  } finally {
    idle.stop();
    // Not awaited: after a pause that was too long, a read is still pending.
    void chunks.return?.();
  }
}

async function* cutIntoPieces(chunk: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < chunk.length; at += pieceBytes) {
    if (at > 0 && at % bytesPerTurn === 0) await nextTurn();
    yield chunk.subarray(at, at + pieceBytes);
  }
}

function createIdleTimer(maxIdleMs: number) {
  const { promise: expiry, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new DeviceError('bodyTooSlow')), maxIdleMs);
  // It may expire while nobody waits, e.g. during a pause of our own.
  expiry.catch(() => undefined);
  return { expiry, restart: () => timer.refresh(), stop: () => clearTimeout(timer) };
}
