// SPDX-License-Identifier: Apache-2.0
import { createForgetfulMap } from './forgetful-map.ts';
import { toNetwork } from './to-network.ts';

/** Bounds how many drafts a network address begins: each may bring photographs. */
export interface DraftThrottle {
  /** Seconds to wait before another may be begun; 0 lets it through and counts it. */
  admit(address: string): number;
}

/**
 * An address may be a whole clinic with a tablet in every room: so many at once, then one in five seconds.
 * @source our own convention
 */
export const draftRule = { burst: 120, refillMs: 5000 } as const;

/** Under 100 bytes each. @source our own convention, as for logins */
const maxEntries = 50_000;

export function createDraftThrottle(clock: { nowMs(): number }): DraftThrottle {
  const buckets = createForgetfulMap<{ readonly left: number; readonly atMs: number }>(maxEntries);
  return {
    admit(address) {
      const network = toNetwork(address);
      const atMs = clock.nowMs();
      const known = buckets.get(network) ?? { left: draftRule.burst, atMs };
      const earned = Math.max(0, atMs - known.atMs) / draftRule.refillMs;
      const left = Math.min(draftRule.burst, known.left + earned);
      const isAdmitted = left >= 1;
      buckets.set(network, { left: isAdmitted ? left - 1 : left, atMs });
      return isAdmitted ? 0 : Math.max(1, Math.ceil(((1 - left) * draftRule.refillMs) / 1000));
    },
  };
}
