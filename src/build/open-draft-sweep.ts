// SPDX-License-Identifier: Apache-2.0
import { type RegularRun, runRegularly } from '../outbox/run-regularly.ts';
import type { DraftStore } from '../store/drafts/draft-store.ts';

export interface DraftSweepOptions {
  readonly drafts: Pick<DraftStore, 'removeExpired'>;
  readonly clock: { nowMs(): number };
  readonly log: { warn(details: object, message: string): void };
}

/** Nobody can open an expired draft; its photographs lie about for so long at most. @source our own convention */
const sweepEveryMs = 10 * 60_000;

/** Drafts that expired go with their photographs while the server runs. Several servers may do it at once. */
export function openDraftSweep({ drafts, clock, log }: DraftSweepOptions): Pick<RegularRun, 'stop'> {
  return runRegularly({
    async turn(signal) {
      let removed = 1;
      while (removed > 0 && !signal.aborted) removed = await drafts.removeExpired(clock.nowMs());
    },
    pauseMs: sweepEveryMs,
    onFailure: (err) => log.warn({ err }, 'could not remove drafts that have expired'),
  });
}
