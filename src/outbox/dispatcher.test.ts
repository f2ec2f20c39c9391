// SPDX-License-Identifier: Apache-2.0
import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTemporaryStore } from '../../test/fixtures/data-folder.ts';
import { createKeptReport } from '../../test/fixtures/kept-report.ts';
import { createSampleCompany } from '../../test/fixtures/sample-company.ts';
import { createSampleEvent, createSampleWebhook } from '../../test/fixtures/sample-webhook.ts';
import { createWebhookSecrets } from '../gate/webhook-secrets.ts';
import type { Webhook } from '../record/webhook.ts';
import { createDispatcher, type DispatcherDependencies } from './dispatcher.ts';
import type { SendOutcome } from './send-webhook.ts';

const nowMs = Date.UTC(2026, 10, 21);
const ok: SendOutcome = { kind: 'answer', status: 204, retryAfter: null };
const secrets = createWebhookSecrets(randomBytes(32));
let store: Awaited<ReturnType<typeof openTemporaryStore>>;
let warnings: string[];

beforeEach(async () => {
  store = await openTemporaryStore();
  warnings = [];
});
afterEach(() => store[Symbol.asyncDispose]());

async function addWebhook(changes: Partial<Webhook> = {}): Promise<Webhook> {
  const company = createSampleCompany();
  await store.companies.add(company);
  const webhook = createSampleWebhook(company.id, changes);
  await store.webhooks.add(webhook);
  return webhook;
}

async function addNews({ companyId }: Webhook): Promise<void> {
  const event = createSampleEvent(companyId, { atMs: nowMs });
  await store.reports.add(createKeptReport({ companyId, id: event.reportId }), { events: [event] });
}

function open(changes: Partial<DispatcherDependencies> = {}) {
  return createDispatcher({
    deliveries: store.deliveries,
    compose: async () => '{}',
    send: async () => ok,
    secrets,
    clock: { nowMs: () => nowMs },
    newId: randomUUID,
    random: () => 0,
    agent: 'test',
    log: { warn: (_, message) => void warnings.push(message) },
    ...changes,
  });
}

async function runTurn(changes: Partial<DispatcherDependencies> = {}): Promise<void> {
  const dispatcher = open(changes);
  await dispatcher.turn();
  await dispatcher.idle();
}

async function findOnly({ id }: Webhook) {
  const [delivery] = await store.webhooks.listDeliveries(id, { limit: 2 });
  return delivery;
}

describe('a dispatcher', () => {
  it('keeps no more than four deliveries of a webhook under way, and lets others pass one that hangs', async () => {
    const [hanging, quick] = [await addWebhook({ url: 'https://hanging.example/' }), await addWebhook()];
    for (let each = 0; each < 10; each += 1) {
      await addNews(hanging);
      await addNews(quick);
    }
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const busy = { hanging: 0, most: 0 };
    const dispatcher = open({
      send: async ({ url }) => {
        if (url.hostname !== 'hanging.example') return ok;
        busy.hanging += 1;
        busy.most = Math.max(busy.most, busy.hanging);
        await held;
        busy.hanging -= 1;
        return ok;
      },
    });
    const countDelivered = async ({ id }: Webhook) =>
      (await store.webhooks.listDeliveries(id, { limit: 99, state: 'delivered' })).length;
    for (let turn = 0; turn < 200 && (await countDelivered(quick)) < 10; turn += 1) await dispatcher.turn();
    expect([await countDelivered(quick), await countDelivered(hanging), busy.most]).toEqual([10, 0, 4]);
    release();
    await dispatcher.idle();
    expect(await countDelivered(hanging)).toBe(4);
  });

  it('tries again what could not be composed, when its lease ends', async () => {
    const webhook = await addWebhook();
    await addNews(webhook);
    await runTurn({ compose: () => Promise.reject(new Error('The database is away.')) });
    expect(warnings).toEqual(['a webhook delivery could not be settled']);
    expect(await findOnly(webhook)).toMatchObject({ state: 'pending', attempts: 0 });
    await runTurn({ clock: { nowMs: () => nowMs + 60_000 } });
    expect(await findOnly(webhook)).toMatchObject({ state: 'delivered', attempts: 1 });
  });

  it('gives up what tells of a report that is gone, and does not blame the receiver', async () => {
    const webhook = await addWebhook();
    await addNews(webhook);
    await runTurn({ compose: async () => undefined });
    expect(await findOnly(webhook)).toMatchObject({ state: 'dead', problem: 'reportGone', status: null });
    expect(await store.webhooks.find(webhook.id)).toMatchObject({ failingSinceMs: null });
  });

  it('gives back untried what it is stopped at', async () => {
    const webhook = await addWebhook();
    await addNews(webhook);
    const dispatcher = open({
      send: ({ signal }) =>
        new Promise((resolve) => {
          const leave = () => resolve({ kind: 'failure', problem: 'unreachable' });
          signal.addEventListener('abort', leave, { once: true });
        }),
    });
    await dispatcher.turn();
    dispatcher.abandon();
    await dispatcher.idle();
    await dispatcher.turn();
    expect(await findOnly(webhook)).toMatchObject({ state: 'pending', attempts: 0, dueAtMs: nowMs });
    await runTurn();
    expect(await findOnly(webhook)).toMatchObject({ state: 'delivered' });
  });

  it('says in the log, by ids alone, that it disabled a webhook', async () => {
    const webhook = await addWebhook();
    await addNews(webhook);
    const told: object[] = [];
    const log = { warn: (about: object) => void told.push(about) };
    await runTurn({ send: async () => ({ kind: 'answer', status: 410, retryAfter: null }), log });
    expect(told).toEqual([{ webhook: webhook.id, company: webhook.companyId, reason: 'gone' }]);
  });
});
