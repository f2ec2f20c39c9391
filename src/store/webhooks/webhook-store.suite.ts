// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeptReport } from '../../../test/fixtures/kept-report.ts';
import { createAuditEntry } from '../../../test/fixtures/sample-audit-entry.ts';
import { createSampleEvent, createSampleWebhook } from '../../../test/fixtures/sample-webhook.ts';
import {
  addNews,
  addWebhook,
  claimNews,
  claimOneNews,
  newsAtMs,
} from '../../../test/fixtures/webhook-news.ts';
import { linkEntry } from '../../gate/audit-chain.ts';
import type { Store } from '../store.ts';

const odd = ['', "' or 1=1 --", 'a\0b', 'half \ud800 a pair', '%'];

/** What every store of webhooks does; `openStore` opens the same database again and again. */
export function testWebhookStore(openStore: () => Promise<Store>): void {
  testWebhooks(openStore);
  testNews(openStore);
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
      const rotated = await Promise.all([1, 2, 3].map(() => store.webhooks.rotate(webhook.id, newsAtMs)));
      expect(rotated.map((each) => each?.secretGeneration).toSorted()).toEqual([2, 3, 4]);
      expect(await store.webhooks.find(webhook.id)).toMatchObject({
        secretGeneration: 4,
        rotatedAtMs: newsAtMs,
      });
    });

    it('are removed with their deliveries', async () => {
      const store = await openStore();
      const webhook = await addWebhook(store);
      await addNews(store, webhook.companyId);
      expect(await store.webhooks.remove(webhook.id)).toBe(true);
      expect(await store.webhooks.remove(webhook.id)).toBe(false);
      expect(await store.webhooks.listDeliveries(webhook.id, { limit: 9 })).toEqual([]);
      expect(await claimNews(store, webhook.id)).toEqual([]);
    });

    it.each(odd)('are not found by odd text %#', async (text) => {
      const { webhooks } = await openStore();
      expect(await webhooks.find(text)).toBeUndefined();
      expect(await webhooks.list(text)).toEqual([]);
      expect(await webhooks.remove(text)).toBe(false);
      expect(await webhooks.rotate(text, newsAtMs)).toBeUndefined();
      expect(await webhooks.enable(text)).toBe(false);
      expect(await webhooks.listDeliveries(text, { limit: 1 })).toEqual([]);
      expect(await webhooks.replay(text, { eventId: text }, newsAtMs)).toBe(0);
      expect(await webhooks.replay(text, 'dead', newsAtMs)).toBe(0);
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

    it('makes the webhook of a callback once, and whoever made the report is in the audit log with it', async () => {
      const store = await openStore();
      const { companyId } = await addWebhook(store);
      const push = { webhookId: randomUUID(), url: 'https://clinic.example/callback' };
      const actor = { kind: 'appKey', id: 'f00d' } as const;
      for (const audit of [1, 2].map((atMs) =>
        createAuditEntry({ companyId, actor, action: 'create', atMs }),
      ))
        await store.reports.add(createKeptReport({ companyId }), {
          audit,
          events: [1, 2].map(() => createSampleEvent(companyId, { push })),
        });
      await store.audit.seal(linkEntry, 100_000);
      const entries = (await store.audit.read(companyId, 0, 100)).map(({ text }) => JSON.parse(text));
      const made = entries.filter(({ object }) => object.kind === 'webhook');
      const object = { kind: 'webhook', id: push.webhookId };
      expect(made).toEqual([expect.objectContaining({ actor, action: 'create', object, outcome: 'done' })]);
      expect((await store.webhooks.find(push.webhookId))?.url).toBe(push.url);
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
      const disabled = { atMs: newsAtMs, reason: 'gone' } as const;
      const webhook = await addWebhook(store, { disabled });
      const [event] = await addNews(store, webhook.companyId);
      expect(await claimNews(store, webhook.id)).toEqual([]);
      const [kept] = await store.webhooks.listDeliveries(webhook.id, { limit: 9, state: 'dead' });
      expect(kept).toMatchObject({ event, problem: 'webhookDisabled' });
      expect(await store.webhooks.enable(webhook.id)).toBe(true);
      expect(await store.webhooks.replay(webhook.id, 'dead', newsAtMs)).toBe(1);
      expect((await claimOneNews(store, webhook.id)).delivery.event).toEqual(event);
    });
  });
}
