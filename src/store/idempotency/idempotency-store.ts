// SPDX-License-Identifier: Apache-2.0
import type { AnswerHead, IdempotencyClaim, IdempotencyKey } from '../../record/idempotency-claim.ts';

/** A request that wants to do the work of a key. */
export interface KeyAttempt {
  /** UUID. */
  readonly id: string;
  readonly nowMs: number;
  /** Until then the key is its own; whoever works longer renews. */
  readonly leaseUntilMs: number;
  /** Until then the answer is repeated. */
  readonly expiresAtMs: number;
}

/** What has become of a key. */
export type KeyState =
  /** It is this attempt's now. An earlier one may have kept a report, and ended before it had answered. */
  | { readonly kind: 'taken'; readonly committed: CommittedWork | null }
  | { readonly kind: 'inFlight' }
  | KeptAnswer;

/** A report that was kept for a key. */
export interface CommittedWork {
  readonly reportId: string;
  readonly bodyHash: string;
}

/** An answer that was kept for a key. */
export interface KeptAnswer extends AnswerHead {
  readonly kind: 'answered';
  /** UUID of the attempt that gave it. */
  readonly id: string;
  readonly bodyHash: string;
  /** The report that it is about; null where it is about none. */
  readonly reportId: string | null;
}

/**
 * Keys of clients that may ask twice, with the answers to repeat. Several servers may share it: at most one attempt has a
 * key at any moment, and one that has lost its key can keep nothing more.
 */
export interface IdempotencyStore {
  take(key: IdempotencyKey, attempt: KeyAttempt): Promise<KeyState>;
  /** The work of these attempts goes on. */
  renew(ids: readonly string[], leaseUntilMs: number): Promise<void>;
  /** @param place from 0, without gaps. @throws where the key is no longer the attempt's */
  keepPiece(id: string, place: number, bytes: Uint8Array): Promise<void>;
  /** All pieces are kept: from now on the answer is repeated. False where the key is no longer the attempt's. */
  finish(claim: IdempotencyClaim, head: AnswerHead): Promise<boolean>;
  /** Gives the key up: the next request does the work, or finds the report that was kept. */
  release(id: string): Promise<void>;
  /** Undefined behind the last one. */
  readPiece(id: string, place: number): Promise<Uint8Array | undefined>;
  /** Forgets keys that expired before then; says how many. */
  sweep(beforeMs: number): Promise<number>;
  /** Gives up every key that is in work: only where no other server can be working. */
  releaseAll(): Promise<void>;
}
