// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { runCommand } from 'citty';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTemporaryStore } from '../../test/fixtures/data-folder.ts';
import { createKeptReport } from '../../test/fixtures/kept-report.ts';
import { createPaper } from '../../test/fixtures/paper.ts';
import { createSampleCompany } from '../../test/fixtures/sample-company.ts';
import { createSampleEvent, createSampleWebhook } from '../../test/fixtures/sample-webhook.ts';
import { buildWebhookDesks } from '../build/build-webhooks.ts';
import { createWebhookCommand } from './webhook.ts';

const nowMs = Date.UTC(2026, 10, 21, 12);
const url = 'https://clinic.example/hooks';
let store: Awaited<ReturnType<typeof openTemporaryStore>>;
let companyId: string;

beforeEach(async () => {
  store = await openTemporaryStore();
  const company = createSampleCompany();
  companyId = company.id;
  await store.companies.add(company);
});
afterEach(() => store[Symbol.asyncDispose]());

async function run(...rawArgs: readonly string[]) {
  const paper = createPaper();
  const parts = { store, clock: { nowMs: () => nowMs }, ids: { create: randomUUID } };
  const deskOf = await buildWebhookDesks({ webhookNetworks: [] }, parts);
  const desk = deskOf({ kind: 'operator', id: null });
  const context = {
    terminal: paper.terminal,
    openWebhookDesk: async () => ({ ...desk, close: async () => undefined }),
  };
  await runCommand(createWebhookCommand(context), { rawArgs: [...rawArgs] });
  return paper;
}

async function addWebhook(...more: readonly string[]) {
  const { printed } = await run('add', companyId, url, ...more);
  const [webhook] = await store.webhooks.list(companyId);
  if (webhook === undefined) throw new Error('Expected a webhook');
  return { webhook, secret: printed[0] ?? '' };
}

async function addDelivery() {
  const event = createSampleEvent(companyId, { atMs: nowMs });
  await store.reports.add(createKeptReport({ companyId, id: event.reportId }), { events: [event] });
  return event;
}

describe('openderm webhook add', () => {
  it('prints the secret alone, so that a script can take it', async () => {
    const { printed, remarked } = await run('add', companyId, url);
    expect(printed).toEqual([expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/)]);
    expect(remarked.join()).toContain('shown once');
    expect(await store.webhooks.list(companyId)).toMatchObject([
      { url, events: ['report.created', 'report.severity_added'], body: 'thin', createdAtMs: nowMs },
    ]);
  });

  it('takes events and body', async () => {
    const { webhook } = await addWebhook(
      '--events',
      'report.severity_added, report.created',
      '--body',
      'report',
    );
    expect(webhook).toMatchObject({ events: ['report.created', 'report.severity_added'], body: 'report' });
  });

  it.each([
    [
      ['--events', 'report.deleted'],
      'There is no event "report.deleted"; there are report.created, report.severity_added.',
    ],
    [['--events', ''], 'There is no event ""'],
    [['--body', 'fat'], 'There is no body "fat"; there are thin, report.'],
    [['stray'], 'stray'],
  ])('refuses %j', async (words, message) => {
    await expect(run('add', companyId, url, ...words)).rejects.toThrow(message);
    expect(await store.webhooks.list(companyId)).toEqual([]);
  });

  it.each([
    ['http://clinic.example/', 'Expected https:// on port 443 or 8443'],
    ['https://10.0.0.1/', '10.0.0.1 is not a public address'],
    ['https://0x7f.1/', '127.0.0.1 is not a public address'],
    ['https://a:b@clinic.example/', 'must not hold a user name'],
    ['clinic.example', 'Expected an https:// address.'],
  ])('refuses the address %s', async (address, message) => {
    await expect(run('add', companyId, address)).rejects.toThrow(message);
    expect(await store.webhooks.list(companyId)).toEqual([]);
  });

  it('knows its companies, and how many webhooks are too many', async () => {
    await expect(run('add', randomUUID(), url)).rejects.toThrow('openderm company list');
    for (let each = 0; each < 20; each += 1) await store.webhooks.add(createSampleWebhook(companyId));
    await expect(run('add', companyId, url)).rejects.toThrow('at most 20 webhooks');
  });

  it('does not count what was made for callbacks of reports', async () => {
    for (let each = 0; each < 20; each += 1)
      await store.webhooks.add(createSampleWebhook(companyId, { events: [] }));
    await run('add', companyId, url);
    expect((await store.webhooks.list(companyId)).map((webhook) => webhook.url)).toContain(url);
  });
});

describe('openderm webhook', () => {
  it('lists them with their state, without a secret', async () => {
    expect((await run('list', companyId)).remarked.join()).toContain('openderm webhook add');
    const { webhook, secret } = await addWebhook();
    const disabled = createSampleWebhook(companyId, {
      createdAtMs: nowMs + 1,
      disabled: { atMs: nowMs, reason: 'failing' },
    });
    await store.webhooks.add(disabled);
    const table = (await run('list', companyId)).printed.join('\n');
    expect(table).toMatch(new RegExp(`${webhook.id} +2026-11-21 12:00 UTC +works +thin +${url}`));
    expect(table).toMatch(new RegExp(`${disabled.id} .* disabled \\(failing\\)`));
    const asJson = (await run('list', companyId, '--json')).printed.join('\n');
    expect(JSON.parse(asJson)).toEqual([webhook, disabled]);
    expect(asJson + table).not.toContain(secret.slice(6));
    await expect(run('list', randomUUID())).rejects.toThrow('There is no company');
  });

  it('changes a secret', async () => {
    const { webhook, secret } = await addWebhook();
    const { printed } = await run('rotate', webhook.id);
    expect(printed).toEqual([expect.stringMatching(/^whsec_/)]);
    expect(printed[0]).not.toBe(secret);
    expect(await store.webhooks.find(webhook.id)).toMatchObject({ secretGeneration: 2, rotatedAtMs: nowMs });
  });

  it('lists deliveries, all or of one state', async () => {
    const { webhook } = await addWebhook();
    expect((await run('deliveries', webhook.id)).remarked.join()).toContain('There is no such delivery');
    const event = await addDelivery();
    const { printed } = await run('deliveries', webhook.id);
    expect(printed.join('\n')).toMatch(
      new RegExp(
        `${event.id} +2026-11-21 12:00 UTC +report.created +pending +0 +-, next 2026-11-21 12:00 UTC`,
      ),
    );
    const asJson = await run('deliveries', webhook.id, '--state', 'pending', '--limit', '1', '--json');
    expect(JSON.parse(asJson.printed.join('\n'))).toMatchObject([{ event, state: 'pending', attempts: 0 }]);
    expect((await run('deliveries', webhook.id, '--state', 'dead')).printed).toEqual([]);
    await expect(run('deliveries', webhook.id, '--state', 'lost')).rejects.toThrow(
      'pending, delivered, dead',
    );
    for (const limit of ['0', '1001', '1.5', 'many'])
      await expect(run('deliveries', webhook.id, '--limit', limit)).rejects.toThrow('1 to 1000');
  });

  it('sends again what was given up, once the webhook is enabled', async () => {
    const { webhook } = await addWebhook();
    const { id } = webhook;
    const event = await addDelivery();
    const claim = { nowMs, leaseMs: 1, leaseId: 'lease', limit: 1, perWebhook: 1 };
    const [claimed] = await store.deliveries.claim(claim);
    if (claimed === undefined) throw new Error('Expected a delivery');
    const result = { atMs: nowMs, dueAtMs: nowMs, status: 410, problem: 'status', disable: 'gone' } as const;
    await store.deliveries.settle(claimed, { ...result, state: 'dead' });
    await expect(run('replay', id)).rejects.toThrow(`openderm webhook enable ${id} first`);
    expect((await run('enable', id)).remarked.join()).toContain(`openderm webhook replay ${id}`);
    expect((await run('replay', id)).remarked).toEqual(['1 delivery goes out again.']);
    expect((await run('replay', id)).remarked).toEqual(['0 deliveries go out again.']);
    expect((await run('replay', id, '--event', event.id)).remarked).toEqual(['1 delivery goes out again.']);
    await expect(run('replay', id, '--event', randomUUID())).rejects.toThrow('was never to be told of');
    expect(await store.deliveries.claim({ ...claim, nowMs: nowMs + 2 })).toHaveLength(1);
  });

  it('removes a webhook, and knows what it does not know', async () => {
    const { webhook } = await addWebhook();
    await run('remove', webhook.id);
    for (const command of ['remove', 'rotate', 'enable', 'deliveries', 'replay'])
      await expect(run(command, webhook.id)).rejects.toThrow(`There is no webhook ${webhook.id}`);
  });
});
