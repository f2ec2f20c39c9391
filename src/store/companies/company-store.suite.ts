// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  createSampleAppKey,
  createSampleCompany,
  createSampleToken,
} from '../../../test/fixtures/sample-company.ts';
import type { Company } from '../../record/company.ts';
import type { Store } from '../store.ts';

const odd = ['', "' or 1=1 --", 'a\0b', 'half \ud800 a pair', 'x'.repeat(100_000), '%'];

async function addCompany({ companies }: Store): Promise<Company> {
  const company = createSampleCompany();
  await companies.add(company);
  return company;
}

/** What every company store does; `openStore` opens the same database again and again. */
export function testCompanyStore(openStore: () => Promise<Store>): void {
  describe('companies', () => {
    it('come back as they were added, a threshold to the last digit', async () => {
      const { companies } = await openStore();
      const company = createSampleCompany({ confidenceThreshold: 0.1 + 0.2, locale: 'pt' });
      await companies.add(company);
      expect(await companies.find(company.id)).toEqual(company);
      const fresh = await openStore();
      expect(await fresh.companies.find(company.id)).toEqual(company);
      expect(await companies.find(randomUUID())).toBeUndefined();
    });

    it('are listed oldest first', async () => {
      const { companies } = await openStore();
      const added = [3, 1, 2].map((day) => createSampleCompany({ createdAtMs: Date.UTC(2020, 0, day) }));
      for (const company of added) await companies.add(company);
      const listed = (await companies.list()).filter(({ id }) => added.some((each) => each.id === id));
      expect(listed).toEqual([added[1], added[2], added[0]]);
    });

    it('are not added twice, nor under a name that one database could not keep', async () => {
      const { companies } = await openStore();
      const company = createSampleCompany();
      await companies.add(company);
      await expect(companies.add(company)).rejects.toThrow();
      for (const name of ['a\0b', 'half \ud800 a pair'])
        await expect(companies.add(createSampleCompany({ name }))).rejects.toThrow(TypeError);
    });

    it('are changed, to nobody else and for every replica', async () => {
      const [store, replica] = [await openStore(), await openStore()];
      const [company, other] = [await addCompany(store), await addCompany(store)];
      const wanted = { ...company, name: 'Renamed', allowedOrigins: ['https://clinic.example'] };
      expect(await store.companies.change(company.id, () => ({ ...wanted, createdAtMs: 1 }))).toEqual(wanted);
      expect(await replica.companies.find(company.id)).toEqual(wanted);
      expect(await replica.companies.find(other.id)).toEqual(other);
      expect(await store.companies.change(randomUUID(), () => wanted)).toBeUndefined();
      await expect(store.companies.change(company.id, () => ({ ...wanted, name: 'a\0b' }))).rejects.toThrow(
        TypeError,
      );
    });

    it('keep every change of many that are made at once', async () => {
      const [store, replica] = [await openStore(), await openStore()];
      const { id } = await addCompany(store);
      const origins = Array.from({ length: 12 }, (_, index) => `https://clinic-${index}.example`);
      await Promise.all(
        origins.map((origin, index) =>
          (index % 2 === 0 ? store : replica).companies.change(id, (company) => ({
            ...company,
            allowedOrigins: [...company.allowedOrigins, origin],
          })),
        ),
      );
      expect((await store.companies.find(id))?.allowedOrigins.toSorted()).toEqual(origins.toSorted());
    });

    it.each(odd)('are not found by odd text %#', async (text) => {
      const { companies } = await openStore();
      expect(await companies.find(text)).toBeUndefined();
      expect(await companies.change(text, (company) => company)).toBeUndefined();
      expect(await companies.findToken(text)).toBeUndefined();
      expect(await companies.listTokens(text)).toEqual([]);
      expect(await companies.revokeToken(text, 1)).toBe(false);
      expect(await companies.currentAppKey(text, 1)).toBeUndefined();
      expect(await companies.findAppKey(text, 1)).toBeUndefined();
    });
  });

  testTokens(openStore);
  testAppKeys(openStore);
}

function testTokens(openStore: () => Promise<Store>): void {
  describe('tokens of companies', () => {
    it('lead to their company, and to no other', async () => {
      const store = await openStore();
      const [company, other] = [await addCompany(store), await addCompany(store)];
      const [token, otherToken] = [createSampleToken(company.id), createSampleToken(other.id)];
      await store.companies.addToken(token);
      await store.companies.addToken(otherToken);
      expect(await store.companies.findToken(token.secretHash)).toEqual({ token, company });
      expect(await store.companies.findToken(otherToken.secretHash)).toEqual({
        token: otherToken,
        company: other,
      });
      expect(await store.companies.findToken(token.secretHash.toUpperCase())).toBeUndefined();
    });

    it('open nothing once revoked, on every replica, and say when', async () => {
      const store = await openStore();
      const company = await addCompany(store);
      const token = createSampleToken(company.id);
      await store.companies.addToken(token);
      expect(await store.companies.revokeToken(token.id, 5)).toBe(true);
      expect(await store.companies.revokeToken(token.id, 6)).toBe(false);
      expect(await store.companies.revokeToken(randomUUID(), 5)).toBe(false);
      expect(await store.companies.findToken(token.secretHash)).toBeUndefined();
      expect(await (await openStore()).companies.findToken(token.secretHash)).toBeUndefined();
      expect(await store.companies.listTokens(company.id)).toEqual([{ ...token, revokedAtMs: 5 }]);
    });

    it('are listed by company, oldest first', async () => {
      const store = await openStore();
      const [company, other] = [await addCompany(store), await addCompany(store)];
      const tokens = [2, 1].map((createdAtMs) => createSampleToken(company.id, { createdAtMs }));
      for (const token of [...tokens, createSampleToken(other.id)]) await store.companies.addToken(token);
      expect(await store.companies.listTokens(company.id)).toEqual(tokens.toReversed());
    });

    it('belong to a company that exists, each to one, under a name that can be kept', async () => {
      const store = await openStore();
      const { id } = await addCompany(store);
      const token = createSampleToken(id);
      await store.companies.addToken(token);
      const { secretHash } = token;
      await expect(store.companies.addToken(createSampleToken(id, { secretHash }))).rejects.toThrow();
      await expect(store.companies.addToken(createSampleToken(randomUUID()))).rejects.toThrow();
      const nameless = createSampleToken(id, { name: 'a\0b' });
      await expect(store.companies.addToken(nameless)).rejects.toThrow(TypeError);
    });
  });
}

function testAppKeys(openStore: () => Promise<Store>): void {
  describe('app keys of companies', () => {
    it('are valid until they expire, and not at that moment', async () => {
      const store = await openStore();
      const { id } = await addCompany(store);
      const key = createSampleAppKey(id);
      expect(await store.companies.addAppKey(key)).toBe('added');
      expect(await store.companies.findAppKey(key.key, key.expiresAtMs - 1)).toEqual(key);
      expect(await store.companies.findAppKey(key.key, key.expiresAtMs)).toBeUndefined();
      expect(await store.companies.currentAppKey(id, key.expiresAtMs - 1)).toEqual(key);
      expect(await store.companies.currentAppKey(id, key.expiresAtMs)).toBeUndefined();
    });

    it('stand in addresses: of several the one that lasts longest, never that of another company', async () => {
      const store = await openStore();
      const [company, other] = [await addCompany(store), await addCompany(store)];
      const keys = [20, 40, 30].map((expiresAtMs) => createSampleAppKey(company.id, { expiresAtMs }));
      const foreign = createSampleAppKey(other.id, { expiresAtMs: 50 });
      for (const key of [...keys, foreign]) await store.companies.addAppKey(key);
      expect(await store.companies.currentAppKey(company.id, 10)).toEqual(keys[1]);
      expect(await store.companies.currentAppKey(company.id, 45)).toBeUndefined();
      expect(await store.companies.currentAppKey(other.id, 45)).toEqual(foreign);
    });

    it('are taken for good, by whoever is first of many', async () => {
      const [store, replica] = [await openStore(), await openStore()];
      const companies = [await addCompany(store), await addCompany(store)];
      const { key } = createSampleAppKey('');
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 === 0 ? store : replica).companies.addAppKey(
            createSampleAppKey(companies[index % 2]?.id ?? '', { key, expiresAtMs: 10 }),
          ),
        ),
      );
      expect(answers.filter((answer) => answer === 'added')).toHaveLength(1);
      const later = createSampleAppKey(companies[0]?.id ?? '', { key });
      expect(await store.companies.addAppKey(later)).toBe('taken');
      expect(await store.companies.findAppKey(key, 11)).toBeUndefined();
    });

    it('belong to a company that exists, and differ by case', async () => {
      const store = await openStore();
      const { id } = await addCompany(store);
      await expect(store.companies.addAppKey(createSampleAppKey(randomUUID()))).rejects.toThrow();
      const key = createSampleAppKey(id, { key: 'Ab'.repeat(32) });
      await store.companies.addAppKey(key);
      expect(await store.companies.findAppKey('aB'.repeat(32), 1)).toBeUndefined();
      await expect(store.companies.addAppKey(createSampleAppKey(id, { key: 'a\0b' }))).rejects.toThrow(
        TypeError,
      );
    });
  });
}
