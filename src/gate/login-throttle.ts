// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { createForgetfulMap, type ForgetfulMap } from './forgetful-map.ts';
import { toNetwork } from './to-network.ts';

/** Slows down guessing, per account and per network address. Holds a bounded number of entries in memory. */
export interface LoginThrottle {
  /**
   * Seconds to wait before this attempt may be made; 0 lets it through and counts it.
   * A wait ends by itself: nobody is locked out for good, and a flood from elsewhere never closes an account to an
   * address that has just succeeded on it.
   */
  admit(attempt: LoginKey): number;
  /**
   * A right password costs nothing: the attempt is given back, what was held against this account from this address is
   * forgotten, and from now on a flood from elsewhere no longer counts for it.
   */
  succeed(attempt: LoginKey): void;
}

export interface LoginKey {
  /** As typed, whether or not there is such an account. */
  readonly account: string;
  /** IPv4 or IPv6; anything else is taken as it is. */
  readonly address: string;
}

interface Rule {
  /** Attempts that may follow each other at once. */
  readonly burst: number;
  /** One more attempt is earned in this time. */
  readonly refillMs: number;
}

/**
 * Failures at one account from one address, at one account from addresses that never succeeded on it, and from one
 * address at any account. Ten quick tries forgive a mistyped password, then it is one a minute. Fifty and then 100 an hour
 * bound what a thousand addresses together can guess at one account. An address may be a whole clinic: one in two seconds.
 * @source NIST SP 800-63B-4, 3.2.2, limits failures in a row to 100 for each account; a lasting lock, which it suggests,
 * would let anybody lock out anybody, so ours ends by itself
 */
export const throttleRules = {
  accountAndAddress: { burst: 10, refillMs: 60_000 },
  account: { burst: 50, refillMs: 36_000 },
  address: { burst: 60, refillMs: 2_000 },
} as const satisfies Readonly<Record<string, Rule>>;

/** Under 200 bytes each, whatever was typed. An attacker who wants one forgotten must make 25,000 others. */
const maxEntries = 50_000;

interface Bucket {
  tokens: number;
  atMs: number;
}

interface Check {
  readonly name: string;
  readonly rule: Rule;
}

export function createLoginThrottle(clock: { nowMs(): number }): LoginThrottle {
  const buckets = createForgetfulMap<Bucket>(maxEntries);
  const trusted = createForgetfulMap<true>(maxEntries);
  const filled = ({ name, rule }: Check) => refill(buckets.get(name), rule, clock.nowMs());
  return {
    admit(key) {
      const checked = checksFor(key, trusted).map((check) => ({ ...check, bucket: filled(check) }));
      const waitMs = Math.max(...checked.map(({ bucket, rule }) => (1 - bucket.tokens) * rule.refillMs));
      for (const { name, bucket } of checked) {
        if (waitMs <= 0) bucket.tokens -= 1;
        buckets.set(name, bucket);
      }
      return Math.max(0, Math.ceil(waitMs / 1000));
    },
    succeed(key) {
      for (const check of checksFor(key, trusted)) {
        const { tokens, atMs } = filled(check);
        const restored = Math.min(check.rule.burst, tokens + 1);
        buckets.set(check.name, { tokens: restored, atMs });
      }
      const pair = pairName(key);
      buckets.delete(pair);
      trusted.set(pair, true);
    },
  };
}

function checksFor(key: LoginKey, trusted: ForgetfulMap<true>): readonly Check[] {
  const pair = { name: pairName(key), rule: throttleRules.accountAndAddress };
  const address = { name: toName('address', toNetwork(key.address)), rule: throttleRules.address };
  // Where the account's owner has logged in before, a stranger's flood must not keep them out.
  if (trusted.get(pair.name)) return [pair, address];
  return [pair, address, { name: toName('account', key.account), rule: throttleRules.account }];
}

function pairName({ account, address }: LoginKey): string {
  return toName('pair', account, toNetwork(address));
}

/** JSON keeps ("a", "b c") and ("a b", "c") apart; the digest keeps a name short, however long the address typed. */
function toName(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}

function refill(bucket: Bucket | undefined, rule: Rule, nowMs: number): Bucket {
  if (bucket === undefined) return { tokens: rule.burst, atMs: nowMs };
  const earned = Math.max(0, nowMs - bucket.atMs) / rule.refillMs;
  return { tokens: Math.min(rule.burst, bucket.tokens + earned), atMs: nowMs };
}
