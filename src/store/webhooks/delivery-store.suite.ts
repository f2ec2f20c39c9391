// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  addNews,
  addWebhook,
  claimNews,
  claimOneNews,
  leaseMs,
  newsAtMs,
} from '../../../test/fixtures/webhook-news.ts';
import type { Store } from '../store.ts';
import type { DeliveryResult } from './delivery-store.ts';

const delivered: DeliveryResult = {
  atMs: newsAtMs + 1,
  state: 'delivered',
  dueAtMs: newsAtMs + 1,
  status: 200,
  problem: null,
  disable: null,
};
const failed: DeliveryResult = {
  ...delivered,
  state: 'pending',
  dueAtMs: newsAtMs + 5000,
  status: 500,
  problem: 'status',
};

/** What every store of deliveries does; `openStore` opens the same database again and again. */
export function testDeliveryStore(openStore: () => Promise<Store>): void {
  testClaims(openStore);
  testSettling(openStore);
}

function testClaims(openStore: () => Promise<Store>): void {
  describe('deliveries', () => {
    it('are claimed oldest first, four of a webhook at a time on all servers together', async () => {
      const [store, replica] = [await openStore(), await openStore()];
      const webhook = await addWebhook(store);
      const events = await addNews(store, webhook.companyId, 6);
      const both = await Promise.all([claimNews(store, webhook.id), claimNews(replica, webhook.id)]);
      const claimed = [...both.flat(), ...(await claimNews(replica, webhook.id))];
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
      expect((await claimNews(replica, webhook.id)).map(({ delivery }) => delivery.event)).toEqual([
        events[4],
      ]);
    });

    it('are in one hand each, however many servers ask at once', async () => {
      const stores = await Promise.all(Array.from({ length: 4 }, openStore));
      const [store] = stores;
      if (store === undefined) throw new Error('Expected a store');
      const webhook = await addWebhook(store);
      const events = await addNews(store, webhook.companyId, 25);
      const seen: string[] = [];
      for (let round = 0; round < 40 && seen.length < events.length; round += 1) {
        const claims = (await Promise.all(stores.map((each) => claimNews(each, webhook.id)))).flat();
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
      expect(await claimNews(store, webhook.id, newsAtMs - leaseMs)).toEqual([]);
      await store.deliveries.settle(await claimOneNews(store, webhook.id), failed);
      expect(await claimNews(store, webhook.id, failed.dueAtMs - 1)).toEqual([]);
      expect((await claimOneNews(store, webhook.id, failed.dueAtMs)).delivery).toMatchObject({
        attempts: 1,
        status: 500,
        problem: 'status',
      });
    });

    it('of a server that died are due again, and it cannot settle them any more', async () => {
      const store = await openStore();
      const webhook = await addWebhook(store);
      await addNews(store, webhook.companyId);
      const lost = await claimOneNews(store, webhook.id);
      expect(await claimNews(store, webhook.id, newsAtMs + leaseMs - 1)).toEqual([]);
      const again = await claimOneNews(store, webhook.id, newsAtMs + leaseMs);
      expect(await store.deliveries.settle(lost, delivered)).toBe(false);
      expect(await store.deliveries.settle(again, delivered)).toBe(true);
    });

    it('are given back untried', async () => {
      const store = await openStore();
      const webhook = await addWebhook(store);
      await addNews(store, webhook.companyId);
      await store.deliveries.release(await claimOneNews(store, webhook.id), newsAtMs + 7);
      expect((await claimOneNews(store, webhook.id, newsAtMs + 7)).delivery.attempts).toBe(0);
    });

    it('go one at a time where the latest failed', async () => {
      const store = await openStore();
      const webhook = await addWebhook(store);
      await addNews(store, webhook.companyId, 6);
      for (const each of await claimNews(store, webhook.id)) await store.deliveries.settle(each, failed);
      const probes = await claimNews(store, webhook.id);
      expect(probes).toHaveLength(1);
      for (const each of probes) await store.deliveries.settle(each, delivered);
      expect(await claimNews(store, webhook.id, newsAtMs + leaseMs)).toHaveLength(4);
    });
  });
}

function testSettling(openStore: () => Promise<Store>): void {
  describe('settled deliveries', () => {
    it('tell whether their webhook works', async () => {
      const store = await openStore();
      const { id, companyId } = await addWebhook(store);
      await addNews(store, companyId, 3);
      const [first, second, third] = await claimNews(store, id);
      if (!(first && second && third)) throw new Error('Expected three');
      await store.deliveries.settle(first, failed);
      await store.deliveries.settle(second, { ...failed, atMs: newsAtMs + 900 });
      expect(await store.webhooks.find(id)).toMatchObject({ failingSinceMs: failed.atMs });
      await store.deliveries.settle(third, delivered);
      expect(await store.webhooks.find(id)).toMatchObject({ failingSinceMs: null, disabled: null });
    });

    it('end a webhook together with what waits for it', async () => {
      const store = await openStore();
      const { id, companyId } = await addWebhook(store);
      await addNews(store, companyId, 6);
      const [first, second] = await claimNews(store, id);
      if (!(first && second)) throw new Error('Expected two');
      const gone = { ...failed, state: 'dead', status: 410, disable: 'gone' } as const;
      await Promise.all([first, second].map((each) => store.deliveries.settle(each, gone)));
      expect(await store.webhooks.find(id)).toMatchObject({
        disabled: { atMs: gone.atMs, reason: 'gone' },
      });
      const dead = await store.webhooks.listDeliveries(id, { limit: 9, state: 'dead' });
      expect(dead).toHaveLength(6);
      expect(await claimNews(store, id, newsAtMs + leaseMs)).toEqual([]);
    });

    it('are forgotten when their time is over, those that wait never', async () => {
      const store = await openStore();
      const { id, companyId } = await addWebhook(store);
      const events = await addNews(store, companyId, 2);
      await store.deliveries.settle(await claimOneNews(store, id), { ...delivered, atMs: 5 });
      expect(await store.deliveries.sweep(5)).toBe(0);
      expect(await store.deliveries.sweep(6)).toBe(1);
      const left = await store.webhooks.listDeliveries(id, { limit: 9 });
      expect(left.map(({ event }) => event)).toEqual([events[1]]);
    });
  });
}
