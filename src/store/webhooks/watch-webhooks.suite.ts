// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createAuditEntry } from '../../../test/fixtures/sample-audit-entry.ts';
import { createSampleCompany } from '../../../test/fixtures/sample-company.ts';
import { createSampleWebhook } from '../../../test/fixtures/sample-webhook.ts';
import { linkEntry } from '../../gate/audit-chain.ts';
import type { Store } from '../store.ts';

/** What changes of webhooks leave behind in every store. */
export function testWatchWebhooks(openStore: () => Promise<Store>): void {
  describe('changes of webhooks that are watched', () => {
    it('are in the audit log of the company, and nothing is where nothing was changed', async () => {
      const store = await openStore();
      const watched = store.watchWebhooks((write) => createAuditEntry({ ...write, id: randomUUID() }));
      const { id: companyId, ...rest } = createSampleCompany();
      await store.companies.add({ id: companyId, ...rest });
      const webhook = createSampleWebhook(companyId);
      await watched.add(webhook);
      await expect(watched.add(webhook)).rejects.toThrow();
      await watched.rotate(webhook.id, 5);
      expect(await watched.enable(webhook.id)).toBe(true);
      expect(await watched.replay(webhook.id, 'dead', 6)).toBe(0);
      expect(await watched.remove(webhook.id)).toBe(true);
      expect(await watched.remove(webhook.id)).toBe(false);
      expect(await watched.rotate('a\0b', 5)).toBeUndefined();
      expect(await watched.enable(randomUUID())).toBe(false);
      expect(await store.webhooks.find(webhook.id)).toBeUndefined();
      await store.audit.seal(linkEntry, 100_000);
      const entries = (await store.audit.read(companyId, 0, 100)).map(({ text }) => JSON.parse(text));
      expect(entries.map(({ object }) => object)).toEqual(
        Array.from({ length: 4 }, () => ({ kind: 'webhook', id: webhook.id })),
      );
      expect(entries.map(({ action }) => action).toSorted()).toEqual([
        'create',
        'delete',
        'update',
        'update',
      ]);
    });
  });
}
