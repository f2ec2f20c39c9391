// SPDX-License-Identifier: Apache-2.0
import * as contract from '@openderm/contract';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminDesk, startAdminDesk } from '../fixtures/admin-desk.ts';
import { toJpeg } from '../fixtures/pictures.ts';

let desk: AdminDesk;
let company: contract.AdminCompany;
let other: contract.AdminCompany;
let administratorId: string;
beforeAll(async () => {
  desk = await startAdminDesk();
  company = (await desk.ask<contract.AdminCompany>('POST', '/companies', { name: 'Clinic North' })).body;
  other = (await desk.ask<contract.AdminCompany>('POST', '/companies', { name: 'Clinic South' })).body;
  const { accounts } = desk.tiny.server.device.store;
  administratorId = (await accounts.findByEmail(desk.tiny.email))?.id ?? '';
});
afterAll(() => desk?.close());

const hooks = () => `/companies/${company.id}/webhooks`;

async function addHook(url: string): Promise<contract.AdminNewWebhookResponse> {
  const made = await desk.ask<contract.AdminNewWebhookResponse>('POST', hooks(), { url });
  expect([made.status, Compile(contract.AdminNewWebhookResponse).Errors(made.body)]).toEqual([200, []]);
  return made.body;
}

async function createReport(): Promise<void> {
  const path = `/companies/${company.id}/tokens`;
  const issued = await desk.ask<contract.AdminNewTokenResponse>('POST', path, { name: 'a' });
  const answer = await fetch(`${desk.tiny.origin}/s2s-api/v3/anonymous-diagnostic-reports`, {
    method: 'POST',
    headers: { 'x-api-token': issued.body.secret, 'content-type': 'application/json' },
    body: JSON.stringify({ bodySite: 'trunkFront', images: [(await toJpeg()).toString('base64')] }),
  });
  expect(answer.status).toBe(200);
}

describe('webhooks of a company', () => {
  it('are added with a secret that is told once, listed without, and removed', async () => {
    const { webhook, secret } = await addHook('https://clinic.example/hooks');
    expect(secret).toMatch(/^whsec_/);
    const { body } = await desk.ask<contract.AdminWebhooksResponse>('GET', hooks());
    expect([Compile(contract.AdminWebhooksResponse).Errors(body), body]).toEqual([[], [webhook]]);
    expect(JSON.stringify(body)).not.toContain('whsec_');
    expect((await desk.ask('DELETE', `${hooks()}/${webhook.id}`)).body).toEqual([]);
    expect((await desk.ask('DELETE', `${hooks()}/${webhook.id}`)).status).toBe(404);
  });

  it('show what was delivered, and send again what was given up', async () => {
    const { webhook } = await addHook('https://clinic.example/hooks');
    await createReport();
    const { webhooks } = desk.tiny.server.device.store;
    const path = `${hooks()}/${webhook.id}`;
    const { body } = await desk.ask<contract.AdminDeliveriesResponse>('GET', `${path}/deliveries`);
    expect(Compile(contract.AdminDeliveriesResponse).Errors(body)).toEqual([]);
    const [kept] = await webhooks.listDeliveries(webhook.id, { limit: 1 });
    expect(body.map(({ eventId, event }) => [eventId, event])).toEqual([[kept?.event.id, 'report.created']]);
    const again = { eventId: kept?.event.id };
    expect((await desk.ask('POST', `${path}/replay`, again)).body).toEqual({ replayed: 1 });
    expect((await desk.ask('POST', `${path}/replay`, {})).body).toEqual({ replayed: 0 });
    expect((await desk.ask('POST', `${path}/replay`, { eventId: 'x' })).status).toBe(404);
  });

  it.each([
    [{ url: 'http://169.254.169.254/latest' }, 'url'],
    [{ url: 'https://clinic.example/', events: ['everything'] }, 'events'],
    [{ url: 'https://clinic.example/', body: 'fat' }, 'body'],
    [{ url: 'https://clinic.example/', secret: 'x' }, 'secret'],
  ])('are refused: %j', async (wanted, field) => {
    const { status, body } = await desk.ask<{ detail: { loc: string[] }[] }>('POST', hooks(), wanted);
    expect([status, body.detail[0]?.loc]).toEqual([422, ['body', field]]);
  });

  it('are not reached under another company', async () => {
    const { webhook } = await addHook('https://clinic.example/mine');
    const path = `/companies/${other.id}/webhooks/${webhook.id}`;
    const replies = [
      await desk.ask('DELETE', path),
      await desk.ask('POST', `${path}/enable`),
      await desk.ask('GET', `${path}/deliveries`),
      await desk.ask('POST', `${path}/replay`, {}),
    ];
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(await desk.tiny.server.device.store.webhooks.find(webhook.id)).toBeDefined();
  });
});

describe('the audit log of a company', () => {
  it('says what the administrator changed, and that it is whole', async () => {
    await desk.ask('PATCH', `/companies/${other.id}`, { locale: 'de' });
    await desk.ask('POST', `/companies/${other.id}/app-keys`, { minutes: 1 });
    const made = await desk.ask<contract.AdminNewWebhookResponse>('POST', `/companies/${other.id}/webhooks`, {
      url: 'https://clinic.example/hooks',
    });
    const log = async () =>
      (await desk.ask<contract.AdminAuditResponse>('GET', `/companies/${other.id}/audit`)).body;
    await expect.poll(async () => (await log()).entries.length, { timeout: 30_000 }).toBe(4);
    const { entries, next } = await log();
    expect(Compile(contract.AdminAuditResponse).Errors({ entries, next })).toEqual([]);
    expect(next).toBeNull();
    const by = { actor: 'account', actorId: administratorId, outcome: 'done' };
    expect(entries.toReversed()).toMatchObject([
      { ...by, sequence: 1, action: 'create', object: 'company', objectId: other.id },
      { ...by, sequence: 2, action: 'update', object: 'company' },
      { ...by, sequence: 3, action: 'create', object: 'appKey' },
      { ...by, sequence: 4, action: 'create', object: 'webhook', objectId: made.body.webhook.id },
    ]);
    const path = `/companies/${other.id}/audit/verification`;
    const { body } = await desk.ask<contract.AdminAuditVerdict>('GET', path);
    expect(Compile(contract.AdminAuditVerdict).Errors(body)).toEqual([]);
    expect(body).toMatchObject({ isWhole: true, firstBad: null, from: 0, to: 4 });
  });

  it('is read page by page', async () => {
    const { id } = (await desk.ask<contract.AdminCompany>('POST', '/companies', { name: 'Clinic East' }))
      .body;
    for (let count = 0; count < 54; count += 1)
      await desk.ask('PATCH', `/companies/${id}`, { thresholdPercent: count });
    const first = (await desk.ask<contract.AdminAuditResponse>('GET', `/companies/${id}/audit`)).body;
    const path = `/companies/${id}/audit?before=${first.next}`;
    const second = (await desk.ask<contract.AdminAuditResponse>('GET', path)).body;
    expect([first.entries.length, second.entries.length, second.next]).toEqual([50, 5, null]);
    const places = [...first.entries, ...second.entries].map(({ sequence }) => sequence);
    expect(places).toEqual(Array.from({ length: 55 }, (_, index) => 55 - index));
    for (const before of ['x', '-1', '1e3', '9'.repeat(16)])
      expect((await desk.ask('GET', `/companies/${id}/audit?before=${before}`)).status).toBe(404);
  });
});
