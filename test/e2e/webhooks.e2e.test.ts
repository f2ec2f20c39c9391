// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RawReport } from '@openderm/contract';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildWebhookDesks } from '../../src/build/build-webhooks.ts';
import type { NewWebhook, WebhookDesk } from '../../src/device/manage-webhooks.ts';
import type { DeliveryState, WebhookDelivery } from '../../src/record/webhook.ts';
import { type CompanyBackend, openBackend } from '../fixtures/company-backend.ts';
import { toJpeg } from '../fixtures/pictures.ts';
import { type Received, type Receiver, startReceiver } from '../fixtures/receiver.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

const webhookNetworks = ['127.0.0.0/8'];
let tiny: TinyServer;
let photograph: string;
const receivers: Receiver[] = [];

beforeAll(async () => {
  tiny = await startTinyServer({
    OPENDERM_QUALITY_THRESHOLD: '0',
    OPENDERM_WEBHOOK_NETWORKS: webhookNetworks.join(),
  });
  const { store } = tiny.server.device;
  const clock = { nowMs: () => Date.now() };
  const parts = { store, clock, ids: { create: randomUUID } };
  desk = (await buildWebhookDesks({ webhookNetworks }, parts))({ kind: 'operator', id: null });
  photograph = (await toJpeg()).toString('base64');
});
afterAll(() => tiny?.close());
afterEach(async () => {
  for (const receiver of receivers.splice(0)) await receiver.close();
});

/** As the command line and the admin page have it. */
let desk: WebhookDesk;

async function receive(...answer: Parameters<typeof startReceiver>): Promise<Receiver> {
  const receiver = await startReceiver(...answer);
  receivers.push(receiver);
  return receiver;
}

function openCompany(): Promise<CompanyBackend> {
  return openBackend({ origin: tiny.origin, store: tiny.server.device.store }, { confidenceThreshold: 0.1 });
}

async function add(backend: CompanyBackend, url: string, more: Partial<NewWebhook> = {}) {
  const { webhook, secret } = await desk.add({
    companyId: backend.company.id,
    url,
    events: undefined,
    body: undefined,
    ...more,
  });
  return { id: webhook.id, secret };
}

function settled(id: string, state: DeliveryState, count: number): Promise<readonly WebhookDelivery[]> {
  return vi.waitFor(
    async () => {
      const deliveries = await desk.listDeliveries(id, { limit: 100, state });
      expect(deliveries).toHaveLength(count);
      return deliveries;
    },
    { timeout: 120_000, interval: 50 },
  );
}

async function makeReport(backend: CompanyBackend, more: object = {}): Promise<RawReport> {
  const { status, body } = await backend.create({
    bodySite: 'trunkFront',
    images: [photograph],
    visitIdentifier: 'visit-canary-4711',
    extraData: { note: 'extra-canary-4711' },
    ...more,
  });
  expect([status, body.message]).toEqual([200, `Diagnostic report <${body.data?.id}>`]);
  return body.data;
}

function arrived(receiver: Receiver, count: number): Promise<readonly Received[]> {
  return vi.waitFor(
    () => {
      expect(receiver.received.length).toBeGreaterThanOrEqual(count);
      return receiver.received;
    },
    { timeout: 120_000, interval: 50 },
  );
}

interface Thin {
  readonly type: string;
  readonly timestamp: string;
  readonly data: { readonly companyId: string; readonly diagnosticReportId: string };
}

describe('a webhook', () => {
  it('is told of a report in a few signed words that lead to it', async () => {
    const [backend, receiver] = [await openCompany(), await receive()];
    const { secret } = await add(backend, `${receiver.origin}/hooks`);
    const report = await makeReport(backend, { forcedScoringSystems: ['apasiLocal'] });
    const told = await arrived(receiver, 2);
    const bodies = told.map(({ body, headers }) => new Verifier(secret).verify(body, headers) as Thin);
    expect(bodies.map(({ type }) => type).toSorted()).toEqual(['report.created', 'report.severity_added']);
    for (const [index, { data, timestamp }] of bodies.entries()) {
      expect(Object.keys(data).toSorted()).toEqual(['companyId', 'diagnosticReportId']);
      expect(data.companyId).toBe(backend.company.id);
      const read = await backend.read(data.diagnosticReportId);
      expect([read.status, read.body.data.visitIdentifier]).toEqual([200, 'visit-canary-4711']);
      expect(read.body.data.createdAt).toBe(report.createdAt);
      expect(new Date(timestamp).toISOString()).toBe(timestamp);
      expect(told[index]?.body).not.toContain('canary');
      expect(told[index]?.body.length).toBeLessThan(20_000);
    }
    expect(new Set(told.map(({ headers }) => headers['webhook-id'])).size).toBe(2);
    expect(told[0]).toMatchObject({ method: 'POST', path: '/hooks' });
    expect(told[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': expect.stringMatching(/^OpenDerm\/\S+ webhooks$/),
    });
  });

  it('hears of no other company, nor of events it did not ask for', async () => {
    const [backend, other, receiver] = [await openCompany(), await openCompany(), await receive()];
    const { id } = await add(backend, receiver.origin, { events: ['report.severity_added'] });
    await makeReport(other, { forcedScoringSystems: ['apasiLocal'] });
    await makeReport(backend);
    const scored = await makeReport(backend, { forcedScoringSystems: ['apasiLocal'] });
    const [told] = await arrived(receiver, 1);
    const { data } = JSON.parse(told?.body ?? '') as Thin;
    const read = await backend.read(data.diagnosticReportId);
    expect([read.status, read.body.data.createdAt]).toEqual([200, scored.createdAt]);
    expect((await other.read(data.diagnosticReportId)).status).toBe(404);
    expect(await desk.listDeliveries(id, { limit: 10 })).toHaveLength(1);
  });

  it('gets the raw report itself where it asked for that', async () => {
    const [backend, receiver] = [await openCompany(), await receive()];
    const events = ['report.created'];
    const { secret } = await add(backend, receiver.origin, { body: 'report', events });
    const report = await makeReport(backend);
    const [told] = await arrived(receiver, 1);
    const body = new Verifier(secret).verify(told?.body ?? '', told?.headers ?? {}) as RawReport;
    expect(Object.keys(body)).toEqual(Object.keys(report));
    expect(body).toMatchObject({
      visitIdentifier: 'visit-canary-4711',
      extraData: { note: 'extra-canary-4711' },
      createdAt: report.createdAt,
      pathology: report.pathology,
    });
  });

  it('changes its secret without missing anything', async () => {
    const [backend, receiver] = [await openCompany(), await receive()];
    const before = await add(backend, receiver.origin);
    const after = await desk.rotate(before.id);
    expect(after.secret).not.toBe(before.secret);
    await makeReport(backend);
    const [told] = await arrived(receiver, 1);
    for (const { secret } of [before, after])
      expect(new Verifier(secret).verify(told?.body ?? '', told?.headers ?? {})).toMatchObject({
        type: 'report.created',
      });
  });

  it('that fails is tried again with the same id, signed anew', async () => {
    const [backend, receiver] = [
      await openCompany(),
      await receive((response, { headers }) => {
        const isFirst = receiver.received.filter(
          (each) => each.headers['webhook-id'] === headers['webhook-id'],
        );
        response.writeHead(isFirst.length === 1 ? 503 : 200).end();
      }),
    ];
    const { id, secret } = await add(backend, receiver.origin);
    await makeReport(backend);
    const told = await arrived(receiver, 2);
    const [delivery] = await settled(id, 'delivered', 1);
    expect(delivery).toMatchObject({ attempts: 2, status: 200, problem: null });
    const headers = told.map((each) => each.headers);
    expect(headers[1]?.['webhook-id']).toBe(headers[0]?.['webhook-id']);
    expect(headers[1]?.['webhook-timestamp']).not.toBe(headers[0]?.['webhook-timestamp']);
    for (const each of told) expect(() => new Verifier(secret).verify(each.body, each.headers)).not.toThrow();
    const [webhook] = await desk.list(backend.company.id);
    expect(webhook).toMatchObject({ failingSinceMs: null, disabled: null });
  });

  it('that is gone is disabled, and can be enabled and told again', async () => {
    let status = 410;
    const [backend, receiver] = [
      await openCompany(),
      await receive((response) => response.writeHead(status).end()),
    ];
    const { id } = await add(backend, receiver.origin);
    await makeReport(backend);
    await settled(id, 'dead', 1);
    expect(await desk.list(backend.company.id)).toMatchObject([{ disabled: { reason: 'gone' } }]);
    await makeReport(backend);
    await expect(desk.replay(id, 'dead')).rejects.toThrow(`openderm webhook enable ${id}`);
    expect(receiver.received).toHaveLength(1);
    status = 200;
    await desk.enable(id);
    expect(await desk.replay(id, 'dead')).toBe(2);
    const [latest] = await settled(id, 'delivered', 2);
    expect(await desk.replay(id, { eventId: latest?.event.id ?? '' })).toBe(1);
    await arrived(receiver, 4);
    await desk.remove(id);
    await expect(desk.listDeliveries(id, { limit: 1 })).rejects.toThrow('There is no webhook');
  });

  it('that redirects inward leads nowhere', async () => {
    const inner = await receive();
    const outer = await receive((response) =>
      response.writeHead(302, { location: `${inner.origin}/secret` }).end(),
    );
    const backend = await openCompany();
    const { id } = await add(backend, outer.origin);
    await makeReport(backend);
    await arrived(outer, 2);
    const [delivery] = await settled(id, 'pending', 1);
    expect(delivery).toMatchObject({ status: 302, problem: 'redirect' });
    expect(inner.received).toEqual([]);
  });

  it('is not told of a report that was erased before', async () => {
    const backend = await openCompany();
    const { id } = await add(backend, 'https://away.invalid/');
    const { id: encryptedId } = await makeReport(backend);
    await settled(id, 'pending', 1);
    const { reports } = tiny.server.device.store;
    const [kept] = await reports.list(backend.company.id, 1);
    expect(await reports.remove(backend.company.id, kept?.id ?? '')).toBe(true);
    expect(await desk.listDeliveries(id, { limit: 1 })).toEqual([]);
    expect((await backend.read(encryptedId)).status).toBe(404);
  });

  it('has a secret that is nowhere in the database', async () => {
    const backend = await openCompany();
    const { secret } = await add(backend, 'https://away.invalid/');
    const base64 = secret.slice('whsec_'.length);
    expect(JSON.stringify(await desk.list(backend.company.id))).not.toContain(base64);
    const files = ['openderm.db', 'openderm.db-wal'].map((name) => readFileSync(join(tiny.dataDir, name)));
    for (const bytes of [Buffer.from(base64), Buffer.from(base64, 'base64')])
      expect(files.map((file) => file.includes(bytes))).toEqual([false, false]);
  });
});
