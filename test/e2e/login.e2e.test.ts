// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccessTokens } from '../../src/gate/access-token.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

let tiny: TinyServer;
beforeAll(async () => {
  tiny = await startTinyServer({ OPENDERM_TOKEN_LIFETIME_MINUTES: '45' });
});
afterAll(() => tiny?.close());

function post(body: string | URLSearchParams, headers: Record<string, string> = {}) {
  return fetch(`${tiny.baseUrl}/login`, { method: 'POST', body, headers });
}

const form = (fields: Record<string, string>) => post(new URLSearchParams(fields));

describe('POST /v1/login', () => {
  it('answers as the reference does: texts, and minutes as a text', async () => {
    const answer = await form({ username: tiny.email, password: tiny.password });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      token_type: 'Access token',
      expires_in_minutes: '45',
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('knows an address in any case', async () => {
    expect((await form({ username: 'SANDBOX@Example.org', password: tiny.password })).status).toBe(200);
  });

  it.each([
    ['a wrong password', { username: 'sandbox@example.org', password: 'wrong password' }],
    ['a stranger', { username: 'nobody@example.org', password: 'wrong password' }],
  ])('gives %s the same answer', async (_who, fields) => {
    const answer = await form(fields);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await answer.json()).toEqual({ detail: 'Incorrect username or password', code: 'badCredentials' });
  });

  it('names each missing field once', async () => {
    const missing = (name: string) => ({ type: 'missing', msg: 'Field required', loc: ['body', name] });
    const none = await post('', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(none.status).toBe(422);
    expect(await none.json()).toEqual({ detail: [missing('username'), missing('password')] });
    expect(await (await form({ username: tiny.email })).json()).toEqual({ detail: [missing('password')] });
    const bare = await fetch(`${tiny.baseUrl}/login`, { method: 'POST' });
    expect(await bare.json()).toEqual({ detail: [missing('username'), missing('password')] });
  });

  it('refuses JSON, a field that comes twice, and a book for a password', async () => {
    const fields = { username: tiny.email, password: tiny.password };
    expect((await post(JSON.stringify(fields), { 'content-type': 'application/json' })).status).toBe(415);
    const twice = new URLSearchParams([...Object.entries(fields), ['username', 'other@example.org']]);
    expect((await post(twice)).status).toBe(422);
    expect((await form({ ...fields, password: 'x'.repeat(2000) })).status).toBe(422);
    expect((await form({ ...fields, password: 'x'.repeat(20_000) })).status).toBe(413);
  });

  it('slows down guessing, and says for how long', async () => {
    const attempts = Array.from({ length: 12 }, () =>
      form({ username: 'victim@example.org', password: 'guess, guess' }),
    );
    const answers = await Promise.all(attempts);
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused?.json()).toMatchObject({ code: 'tooManyLogins' });
  });

  it('answers 405 with what is allowed for another method', async () => {
    const answer = await fetch(`${tiny.baseUrl}/login`);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('a token', () => {
  const ask = (authorization?: string) =>
    fetch(`${tiny.baseUrl}/device-information`, authorization ? { headers: { authorization } } : {});

  it('opens the device API', async () => {
    const answer = await ask(`Bearer ${await tiny.logIn()}`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ manufacturer: { name: 'OpenDerm contributors' } });
  });

  it.each([
    ['no header', undefined],
    ['another scheme', 'Basic c2FuZGJveDpzYW5kYm94'],
    ['nothing after Bearer', 'Bearer '],
    ['no token at all', 'Bearer abc'],
    ['an unsigned token', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'],
    ['spaces inside', 'Bearer a b c'],
  ])('is missing: %s', async (_fault, authorization) => {
    const answer = await ask(authorization);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await answer.json()).toEqual({ detail: 'Not authenticated' });
  });

  it('is refused with one letter changed', async () => {
    const token = await tiny.logIn();
    const changed = `${token.slice(0, -10)}${token.at(-10) === 'A' ? 'B' : 'A'}${token.slice(-9)}`;
    expect((await ask(`Bearer ${changed}`)).status).toBe(401);
  });

  const lifetimeMinutes = 60;
  const holder = async () => (await tiny.server.device.store.accounts.findByEmail(tiny.email))?.id ?? '';

  it('of another server is refused, though its holder has an account here', async () => {
    const clock = { nowMs: () => Date.now() };
    const other = createAccessTokens({ secret: new Uint8Array(32).fill(7), lifetimeMinutes, clock });
    expect((await ask(`Bearer ${await other.issue(await holder())}`)).status).toBe(401);
  });

  it('has an end', async () => {
    const secret = await tiny.server.device.store.secrets.obtain('access-token', 32);
    const issueAt = async (nowMs: number) =>
      createAccessTokens({ secret, lifetimeMinutes, clock: { nowMs: () => nowMs } }).issue(await holder());
    const minuteMs = 60_000;
    const [current, expired] = [await issueAt(Date.now()), await issueAt(Date.now() - 61 * minuteMs)];
    await tiny.server.device.store.accounts.changePassword(tiny.email, 'unused', Date.now() - 120 * minuteMs);
    expect((await ask(`Bearer ${current}`)).status).toBe(200);
    expect((await ask(`Bearer ${expired}`)).status).toBe(401);
  });

  it('is looked at before a byte of the body has come', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '1000000' };
    const asking = request(`${tiny.baseUrl}/diagnosis-support`, { method: 'POST', headers });
    asking.flushHeaders();
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    asking.on('error', () => undefined).destroy();
    expect(answer.statusCode).toBe(401);
  });
});
