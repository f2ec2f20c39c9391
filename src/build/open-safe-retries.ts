// SPDX-License-Identifier: Apache-2.0
import { createSafeRetries, type SafeRetries, type SafeRetriesDependencies } from '../device/safe-retries.ts';
import { runRegularly } from '../outbox/run-regularly.ts';

export interface SafeRetriesOptions extends SafeRetriesDependencies {
  /** Whether no other server can be at work on the same database. */
  readonly isAlone: boolean;
  readonly log: { warn(details: object, message: string): void };
}

export interface OpenSafeRetries {
  readonly safeRetries: SafeRetries;
  stop(): Promise<void>;
}

/** Three turns may fail before a lease runs out. @source our own convention */
const renewEveryMs = 4000;
/** @source our own convention: what has expired lies about for an hour or two */
const sweepEveryMs = 60 * 60 * 1000;

/** Keys of requests that may come twice, their leases renewed and the old ones swept while the server runs. */
export async function openSafeRetries({
  isAlone,
  log,
  ...dependencies
}: SafeRetriesOptions): Promise<OpenSafeRetries> {
  // Whoever had them is dead: nobody need wait for a lease to run out.
  if (isAlone) await dependencies.store.releaseAll();
  const safeRetries = createSafeRetries(dependencies);
  const onFailure = (err: unknown) => log.warn({ err }, 'could not look after idempotency keys');
  const renewing = runRegularly({ turn: () => safeRetries.renew(), pauseMs: renewEveryMs, onFailure });
  const sweeping = runRegularly({ turn: () => safeRetries.sweep(), pauseMs: sweepEveryMs, onFailure });
  return {
    safeRetries,
    async stop() {
      await Promise.all([renewing.stop(), sweeping.stop()]);
    },
  };
}
