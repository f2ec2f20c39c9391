// SPDX-License-Identifier: Apache-2.0
import type { IncomingMessage } from 'node:http';

/** A refused client gets so long to finish its upload before the connection is cut. */
const graceMs = 10_000;

/**
 * Lets a body that nobody will read run into the void, so that the client gets to read the refusal: closing a
 * connection with unread bytes resets it, and clients then report a broken pipe instead of the answer.
 * Resolves at once where the connection stays open, and when the body has ended where it will be closed.
 */
export async function drainBody(request: IncomingMessage): Promise<void> {
  const { socket } = request;
  const timer = setTimeout(() => socket.destroy(), graceMs);
  const ended = new Promise<void>((resolve) => {
    for (const event of ['end', 'close', 'error']) request.once(event, () => resolve());
  }).finally(() => clearTimeout(timer));
  request.resume();
  if (request.headers.connection?.toLowerCase() === 'close') await ended;
}
