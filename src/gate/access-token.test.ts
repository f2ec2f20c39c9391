// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createAccessTokens } from './access-token.ts';

const startMs = Date.UTC(2026, 10, 21, 12);
const secret = new Uint8Array(randomBytes(32));

function setUp() {
  const clock = { at: startMs, nowMs: () => clock.at };
  return { clock, tokens: createAccessTokens({ secret, lifetimeMinutes: 60, clock }) };
}

/** A token that is right in everything but what is changed. */
function forge(change: { header?: object; claims?: object; key?: Uint8Array }) {
  const nowS = startMs / 1000;
  const claims = {
    iss: 'openderm',
    aud: 'openderm-device-api',
    sub: 'a',
    jti: 'j',
    iat: nowS,
    nbf: nowS,
    exp: nowS + 600,
  };
  return new SignJWT({ ...claims, ...change.claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...change.header })
    .sign(change.key ?? secret);
}

function unsigned(header: object, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.`;
}

describe('access tokens', () => {
  it('name the account and the millisecond of issue', async () => {
    const { tokens, clock } = setUp();
    clock.at += 123;
    const token = await tokens.issue('account-1');
    expect(await tokens.read(token)).toEqual({ accountId: 'account-1', issuedAtMs: startMs + 123 });
  });

  it('end after their lifetime', async () => {
    const { tokens, clock } = setUp();
    const token = await tokens.issue('account-1');
    clock.at += 59 * 60_000;
    await expect(tokens.read(token)).resolves.toBeDefined();
    clock.at += 2 * 60_000;
    await expect(tokens.read(token)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('are not accepted from another server', async () => {
    const stranger = createAccessTokens({
      secret: new Uint8Array(32),
      lifetimeMinutes: 60,
      clock: setUp().clock,
    });
    await expect(setUp().tokens.read(await stranger.issue('a'))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  const nowS = startMs / 1000;
  it.each([
    ['algorithm HS512', { header: { alg: 'HS512' }, key: new Uint8Array(randomBytes(64)) }],
    ['another type', { header: { typ: 'JWT' } }],
    ['another issuer', { claims: { iss: 'elsewhere' } }],
    ['another audience', { claims: { aud: 'openderm-iframe' } }],
    ['not yet valid', { claims: { nbf: nowS + 60 } }],
    ['expired', { claims: { exp: nowS - 60 } }],
    ['no expiry', { claims: { exp: undefined } }],
    ['no subject', { claims: { sub: undefined } }],
    ['no id', { claims: { jti: undefined } }],
    [
      'a key of its own choosing',
      {
        header: { jwk: { kty: 'oct', k: 'AAAA' }, kid: '../../dev/null', jku: 'https://example.org' },
        key: new Uint8Array(32),
      },
    ],
  ])('refuse a token with %s', async (_, change) => {
    await expect(setUp().tokens.read(await forge(change))).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('accept the forge’s own token when nothing is changed', async () => {
    await expect(setUp().tokens.read(await forge({}))).resolves.toMatchObject({ accountId: 'a' });
  });

  it('refuse unsigned tokens and public-key algorithms', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const es256 = await new SignJWT({ sub: 'a' })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
      .sign(privateKey);
    const claims = {
      iss: 'openderm',
      aud: 'openderm-device-api',
      sub: 'a',
      jti: 'j',
      iat: nowS,
      exp: nowS + 600,
    };
    for (const token of [
      es256,
      unsigned({ alg: 'none', typ: 'at+jwt' }, claims),
      unsigned({ alg: 'HS256', typ: 'at+jwt' }, claims),
      '',
      '.',
      '..',
      'a.b.c',
    ])
      await expect(setUp().tokens.read(token)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('refuse every change of a character and every shortening', async () => {
    const { tokens } = setUp();
    const token = await tokens.issue('account-1');
    const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.='.split('');
    const position = fc.integer({ min: 0, max: token.length - 1 });
    await fc.assert(
      fc.asyncProperty(position, fc.constantFrom(...characters), async (at, character) => {
        // The last character of a base64url part carries bits that no byte uses; the same bytes are the same token.
        const changed = token.slice(0, at) + character + token.slice(at + 1);
        const isSame =
          changed
            .split('.')
            .map((part) => Buffer.from(part, 'base64url').toString('hex'))
            .join('.') ===
          token
            .split('.')
            .map((part) => Buffer.from(part, 'base64url').toString('hex'))
            .join('.');
        fc.pre(!isSame);
        await expect(tokens.read(changed)).rejects.toMatchObject({ code: 'unauthenticated' });
        await expect(tokens.read(token.slice(0, at))).rejects.toMatchObject({ code: 'unauthenticated' });
      }),
      { numRuns: 5000 },
    );
  });
});
