// SPDX-License-Identifier: Apache-2.0
import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
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

/** By hand: no library would write some of these headers. */
function signed(header: object, claims: object): string {
  const body = unsigned(header, claims).slice(0, -1);
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
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
    const claims = {
      iss: 'openderm',
      aud: 'openderm-device-api',
      sub: 'b',
      jti: 'j',
      iat: nowS,
      nbf: nowS,
      exp: nowS + 600,
    };
    const byHand = signed({ alg: 'HS256', typ: 'at+jwt' }, claims);
    await expect(setUp().tokens.read(byHand)).resolves.toMatchObject({ accountId: 'b' });
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

  it.each([
    ['a key of its own choosing, signed with ours', { jwk: { kty: 'oct', k: 'AAAA' } }],
    ['the name of a key', { kid: '../../dev/null' }],
    ['an address to fetch keys from', { jku: 'https://example.org/keys' }],
    ['a certificate to fetch', { x5u: 'https://example.org/certificate' }],
    ['an extension that must be understood', { crit: ['b64'], b64: true }],
    ['a nested content type', { cty: 'JWT' }],
  ])('refuse a header with %s', async (_, header) => {
    const claims = {
      iss: 'openderm',
      aud: 'openderm-device-api',
      sub: 'a',
      jti: 'j',
      iat: nowS,
      nbf: nowS,
      exp: nowS + 600,
    };
    const token = signed({ alg: 'HS256', typ: 'at+jwt', ...header }, claims);
    await expect(setUp().tokens.read(token)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it.each([
    ['made in the future', { iat: nowS + 60 }],
    ['older than any of ours', { iat: nowS - 7200 }],
    ['without a start', { nbf: undefined }],
    ['for many audiences', { aud: ['elsewhere', 'openderm-device'] }],
    ['with a date for an expiry', { exp: '2099-01-01' }],
    ['with a number for a subject', { sub: 7 }],
  ])('refuse a token %s', async (_, claims) => {
    await expect(setUp().tokens.read(await forge({ claims }))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('refuse every other spelling of the same bytes', async () => {
    const { tokens } = setUp();
    const token = await tokens.issue('account-1');
    const last = token.at(-1) ?? '';
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const sibling = alphabet[alphabet.indexOf(last) ^ 1] ?? '';
    const respelt = `${token.slice(0, -1)}${sibling}`;
    expect(Buffer.from(respelt, 'base64url')).toEqual(Buffer.from(token, 'base64url'));
    for (const other of [
      respelt,
      `${token}=`,
      ` ${token}`,
      `${token}\n`,
      token.replaceAll('.', '. '),
      `${token}.`,
    ])
      await expect(tokens.read(other)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('refuse every flipped bit, thousands of pairs of them, and every shortening', async () => {
    const { tokens } = setUp();
    const token = await tokens.issue('account-1');
    const letters = Buffer.from(token, 'latin1');
    const flip = (...bits: readonly number[]) => {
      const flipped = Buffer.from(letters);
      for (const bit of bits) flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return flipped.toString('latin1');
    };
    const all = Array.from({ length: letters.length * 8 }, (_, bit) => bit);
    const single = all.map((bit) => flip(bit));
    const pairs = all.flatMap((bit) =>
      [7, 101, 1009, 2003].map((step) => flip(bit, (bit * step + step) % all.length)),
    );
    const shortened = all.slice(0, letters.length).map((length) => token.slice(0, length));
    const changed = [...single, ...pairs, ...shortened].filter((other) => other !== token);
    expect(changed.length).toBeGreaterThan(10_000);
    expect(await countAccepted(changed)).toBe(0);
    expect(await countAccepted([token])).toBe(1);

    async function countAccepted(tried: readonly string[]): Promise<number> {
      const answers = await Promise.allSettled(tried.map((other) => tokens.read(other)));
      return answers.filter(({ status }) => status === 'fulfilled').length;
    }
  });

  it('refuse a text of a megabyte without looking into it', async () => {
    const { tokens } = setUp();
    const huge = `${'A'.repeat(1_000_000)}.${'A'.repeat(1_000_000)}.A`;
    await expect(tokens.read(huge)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it.each([0, 61, 90.5, Number.NaN])('are not issued for %f minutes', (lifetimeMinutes) => {
    expect(() => createAccessTokens({ secret, lifetimeMinutes, clock: setUp().clock })).toThrow(RangeError);
  });

  it('are not issued under a short key', () => {
    const short = new Uint8Array(16);
    expect(() => createAccessTokens({ secret: short, lifetimeMinutes: 60, clock: setUp().clock })).toThrow(
      RangeError,
    );
  });
});
