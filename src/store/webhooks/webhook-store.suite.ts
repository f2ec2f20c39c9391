// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeptReport } from '../../../test/fixtures/kept-report.ts';
import { createSampleCompany } from '../../../test/fixtures/sample-company.ts';
import { createSampleEvent, createSampleWebhook } from '../../../test/fixtures/sample-webhook.ts';
import type { OutboxEvent } from '../../record/outbox-event.ts';
import type { Webhook } from '../../record/webhook.ts';
import type { Store } from '../store.ts';
import type { ClaimedDelivery, DeliveryResult } from './delivery-store.ts';

const atMs = Date.UTC(2026, 10, 21);
const minuteMs = 60_000;
const odd = ['', "' or 1=1 --", 'a\0b', 'half \ud800 a pair', '%'];

const delivered: DeliveryResult = {
  atMs: atMs + 1,
  state: 'delivered',
  dueAtMs: atMs + 1,
  status: 200,
  problem: null,
  disable: null,
};
const failed: DeliveryResult = {
  ...delivered,
  state: 'pending',
  dueAtMs: atMs + 5000,
  status: 500,
  problem: 'status',
};

async function addWebhook({ companies, webhooks }: Store, changes: Partial<Webhook> = {}): Promise<Webhook> {
  const company = createSampleCompany();
  await companies.add(company);
  const webhook = createSampleWebhook(company.id, changes);
  await webhooks.add(webhook);
  return webhook;
}

/** Reports that come with news, one each. */
async function addNews(store: Store, companyId: string, times = 1): Promise<readonly OutboxEvent[]> {
  const events = Array.from({ length: times }, (_, index) =>
    createSampleEvent(companyId, { atMs: atMs - times + index }),
  );
  for (const event of events)
    await store.reports.add(createKeptReport({ companyId, id: event.reportId }), { events: [event] });
  return events;
}

/** Other tests leave work of their own in the same database. */
async function claim({ deliveries }: Store, webhookId: string, nowMs = atMs) {
  const leaseId = randomUUID();
  const claimed = await deliveries.claim({ nowMs, leaseMs: minuteMs, leaseId, limit: 1000, perWebhook: 4 });
  return claimed.filter(({ webhook }) => webhook.id === webhookId);
}

async function claimOne(store: Store, webhookId: string, nowMs = atMs): Promise<ClaimedDelivery> {
  const [claimed] = await claim(store, webhookId, nowMs);
  if (claimed === undefined) throw new Error('Expected something to deliver');
  return claimed;
}

/** What every store of webhooks does; `openStore` opens the same database again and again. */
export function testWebhookStore(openStore: () => Promise<Store>): void {
  testWebhooks(openStore);
  testNews(openStore);
  testClaims(openStore);
  testSettling(openStore);
}

function testWebhooks(openStore: () => Promise<Store>): void {
  describe('webhooks', () => {
    it('come back as they were added, oldest first, to their own company', async () => {
      const store = await openStore();
      const first = await addWebhook(store, { events: ['report.created'], body: 'report' });
      const second = createSampleWebhook(first.companyId, { createdAtMs: first.createdAtMs - 1 });
      await store.webhooks.add(second);
      await addWebhook(store);
      const fresh = await openStore();
      expect(await fresh.webhooks.list(first.companyId)).toEqual([second, first]);
      expect(await fresh.webhooks.find(first.id)).toEqual(first);
    });

    it('belong to a company that exists, at an address that can be kept', async () => {
      const store = await openStore();
      const { companyId } = await addWebhook(store);
      await expect(store.webhooks.add(createSampleWebhook(randomUUID()))).rejects.toThrow();
      await expect(store.webhooks.add(createSampleWebhook(companyId, { url: 'a\0b' }))).rejects.toThrow(
        TypeError,
      );
    });

    it('change their secret one generation at a time, however many ask at once', async () => {
      const store = await openStore();
      const webhook = await addWebhook(store);
      const rotated = await Promise.all([1, 2, 3].map(() => store.webhooks.rotate(webhook.id, atMs)));
      expect(rotated.map((each) => each?.secretGeneration).toSorted()).toEqual([2, 3, 4]);
      expect(await store.webhooks.find(webhook.id)).toMatchObject({ secretGeneration: 4, rotatedAtMs: atMs });
    });

    it('are removed with their deliveries', async () => {
      const store = await openStore();
      const webhook = await addWebhook(store);
      await addNews(store, webhook.companyId);
      expect(await store.webhooks.remove(webhook.id)).toBe(true);
      expect(await store.webhooks.remove(webhook.id)).toBe(false);
      expect(await store.webhooks.listDeliveries(webhook.id, { limit: 9 })).toEqual([]);
      expect(await claim(store, webhook.id)).toEqual([]);
    });

    it.each(odd)('are not found by odd text %#', async (text) => {
      const { webhooks } = await openStore();
      expect(await webhooks.find(text)).toBeUndefined();
      expect(await webhooks.list(text)).toEqual([]);
      expect(await webhooks.remove(text)).toBe(false);
      expect(await webhooks.rotate(text, atMs)).toBeUndefined();
      expect(await webhooks.enable(text)).toBe(false);
      expect(await webhooks.listDeliveries(text, { limit: 1 })).toEqual([]);
      expect(await webhooks.replay(text, { eventId: text }, atMs)).toBe(0);
      expect(await webhooks.replay(text, 'dead', atMs)).toBe(0);
    });
  });
}

function testNews(openStore: () => Promise<Store>): void {
  describe('news of a report', () => {
    it('is put on its way with it, to every webhook of its company that wants it', async () => {
      const store = await openStore();
      const webhook = await addWebhook(store);
      const deaf = createSampleWebhook(webhook.companyId, { events: ['report.severity_added'] });
      await store.webhooks.add(deaf);
      const stranger = await addWebhook(store);
      const [event] = await addNews(store, webhook.companyId);
      expect(await store.webhooks.listDeliveries(webhook.id, { limit: 9 })).toEqual([
        {
          webhookId: webhook.id,
          event,
          state: 'pending',
          attempts: 0,
          dueAtMs: event?.atMs,
          finishedAtMs: null,
          status: null,
          problem: null,
        },
      ]);
      for (const { id } of [deaf, stranger])
        expect(await store.webhooks.listDeliveries(id, { limit: 9 })).toEqual([]);
    });

    it('is kept together with its report, or not at all', async () => {
      const store = await openStore();
      const webhook = await addWebhook(store);
      const [event] = await addNews(store, webhook.companyId);
      if (event === undefined) throw new Error('Expected news');
      const { companyId } = webhook;
      const other = createKeptReport({ companyId });
      // The same news again is refused by its key, after the report's own row was written.
      await expect(store.reports.add(other, { events: [event] })).rejects.toThrow();
      expect(await store.reports.find(companyId, other.id)).toBeUndefined();
      const again = createKeptReport({ companyId, id: event.reportId });
      await expect(store.reports.add(again, { events: [createSampleEvent(companyId)] })).rejects.toThrow();
      expect(await store.webhooks.listDeliveries(webhook.id, { limit: 9 })).toHaveLength(1);
    });

    it('goes when its report goes', async () => {
      const store = await openStore();
      const webhook = await addWebhook(store);
      const [first, second] = await addNews(store, webhook.companyId, 2);
      await store.reports.remove(webhook.companyId, first?.reportId ?? '');
      const left = await store.webhooks.listDeliveries(webhook.id, { limit: 9 });
      expect(left.map(({ event }) => event)).toEqual([second]);
    });

    it('for a disabled webhook waits to be replayed', async () => {
      const store = await openStore();
      const disabled = { atMs, reason: 'gone' } as const;
      const webhook = await addWebhook(store, { disabled });
      const [event] = await addNews(store, webhook.companyId);
      expect(await claim(store, webhook.id)).toEqual([]);
      const [kept] = await store.webhooks.listDeliveries(webhook.id, { limit: 9, state: 'dead' });
      expect(kept).toMatchObject({ event, problem: 'webhookDisabled' });
      expect(await store.webhooks.enable(webhook.id)).toBe(true);
      expect(await store.webhooks.replay(webhook.id, 'dead', atMs)).toBe(1);
      expect((await claimOne(store, webhook.id)).delivery.event).toEqual(event);
    });
  });
}

function testClaims(openStore: () => Promise<Store>): void {
  describe('deliveries', () => {
    it('are claimed oldest first, four of a webhook at a time on all servers together', async () => {
      const [store, replica] = [await openStore(), await openStore()];
      const webhook = await addWebhook(store);
      const events = await addNews(store, webhook.companyId, 6);
      const both = await Promise.all([claim(store, webhook.id), claim(replica, webhook.id)]);
      const claimed = [...both.flat(), ...(await claim(replica, webhook.id))];
      const ids = claimed.map(({ delivery }) => delivery.event.id);
      expect(ids.toSorted()).toEqual(
        events
          .slice(0, 4)
          .map(({ id }) => id)
          .toSorted(),
      );
      const [first] = claimed;
      if (first === undefined) throw new Error('Expected a delivery');
      await store.deliveries.settle(first, delivered);
      expect((await claim(replica, webhook.id)).map(({ delivery }) => delivery.event)).toEqual([events[4]]);
    });

    it('are in one hand each, however many servers ask at once', async () => {
      const stores = await Promise.all(Array.from({ length: 4 }, openStore));
      const [store] = stores;
      if (store === undefined) throw new Error('Expected a store');
      const webhook = await addWebhook(store);
      const events = await addNews(store, webhook.companyId, 25);
      const seen: string[] = [];
      for (let round = 0; round < 40 && seen.length < events.length; round += 1) {
        const claims = (await Promise.all(stores.map((each) => claim(each, webhook.id)))).flat();
        expect(claims.length).toBeLessThanOrEqual(4);
        seen.push(...claims.map(({ delivery }) => delivery.event.id));
        for (const each of claims) expect(await store.deliveries.settle(each, delivered)).toBe(true);
      }
      expect(seen.toSorted()).toEqual(events.map(({ id }) => id).toSorted());
    });

    it('wait until they are due', async () => {
      const store = await openStore();
      const webhook = await addWebhook(store);
      await addNews(store, webhook.companyId);
      expect(await claim(store, webhook.id, atMs - minuteMs)).toEqual([]);
      await store.deliveries.settle(await claimOne(store, webhook.id), failed);
      expect(await claim(store, webhook.id, failed.dueAtMs - 1)).toEqual([]);
      expect((await claimOne(store, webhook.id, failed.dueAtMs)).delivery).toMatchObject({
        attempts: 1,
        status: 500,
        problem: 'status',
      });
    });

    it('of a server that died are due again, and it cannot settle them any more', async () => {
      const store = await openStore();
      const webhook = await addWebhook(store);
      await addNews(store, webhook.companyId);
      const lost = await claimOne(store, webhook.id);
      expect(await claim(store, webhook.id, atMs + minuteMs - 1)).toEqual([]);
      const again = await claimOne(store, webhook.id, atMs + minuteMs);
      expect(await store.deliveries.settle(lost, delivered)).toBe(false);
      expect(await store.deliveries.settle(again, delivered)).toBe(true);
    });

    it('are given back untried', async () => {
      const store = await openStore();
      const webhook = await addWebhook(store);
      await addNews(store, webhook.companyId);
      await store.deliveries.release(await claimOne(store, webhook.id), atMs + 7);
      expect((await claimOne(store, webhook.id, atMs + 7)).delivery.attempts).toBe(0);
    });

    it('go one at a time where the latest failed', async () => {
      const store = await openStore();
      const webhook = await addWebhook(store);
      await addNews(store, webhook.companyId, 6);
      for (const each of await claim(store, webhook.id)) await store.deliveries.settle(each, failed);
      const probes = await claim(store, webhook.id);
      expect(probes).toHaveLength(1);
      for (const each of probes) await store.deliveries.settle(each, delivered);
      expect(await claim(store, webhook.id, atMs + minuteMs)).toHaveLength(4);
    });
  });
}

function testSettling(openStore: () => Promise<Store>): void {
  describe('settled deliveries', () => {
    it('tell whether their webhook works', async () => {
      const store = await openStore();
      const { id, companyId } = await addWebhook(store);
      await addNews(store, companyId, 3);
      const [first, second, third] = await claim(store, id);
      if (!(first && second && third)) throw new Error('Expected three');
      await store.deliveries.settle(first, failed);
      await store.deliveries.settle(second, { ...failed, atMs: atMs + 900 });
      expect(await store.webhooks.find(id)).toMatchObject({ failingSinceMs: failed.atMs });
      await store.deliveries.settle(third, delivered);
      expect(await store.webhooks.find(id)).toMatchObject({ failingSinceMs: null, disabled: null });
    });

    it('end a webhook together with what waits for it', async () => {
      const store = await openStore();
      const { id, companyId } = await addWebhook(store);
      await addNews(store, companyId, 6);
      const [first, second] = await claim(store, id);
      if (!(first && second)) throw new Error('Expected two');
      const gone = { ...failed, state: 'dead', status: 410, disable: 'gone' } as const;
      await Promise.all([first, second].map((each) => store.deliveries.settle(each, gone)));
      expect(await store.webhooks.find(id)).toMatchObject({
        disabled: { atMs: gone.atMs, reason: 'gone' },
      });
      const dead = await store.webhooks.listDeliveries(id, { limit: 9, state: 'dead' });
      expect(dead).toHaveLength(6);
      expect(await claim(store, id, atMs + minuteMs)).toEqual([]);
    });

    it('are forgotten when their time is over, those that wait never', async () => {
      const store = await openStore();
      const { id, companyId } = await addWebhook(store);
      const events = await addNews(store, companyId, 2);
      await store.deliveries.settle(await claimOne(store, id), { ...delivered, atMs: 5 });
      expect(await store.deliveries.sweep(5)).toBe(0);
      expect(await store.deliveries.sweep(6)).toBe(1);
      const left = await store.webhooks.listDeliveries(id, { limit: 9 });
      expect(left.map(({ event }) => event)).toEqual([events[1]]);
    });
  });
}
