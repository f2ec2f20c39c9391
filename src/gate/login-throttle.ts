// SPDX-License-Identifier: Apache-2.0

/** Slows down guessing, per account and per network address. Holds a bounded number of entries in memory. */
export interface LoginThrottle {
  /**
   * Seconds to wait before this attempt may be made; 0 lets it through and counts it.
   * A wait ends by itself: nobody is locked out for good, and a flood from elsewhere never closes an account to an
   * address that has just succeeded on it.
   */
  admit(attempt: LoginKey): number;
  /** A right password clears what was held against this account from this address. */
  succeed(attempt: LoginKey): void;
}

export interface LoginKey {
  readonly account: string;
  readonly address: string;
}

interface Rule {
  /** Attempts that may follow each other at once. */
  readonly burst: number;
  /** One more attempt is earned in this time. */
  readonly refillMs: number;
}

/**
 * Attempts at one account from one address, at one account from anywhere, and from one address at any account. Ten
 * quick tries forgive a mistyped password; afterwards 4 an hour are far below the 100 an hour that guessing needs.
 * @source NIST SP 800-63B-4, 3.2.2: no more than 100 consecutive failures per account
 */
export const throttleRules = {
  accountAndAddress: { burst: 10, refillMs: 60_000 },
  account: { burst: 50, refillMs: 36_000 },
  address: { burst: 60, refillMs: 2_000 },
} as const satisfies Readonly<Record<string, Rule>>;

/** About 100 bytes each; the oldest are forgotten first. */
const maxEntries = 50_000;

interface Bucket {
  tokens: number;
  atMs: number;
}

export function createLoginThrottle(clock: { nowMs(): number }): LoginThrottle {
  const buckets = new Map<string, Bucket>();
  const trusted = new Map<string, true>();
  return {
    admit(key) {
      const nowMs = clock.nowMs();
      const checked = rulesFor(key, trusted).map(({ name, rule }) => ({
        name,
        rule,
        bucket: refill(buckets.get(name), rule, nowMs),
      }));
      const waitMs = Math.max(
        ...checked.map(({ bucket, rule }) => (bucket.tokens >= 1 ? 0 : (1 - bucket.tokens) * rule.refillMs)),
      );
      for (const { name, bucket } of checked) {
        if (waitMs === 0) bucket.tokens -= 1;
        remember(buckets, name, bucket);
      }
      return Math.ceil(waitMs / 1000);
    },
    succeed(key) {
      const pair = pairName(key);
      buckets.delete(pair);
      remember(trusted, pair, true);
    },
  };
}

/** JSON keeps ("a", "b c") and ("a b", "c") apart. */
function pairName({ account, address }: LoginKey): string {
  return JSON.stringify([account, address]);
}

function rulesFor(key: LoginKey, trusted: ReadonlyMap<string, true>): { name: string; rule: Rule }[] {
  const pair = { name: pairName(key), rule: throttleRules.accountAndAddress };
  const address = { name: `address ${key.address}`, rule: throttleRules.address };
  // Where the account's owner has logged in before, a stranger's flood must not keep them out.
  if (trusted.has(pair.name)) return [pair, address];
  return [pair, address, { name: `account ${key.account}`, rule: throttleRules.account }];
}

function refill(bucket: Bucket | undefined, rule: Rule, nowMs: number): Bucket {
  if (bucket === undefined) return { tokens: rule.burst, atMs: nowMs };
  const earned = Math.max(0, nowMs - bucket.atMs) / rule.refillMs;
  return { tokens: Math.min(rule.burst, bucket.tokens + earned), atMs: nowMs };
}

/** Last used last, so that the first key is the one to forget. */
function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= maxEntries) return;
  for (const oldest of map.keys()) {
    map.delete(oldest);
    return;
  }
}
