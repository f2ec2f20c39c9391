// SPDX-License-Identifier: Apache-2.0
import type { IdempotencyKey } from '../record/idempotency-claim.ts';
import type { IdempotencyStore, KeyState } from '../store/idempotency/idempotency-store.ts';

/** A key taken for a request, with the attempt that has it now. */
export type TakenKey = Extract<KeyState, { kind: 'taken' }> & { readonly id: string };

/** Requests that may come twice: the work is done once, and whoever asks again is given the first answer. */
export interface SafeRetries
  extends Pick<IdempotencyStore, 'keepPiece' | 'finish' | 'release' | 'readPiece'> {
  take(key: IdempotencyKey): Promise<TakenKey | Exclude<KeyState, { kind: 'taken' }>>;
  /** Says that the work in hand goes on; to be called more often than every 15 seconds. */
  renew(): Promise<void>;
  /** Forgets what has expired. */
  sweep(): Promise<void>;
}

export interface SafeRetriesDependencies {
  readonly store: IdempotencyStore;
  readonly clock: { nowMs(): number };
  readonly ids: { create(): string };
}

/** How long an answer is repeated: 24 hours. @source security.md 2.4, "24 h" */
const keptMs = 24 * 60 * 60 * 1000;
/** A server that has not said for so long that it works is taken for dead. @source our own convention */
const leaseMs = 15_000;
/** An answer that is being repeated when its time runs out is still sent to its end. @source our own convention */
const graceMs = 60 * 60 * 1000;

export function createSafeRetries({ store, clock, ids }: SafeRetriesDependencies): SafeRetries {
  /** Attempts whose work is in hand. */
  const held = new Set<string>();
  return {
    async take(key) {
      const [id, nowMs] = [ids.create(), clock.nowMs()];
      const attempt = { id, nowMs, leaseUntilMs: nowMs + leaseMs, expiresAtMs: nowMs + keptMs };
      const state = await store.take(key, attempt);
      if (state.kind !== 'taken') return state;
      held.add(id);
      return { ...state, id };
    },
    keepPiece: store.keepPiece,
    readPiece: store.readPiece,
    finish(claim, head) {
      held.delete(claim.id);
      return store.finish(claim, head);
    },
    release(id) {
      held.delete(id);
      return store.release(id);
    },
    renew: () => store.renew([...held], clock.nowMs() + leaseMs),
    async sweep() {
      await store.sweep(clock.nowMs() - graceMs);
    },
  };
}
