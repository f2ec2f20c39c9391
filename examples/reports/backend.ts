// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RawReport } from '@openderm/contract';

/** Around every answer, refusals too. */
export interface Envelope {
  readonly success: boolean;
  readonly data: RawReport;
  readonly errorCode: string | null;
}

/** What a company's backend does: it sends photographs, and reads the report in the view that it wants. */
export interface Backend {
  /** @throws AssertionError for anything but a report */
  create(body: object | FormData): Promise<RawReport>;
  /** Sends the same work twice under one `Idempotency-Key`, as after a broken line. @throws AssertionError unless it was done once */
  createTwice(body: object): Promise<RawReport>;
  /** @param query such as `format=pdf`; @throws AssertionError for anything but 200 */
  read(id: string, query?: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The report in the raw view. @throws AssertionError for anything but 200 */
  readRaw(id: string, query?: string): Promise<RawReport>;
  /** Whatever the answer is. */
  ask(method: string, id: string, query?: string): Promise<Response>;
}

const photos = join(import.meta.dirname, '..', 'photos');

export function readPhoto(name: string): Promise<Buffer> {
  return readFile(join(photos, `${name}.jpg`));
}

export function createBackend(origin: string, token: string): Backend {
  const path = `${origin}/s2s-api/v3/anonymous-diagnostic-reports`;
  const key = { 'X-API-TOKEN': token };
  const ask = (method: string, id: string, query = '', headers = {}) =>
    fetch(`${path}/${id}?${query}`, { method, headers: { ...key, ...headers } });
  const read: Backend['read'] = async (id, query = '', headers = {}) => {
    const answer = await ask('GET', id, query, headers);
    assert.equal(answer.status, 200, answer.ok ? '' : await answer.text());
    return answer;
  };
  const post = (body: object | FormData, headers = {}) => {
    const isForm = body instanceof FormData;
    const type = isForm ? {} : { 'Content-Type': 'application/json' };
    const sent = isForm ? body : JSON.stringify(body);
    return fetch(path, { method: 'POST', headers: { ...key, ...type, ...headers }, body: sent });
  };
  return {
    read,
    async readRaw(id, query) {
      const { data } = (await (await read(id, query)).json()) as Envelope;
      return data;
    },
    create: async (body) => JSON.parse(await textOf(await post(body))).data,
    async createTwice(body) {
      const once = { 'Idempotency-Key': randomUUID() };
      const first = await post(body, once);
      const second = await post(body, once);
      assert.equal(second.headers.get('idempotent-replayed'), 'true');
      const text = await textOf(first);
      assert.equal(await textOf(second), text);
      return JSON.parse(text).data;
    },
    ask,
  };
}

async function textOf(answer: Response): Promise<string> {
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  return text;
}
