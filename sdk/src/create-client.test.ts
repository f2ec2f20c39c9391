// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClient, OpenDermError } from './index.ts';

interface Seen {
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

let server: Server;
let baseUrl: string;
let seen: Seen[];
let reply: (request: Seen) => Reply | Promise<Reply>;

beforeEach(async () => {
  seen = [];
  server = createServer(async (request, response) => {
    const record = toSeen(request, await text(request));
    seen.push(record);
    const { status = 200, headers = {}, body = {} } = await reply(record);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function toSeen({ url, headers }: IncomingMessage, body: string): Seen {
  return { url, authorization: headers.authorization, contentType: headers['content-type'], body };
}

const credentials = { username: 'a+b@example.org', password: 'p&ss wörd' };
const token = (value: string) => ({
  body: { access_token: value, token_type: 'Access token', expires_in_minutes: '60' },
});

async function failureOf(call: Promise<unknown>): Promise<OpenDermError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof OpenDermError) return error;
  throw new Error(`Expected an OpenDermError, received ${String(error)}`);
}

test('logs in with a form and sends the token with what follows', async () => {
  reply = ({ url }) => (url === '/v1/login' ? token('t1') : { body: { conclusion: [] } });
  const client = createClient({ baseUrl: `${baseUrl}/` });
  await client.login(credentials);
  await client.diagnose([new Uint8Array([1, 2, 3])]);
  expect(seen[0]?.contentType).toBe('application/x-www-form-urlencoded');
  expect(Object.fromEntries(new URLSearchParams(seen[0]?.body))).toEqual(credentials);
  expect(seen[1]?.authorization).toBe('Bearer t1');
});

test('sends every photograph as bare base64 with what the answer should echo', async () => {
  reply = () => ({});
  const bytes = Uint8Array.from({ length: 70_001 }, (_, index) => (index * 31) % 256);
  const client = createClient({ baseUrl, token: 't' });
  await client.diagnose([
    bytes,
    new Blob([bytes], { type: 'image/png' }),
    { data: bytes, title: 'Arm "left"', contentType: 'image/jpeg' },
  ]);
  const data = Buffer.from(bytes).toString('base64');
  expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
    payload: [
      { contentAttachment: { data } },
      { contentAttachment: { data, contentType: 'image/png' } },
      { contentAttachment: { data, title: 'Arm "left"', contentType: 'image/jpeg' } },
    ],
  });
});

test('logs in again once when a token has expired, also for calls made together', async () => {
  const issued = ['t1', 't2'];
  reply = ({ url, authorization }) => {
    if (url === '/v1/login') return token(issued.shift() ?? 'none left');
    return authorization === 'Bearer t2' ? { body: { ok: true } } : { status: 401 };
  };
  const client = createClient({ baseUrl, credentials });
  await Promise.all([client.deviceInformation(), client.deviceInformation(), client.deviceInformation()]);
  expect(seen.filter(({ url }) => url === '/v1/login')).toHaveLength(2);
  expect(client.token).toBe('t2');
});

test('gives up after the second 401 and after one without credentials', async () => {
  reply = ({ url }) =>
    url === '/v1/login' ? token('t') : { status: 401, body: { detail: 'Not authenticated' } };
  const withCredentials = await failureOf(createClient({ baseUrl, credentials }).deviceInformation());
  expect(withCredentials.code).toBe('ERR_UNAUTHENTICATED');
  expect(seen).toHaveLength(4);
  const withToken = await failureOf(createClient({ baseUrl, token: 'old' }).deviceInformation());
  expect(withToken.code).toBe('ERR_UNAUTHENTICATED');
  expect(seen).toHaveLength(5);
});

test('asks for a login before it sends a photograph to nobody', async () => {
  const error = await failureOf(createClient({ baseUrl }).diagnose([new Uint8Array([1])]));
  expect(error.code).toBe('ERR_UNAUTHENTICATED');
  expect(seen).toHaveLength(0);
});

test.each([
  [404, 'ERR_NOT_FOUND'],
  [413, 'ERR_TOO_LARGE'],
  [415, 'ERR_WRONG_CONTENT_TYPE'],
  [422, 'ERR_INVALID_REQUEST'],
  [429, 'ERR_TOO_MANY_REQUESTS'],
  [503, 'ERR_UNAVAILABLE'],
  [500, 'ERR_SERVER'],
  [502, 'ERR_SERVER'],
  [408, 'ERR_INVALID_REQUEST'],
  [302, 'ERR_UNEXPECTED_ANSWER'],
])('says status %i with the stable code %s', async (status, code) => {
  reply = () => ({ status, body: { detail: 'No.', code: 'queueFull' }, headers: { 'retry-after': '7' } });
  const error = await failureOf(createClient({ baseUrl, token: 't' }).diagnose([new Uint8Array([1])]));
  expect(error).toMatchObject({
    code,
    message: 'No.',
    details: { status, deviceCode: 'queueFull', retryAfterS: 7 },
  });
});

test('says wrong credentials apart from an expired token', async () => {
  reply = () => ({ status: 401, body: { detail: 'Incorrect username or password' } });
  const error = await failureOf(createClient({ baseUrl }).login(credentials));
  expect(error.code).toBe('ERR_BAD_CREDENTIALS');
});

test('names the refused fields', async () => {
  const field = {
    type: 'missing',
    msg: 'Field required',
    loc: ['body', 'payload', 0, 'contentAttachment', 'data'],
  };
  reply = () => ({ status: 422, body: { detail: [field] } });
  const error = await failureOf(createClient({ baseUrl, token: 't' }).diagnose([]));
  expect(error.details.fields).toEqual([field]);
  expect(error.message).toBe('Field required (body.payload.0.contentAttachment.data)');
});

test('tells an answer that is not the device’s from no answer at all', async () => {
  reply = () => ({ body: '<html>proxy</html>' });
  expect((await failureOf(createClient({ baseUrl }).limits())).code).toBe('ERR_UNEXPECTED_ANSWER');
  server.closeAllConnections();
  server.close();
  expect((await failureOf(createClient({ baseUrl }).limits())).code).toBe('ERR_NETWORK');
});

test('stops when the signal fires', async () => {
  reply = () => new Promise(() => undefined);
  const stopping = new AbortController();
  const call = failureOf(createClient({ baseUrl }).conditions({ signal: stopping.signal }));
  stopping.abort();
  expect((await call).code).toBe('ERR_ABORTED');
});
