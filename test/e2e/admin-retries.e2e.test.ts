// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import type { AdminCompany, AdminNewWebhookResponse, AdminReplayResponse } from '@openderm/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminDesk, startAdminDesk } from '../fixtures/admin-desk.ts';

/*
 * `Idempotency-Key` where an administrator asks twice: what gives no secret is done once. What gives one takes no key.
 */

let desk: AdminDesk;
let company: AdminCompany;
beforeAll(async () => {
  desk = await startAdminDesk();
  company = (await desk.ask<AdminCompany>('POST', '/companies', { name: 'Clinic North' })).body;
});
afterAll(() => desk?.close());

interface Sent {
  readonly key: string;
  readonly body?: unknown;
  readonly token?: string;
}

async function post(path: string, { key, body, token = desk.administrator }: Sent) {
  const answer = await fetch(`${desk.tiny.baseUrl}/admin${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const isReplayed = answer.headers.get('idempotent-replayed') === 'true';
  return { status: answer.status, isReplayed, body: (await answer.json()) as unknown };
}

const countCompanies = async () => (await desk.tiny.server.device.store.companies.list()).length;

async function addHook(): Promise<string> {
  const path = `/companies/${company.id}/webhooks`;
  const made = await desk.ask<AdminNewWebhookResponse>('POST', path, { url: 'https://clinic.example/hooks' });
  expect(made.status).toBe(200);
  return `${path}/${made.body.webhook.id}`;
}

describe('a company that is asked for again', () => {
  const body = { name: 'Clinic South' };

  it('is made once, and answered the same', async () => {
    const [key, before] = [randomUUID(), await countCompanies()];
    const first = await post('/companies', { key, body });
    expect([first.status, first.isReplayed]).toEqual([200, false]);
    expect(await post('/companies', { key, body })).toEqual({ ...first, isReplayed: true });
    expect(await countCompanies()).toBe(before + 1);
  });

  it('is refused with another body, and shown to nobody who may not ask', async () => {
    const key = randomUUID();
    await post('/companies', { key, body });
    const refused = await post('/companies', { key, body: { name: 'Clinic West' } });
    expect([refused.status, refused.body]).toMatchObject([422, { code: 'idempotency_key_reused' }]);
    expect((await post('/companies', { key, body, token: desk.user })).status).toBe(403);
  });
});

describe('a webhook', () => {
  it('is not taken for another one under the same key', async () => {
    const key = randomUUID();
    const [one, another] = [await addHook(), await addHook()];
    const first = await post(`${one}/replay`, { key, body: {} });
    expect(first).toEqual({
      status: 200,
      isReplayed: false,
      body: { replayed: 0 } satisfies AdminReplayResponse,
    });
    expect(await post(`${one}/replay`, { key, body: {} })).toEqual({ ...first, isReplayed: true });
    expect(await post(`${another}/replay`, { key, body: {} })).toEqual(first);
  });

  it.each([[undefined], [{}]])('is enabled once, whatever comes along: %j', async (body) => {
    const key = randomUUID();
    const path = `${await addHook()}/enable`;
    const first = await post(path, { key, body });
    expect([first.status, first.isReplayed]).toEqual([200, false]);
    expect(await post(path, { key, body })).toEqual({ ...first, isReplayed: true });
  });

  it('whose address no database can keep is not found', async () => {
    const sent = { key: randomUUID(), body: {} };
    expect((await post(`/companies/${company.id}/webhooks/%00/replay`, sent)).status).toBe(404);
  });
});

describe('what gives a secret', () => {
  it.each([
    ['tokens', { name: 'production' }],
    ['app-keys', { minutes: 10 }],
    ['webhooks', { url: 'https://clinic.example/secret' }],
  ])('is made anew each time, and never kept: %s', async (what, body) => {
    const [key, path] = [randomUUID(), `/companies/${company.id}/${what}`];
    const [first, again] = [await post(path, { key, body }), await post(path, { key, body })];
    expect([first.status, again.status, again.isReplayed]).toEqual([200, 200, false]);
    expect(again.body).not.toEqual(first.body);
  });
});
