// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTemporaryStore } from '../../../test/fixtures/data-folder.ts';
import { createSafeRetries, type SafeRetries } from '../../device/safe-retries.ts';
import { DeviceError } from '../../errors.ts';
import type { App } from '../app.ts';
import { bodyLimits } from '../body/body-limits.ts';
import { receiveChunks } from '../body/receive-chunks.ts';
import { toErrorSchemas } from '../error-schemas.ts';
import { handleErrors } from '../handle-errors.ts';
import { sendJsonPieces } from '../send-json-pieces.ts';
import { allowRetries } from './allow-retries.ts';
import { bodyWatcherOf, heldKeyDecorator } from './held-key.ts';
import { maxKeptAnswerBytes } from './keep-answer.ts';

/*
 * Answers of every size and fate, by a route that does nothing but answer: the framework, the database and the connection
 * are real.
 */

const mebibyte = 1024 * 1024;
let store: Awaited<ReturnType<typeof openTemporaryStore>>;
let retries: SafeRetries;
let app: App;
let origin = '';
/** How often the work was done, by what was asked for. */
const done = new Map<string, number>();

beforeAll(async () => {
  store = await openTemporaryStore();
  const clock = { nowMs: () => Date.now() };
  retries = createSafeRetries({ store: store.idempotency, clock, ids: { create: randomUUID } });
  app = await startApp();
  origin = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app?.close();
  await store?.[Symbol.asyncDispose]();
});

async function startApp(safeRetries = retries): Promise<App> {
  const made: App = Fastify() as unknown as App;
  made.decorateRequest(heldKeyDecorator, null);
  handleErrors(made);
  made.removeAllContentTypeParsers();
  made.addContentTypeParser('application/json', (_request, _body, parsed) => parsed(null));
  const ownerOf = () => 'somebody';
  allowRetries(made, { safeRetries, ownerOf, toSchemas: toErrorSchemas, limits: bodyLimits });
  made.post('/v1/work', { schema: { body: {} } }, async (request, reply) => {
    const chunks: Buffer[] = [];
    for await (const chunk of receiveChunks(request.raw, bodyLimits)) {
      bodyWatcherOf(request)?.(chunk);
      chunks.push(chunk);
    }
    const asked = Buffer.concat(chunks).toString();
    done.set(asked, (done.get(asked) ?? 0) + 1);
    const { bytes, fails } = JSON.parse(asked) as { bytes: number; fails?: 'at once' | 'half-way' };
    if (fails === 'at once') throw new DeviceError('workerLost');
    return sendJsonPieces(reply, write(bytes, fails === 'half-way'));
  });
  return made;
}

/** JSON text of exactly so many bytes. */
function* write(bytes: number, isFailing: boolean): Generator<string> {
  yield '"';
  for (let left = bytes - 2; left > 0; left -= mebibyte) {
    if (isFailing && left < bytes / 2) throw new Error('a bug');
    yield String(left % 10).repeat(Math.min(left, mebibyte));
  }
  yield '"';
}

function ask(key: string, body: string, signal?: AbortSignal): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  return fetch(`${origin}/v1/work`, { method: 'POST', headers, body, ...(signal && { signal }) });
}

/** Every request is another one. */
function toBody(more: object): string {
  return JSON.stringify({ id: randomUUID(), ...more });
}

describe('an answer under a key', () => {
  it.each([2, 1000, 2 * mebibyte, 5 * mebibyte + 1, maxKeptAnswerBytes])(
    'of %i bytes is repeated to the byte',
    async (bytes) => {
      const [key, body] = [randomUUID(), toBody({ bytes })];
      const first = await (await ask(key, body)).text();
      const again = await ask(key, body);
      expect([first.length, again.headers.get('idempotent-replayed')]).toEqual([bytes, 'true']);
      expect((await again.text()) === first).toBe(true);
      expect(done.get(body)).toBe(1);
    },
  );

  it('that is longer than what is kept is given whole, and made again', async () => {
    const [key, body] = [randomUUID(), toBody({ bytes: maxKeptAnswerBytes + 1 })];
    for (const times of [1, 2]) {
      const answer = await ask(key, body);
      expect([answer.status, answer.headers.get('idempotent-replayed')]).toEqual([200, null]);
      expect((await answer.text()).length).toBe(maxKeptAnswerBytes + 1);
      expect(done.get(body)).toBe(times);
    }
  });

  it('is kept to its end when the client leaves in the middle', async () => {
    const [key, body] = [randomUUID(), toBody({ bytes: 12 * mebibyte })];
    const leaving = new AbortController();
    const first = await ask(key, body, leaving.signal);
    await first.body?.getReader().read();
    leaving.abort();
    await expect
      .poll(async () => (await ask(key, body)).headers.get('idempotent-replayed'), { timeout: 60_000 })
      .toBe('true');
    expect((await (await ask(key, body)).text()).length).toBe(12 * mebibyte);
    expect(done.get(body)).toBe(1);
  });

  it.each(['at once', 'half-way'] as const)('that fails %s is not kept', async (fails) => {
    const [key, body] = [randomUUID(), toBody({ bytes: 8 * mebibyte, fails })];
    for (const times of [1, 2]) {
      const text = await ask(key, body).then((answer) => answer.text().catch(() => 'broken off'));
      expect(text).toMatch(/broken off|workerLost/);
      await expect.poll(() => done.get(body), { timeout: 60_000 }).toBe(times);
      await untilFree(key);
    }
  });

  it('is given also when it cannot be kept, and is then made again', async () => {
    const keepPiece = () => Promise.reject(new Error('the database is away'));
    const apart = await startApp({ ...retries, keepPiece });
    const [url, body] = ['/v1/work', toBody({ bytes: 10 })];
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    for (const times of [1, 2]) {
      const answer = await apart.inject({ method: 'POST', url, headers, body });
      expect([answer.statusCode, answer.body.length, done.get(body)]).toEqual([200, 10, times]);
    }
    await apart.close();
  });
});

/** The answer may be given up a moment after the connection has ended. */
async function untilFree(key: string): Promise<void> {
  const asked = { scope: 'somebody POST /v1/work', key };
  const take = async () => {
    const state = await retries.take(asked);
    if (state.kind === 'taken') await retries.release(state.id);
    return state.kind;
  };
  await expect.poll(take, { timeout: 60_000 }).toBe('taken');
}
