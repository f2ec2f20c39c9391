// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { DeviceError } from '../errors.ts';

/** Who a token was issued to, and when. */
export interface TokenClaims {
  readonly accountId: string;
  readonly issuedAtMs: number;
}

/** Issues and reads the bearer tokens of the device API. */
export interface AccessTokens {
  readonly lifetimeMinutes: number;
  issue(accountId: string): Promise<string>;
  /** @throws DeviceError `unauthenticated` for anything but a current token of this server */
  read(token: string): Promise<TokenClaims>;
}

export interface AccessTokenOptions {
  /** 32 bytes, shared by all replicas. */
  readonly secret: Uint8Array;
  readonly lifetimeMinutes: number;
  readonly clock: { nowMs(): number };
}

/** One algorithm, pinned. Signer and reader are the same server, so a shared secret is enough. @source RFC 8725, 3.1 */
const algorithm = 'HS256';
/** Explicit typing keeps tokens of other kinds out. @source RFC 9068, 2.1 */
const tokenType = 'at+jwt';
const issuer = 'openderm';
const audience = 'openderm-device-api';
/** Tokens count in seconds, people in minutes. */
const secondsPerMinute = 60;
/** What is stolen should not open doors for longer. @source security controls, section 2.2 */
const maxLifetimeMinutes = 60;
/** The size of the hash behind HS256. @source RFC 7518, 3.2 */
const minSecretBytes = 32;
/** Our tokens have some 300 characters; longer texts are not worth looking at. */
const maxTokenCharacters = 1000;
/** Replicas' clocks differ by seconds. */
const clockToleranceS = 5;

/** @throws RangeError when the key is short or the lifetime outside 1-60 minutes */
export function createAccessTokens({ secret, lifetimeMinutes, clock }: AccessTokenOptions): AccessTokens {
  if (secret.length < minSecretBytes)
    throw new RangeError(`Expected a key of ${minSecretBytes} bytes, received ${secret.length}.`);
  if (!(lifetimeMinutes >= 1 && lifetimeMinutes <= maxLifetimeMinutes))
    throw new RangeError(`Expected 1 to ${maxLifetimeMinutes} minutes, received ${lifetimeMinutes}.`);
  const nowS = () => Math.floor(clock.nowMs() / 1000);
  const rules = {
    algorithms: [algorithm],
    typ: tokenType,
    issuer,
    audience,
    clockTolerance: clockToleranceS,
    requiredClaims: ['sub', 'iat', 'nbf', 'exp', 'jti'],
    maxTokenAge: lifetimeMinutes * secondsPerMinute,
  };
  return {
    lifetimeMinutes,
    issue: (accountId) =>
      new SignJWT()
        .setProtectedHeader({ alg: algorithm, typ: tokenType })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(accountId)
        .setJti(randomUUID())
        // Milliseconds, as NumericDate allows: a password changed within the second still ends older tokens.
        .setIssuedAt(clock.nowMs() / 1000)
        .setNotBefore(nowS())
        .setExpirationTime(nowS() + lifetimeMinutes * secondsPerMinute)
        .sign(secret),
    async read(token) {
      try {
        assertCanonical(token);
        const currentDate = new Date(clock.nowMs());
        const { payload, protectedHeader } = await jwtVerify(token, secret, { ...rules, currentDate });
        assertOurs(protectedHeader);
        return toClaims(payload);
      } catch (cause) {
        throw new DeviceError('unauthenticated', {}, cause);
      }
    },
  };
}

function toClaims({ sub, iat }: { readonly sub?: unknown; readonly iat?: unknown }): TokenClaims {
  if (typeof sub !== 'string' || typeof iat !== 'number')
    throw new TypeError('a token without subject or time');
  return { accountId: sub, issuedAtMs: Math.round(iat * 1000) };
}

/**
 * One token, one text: the last letter of a base64url part has bits that no byte uses, and a decoder that lets them vary
 * makes sixteen texts of one signature, which a list of ended tokens would miss.
 */
function assertCanonical(token: string): void {
  const isCanonical = (part: string) => Buffer.from(part, 'base64url').toString('base64url') === part;
  if (token.length > maxTokenCharacters || !token.split('.').every(isCanonical))
    throw new TypeError('a token in another spelling');
}

/** We never name a key or an address in a header: `kid`, `jwk`, `jku`, `x5u` and their like are somebody else's. */
function assertOurs(header: object): void {
  const strange = Object.keys(header).filter((name) => name !== 'alg' && name !== 'typ');
  if (strange.length > 0) throw new TypeError(`a token with the header ${strange.join(', ')}`);
}
