// SPDX-License-Identifier: Apache-2.0
import { createHmac, timingSafeEqual } from 'node:crypto';

/** `invalid`: never signed here, or altered. `expired`: signed here, and its time is over. */
export type LinkState = 'valid' | 'expired' | 'invalid';

/** Addresses that let whoever holds them read one thing for a while, without a key of anybody in them. */
export interface SignedLinks {
  /**
   * The query string of the link, without `?`: the parameters in alphabetical order, `expires` and `signature`.
   * @throws RangeError when the lifetime is not above 0 and at most one hour
   * @throws TypeError when a parameter has one of the names above
   */
  sign(path: string, parameters: Readonly<Record<string, string>>, lifetimeMs: number): string;
  /** @param query as it stands in the address after `?`, not decoded: one link, one text */
  check(path: string, query: string): LinkState;
}

export interface SignedLinkOptions {
  /** At least 32 bytes, shared by all replicas and used for nothing else. */
  readonly secret: Uint8Array;
  readonly clock: { nowMs(): number };
}

/** The size of the hash behind it. @source RFC 2104, 3 */
const minSecretBytes = 32;
/** What is passed on should not open doors for longer. Media links live half as long. Our own convention. */
const maxLifetimeMs = 3_600_000;
/** Replicas' clocks differ. @source security controls, section 2.3 */
const clockSkewMs = 30_000;
const reserved = ['expires', 'signature'];
/** 32 bytes in letters of 6 bits. Everything before is signed as it stands. */
const queryPattern = /^(?<signed>.*&?expires=\d{1,16})&signature=(?<signature>[A-Za-z0-9_-]{43})$/;

/** HMAC-SHA256 over path, parameters and end. @throws RangeError when the key is short */
export function createSignedLinks({ secret, clock }: SignedLinkOptions): SignedLinks {
  if (secret.length < minSecretBytes)
    throw new RangeError(`Expected a key of ${minSecretBytes} bytes, received ${secret.length}.`);
  const signatureOf = (path: string, signed: string) =>
    createHmac('sha256', secret).update(toSignedText(path, signed)).digest('base64url');
  return {
    sign(path, parameters, lifetimeMs) {
      assertSignable(parameters, lifetimeMs);
      const query = new URLSearchParams(parameters);
      query.sort();
      query.append('expires', String(Math.ceil(clock.nowMs() + lifetimeMs)));
      const signed = query.toString();
      return `${signed}&signature=${signatureOf(path, signed)}`;
    },
    check(path, query) {
      const { signed, signature } = queryPattern.exec(query)?.groups ?? {};
      if (signed === undefined || signature === undefined) return 'invalid';
      if (!isSame(signature, signatureOf(path, signed))) return 'invalid';
      const expiresMs = Number(new URLSearchParams(signed).get('expires'));
      return clock.nowMs() > expiresMs + clockSkewMs ? 'expired' : 'valid';
    },
  };
}

/** Links are for reading. The length keeps a path that ends like a parameter apart from the parameters. */
function toSignedText(path: string, signed: string): string {
  return `link-1:GET:${path.length}:${path}?${signed}`;
}

function assertSignable(parameters: Readonly<Record<string, string>>, lifetimeMs: number): void {
  if (!(lifetimeMs > 0 && lifetimeMs <= maxLifetimeMs))
    throw new RangeError(`Expected at most ${maxLifetimeMs} ms, received ${lifetimeMs}.`);
  const taken = Object.keys(parameters).find((name) => reserved.includes(name));
  if (taken !== undefined) throw new TypeError(`The parameter ${taken} belongs to the signature.`);
}

/** In a time that does not depend on where they differ. Compared as text: the last letter has bits to spare. */
function isSame(left: string, right: string): boolean {
  const [leftBytes, rightBytes] = [Buffer.from(left), Buffer.from(right)];
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}
