// SPDX-License-Identifier: Apache-2.0
import type { FastifyReply } from 'fastify';

/** A client that takes nothing for so long has gone: what it was to get would stay in memory. @source our own convention */
const maxStallMs = 30_000;

/** Hangs up on a client that has gone: without a listener of ours Node does so itself. */
export function limitStall({ raw }: FastifyReply): void {
  raw.socket?.setTimeout(maxStallMs);
}
