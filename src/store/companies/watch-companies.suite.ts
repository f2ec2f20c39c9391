// SPDX-License-Identifier: Apache-2.0
import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createAuditEntry } from '../../../test/fixtures/sample-audit-entry.ts';
import {
  createSampleAppKey,
  createSampleCompany,
  createSampleToken,
} from '../../../test/fixtures/sample-company.ts';
import { linkEntry } from '../../gate/audit-chain.ts';
import type { Store } from '../store.ts';
import type { CompanyWrite } from './watch-companies.ts';

const watchIn = (store: Store) =>
  store.watchCompanies((write: CompanyWrite) => createAuditEntry({ ...write, id: randomUUID() }));

async function listActs({ audit }: Store, companyId: string): Promise<readonly string[]> {
  await audit.seal(linkEntry, 100_000);
  const entries = await audit.read(companyId, 0, 100);
  return entries
    .map(({ text }) => JSON.parse(text))
    .map(({ action, object }) => `${action} ${object.kind} ${object.id}`)
    .toSorted();
}

/** What changes of a company leave behind in every store. */
export function testWatchCompanies(openStore: () => Promise<Store>): void {
  describe('changes of a company that are watched', () => {
    it('are in its audit log, each once', async () => {
      const store = await openStore();
      const watched = watchIn(store);
      const company = createSampleCompany();
      await watched.add(company);
      const token = createSampleToken(company.id);
      await watched.addToken(token);
      await watched.change(company.id, (known) => ({ ...known, name: 'Another' }));
      expect(await watched.revokeToken(token.id, 5)).toBe(true);
      expect(await watched.revokeToken(token.id, 6)).toBe(false);
      const key = createSampleAppKey(company.id);
      expect(await watched.addAppKey(key)).toBe('added');
      expect(await watched.addAppKey(key)).toBe('taken');
      expect(await listActs(store, company.id)).toEqual([
        `create appKey ${createHash('sha256').update(key.key).digest('hex')}`,
        `create company ${company.id}`,
        `create token ${token.id}`,
        `delete token ${token.id}`,
        `update company ${company.id}`,
      ]);
      expect((await watched.find(company.id))?.name).toBe('Another');
    });

    it('leave nothing where nothing was changed', async () => {
      const store = await openStore();
      const watched = watchIn(store);
      const company = createSampleCompany();
      await watched.add(company);
      await expect(watched.add(company)).rejects.toThrow();
      await expect(watched.addToken(createSampleToken(randomUUID()))).rejects.toThrow();
      const refuse = () => {
        throw new Error('no');
      };
      await expect(watched.change(company.id, refuse)).rejects.toThrow('no');
      expect(await watched.change(randomUUID(), (known) => known)).toBeUndefined();
      expect(await watched.revokeToken(randomUUID(), 5)).toBe(false);
      expect(await watched.revokeToken('a\0b', 5)).toBe(false);
      expect(await listActs(store, company.id)).toEqual([`create company ${company.id}`]);
    });

    it('are not made when they cannot be written down', async () => {
      const store = await openStore();
      const watched = store.watchCompanies(() => {
        throw new Error('no entry');
      });
      const company = createSampleCompany();
      await expect(watched.add(company)).rejects.toThrow('no entry');
      expect(await store.companies.find(company.id)).toBeUndefined();
    });
  });
}
