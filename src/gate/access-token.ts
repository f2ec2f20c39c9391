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
/** Replicas' clocks differ by seconds. */
const clockToleranceS = 5;

export function createAccessTokens({ secret, lifetimeMinutes, clock }: AccessTokenOptions): AccessTokens {
  const nowS = () => Math.floor(clock.nowMs() / 1000);
  const rules = {
    algorithms: [algorithm],
    typ: tokenType,
    issuer,
    audience,
    clockTolerance: clockToleranceS,
    requiredClaims: ['sub', 'iat', 'exp', 'jti'],
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
        .setExpirationTime(nowS() + lifetimeMinutes * 60)
        .sign(secret),
    async read(token) {
      try {
        const currentDate = new Date(clock.nowMs());
        const { payload } = await jwtVerify(token, secret, { ...rules, currentDate });
        return toClaims(payload);
      } catch (cause) {
        throw new DeviceError('unauthenticated', {}, cause);
      }
    },
  };
}

function toClaims({ sub, iat }: { sub?: string; iat?: number }): TokenClaims {
  if (sub === undefined || iat === undefined) throw new TypeError('a token without subject or time');
  return { accountId: sub, issuedAtMs: Math.round(iat * 1000) };
}
