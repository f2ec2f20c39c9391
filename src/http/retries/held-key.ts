// SPDX-License-Identifier: Apache-2.0
import type { FastifyRequest } from 'fastify';
import type { IdempotencyClaim } from '../../record/idempotency-claim.ts';
import type { BodyFingerprint } from './body-fingerprint.ts';

/** The key that a request has taken. */
export interface HeldKey {
  /** UUID of the attempt. */
  readonly id: string;
  readonly fingerprint: BodyFingerprint;
  /** UUID of the report that an earlier attempt has kept; null where the work is still to be done. */
  readonly committedReportId: string | null;
}

export const heldKeyDecorator = 'heldKey';

/** Null where the client sent no key, or is given a kept answer. */
export function heldKeyOf(request: FastifyRequest): HeldKey | null {
  return request.getDecorator<HeldKey | null>(heldKeyDecorator);
}

export function holdKey(request: FastifyRequest, held: HeldKey): void {
  request.setDecorator(heldKeyDecorator, held);
}

/** Sees every byte of the body, so that a retry with another body is told from the same one. */
export function bodyWatcherOf(request: FastifyRequest): ((chunk: Uint8Array) => void) | undefined {
  return heldKeyOf(request)?.fingerprint.add;
}

/** To be kept with the work; only once the body has come in whole. */
export function claimOf(request: FastifyRequest): IdempotencyClaim | undefined {
  const held = heldKeyOf(request);
  return held === null ? undefined : { id: held.id, bodyHash: held.fingerprint.digest() };
}
