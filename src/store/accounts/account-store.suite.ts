// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSampleCompany } from '../../../test/fixtures/sample-company.ts';
import type { Account } from '../../record/account.ts';
import type { Store } from '../store.ts';

function createAccount(email: string, createdAtMs = Date.UTC(2026, 10, 21)): Account {
  return {
    id: randomUUID(),
    email,
    passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
    createdAtMs,
    passwordChangedAtMs: createdAtMs,
    role: 'user',
    companyId: null,
  };
}

/** What every account store does; `openStore` opens the same database again and again. */
export function testAccountStore(openStore: () => Promise<Store>): void {
  describe('accounts', () => {
    it('come back as they were added, by address in any case and by id', async () => {
      const { accounts } = await openStore();
      const account = createAccount('ana.müller@example.org');
      expect(await accounts.add({ ...account, email: 'Ana.MÜLLER@example.org' })).toBe(true);
      expect(await accounts.findByEmail('ANA.müller@EXAMPLE.org')).toEqual(account);
      expect(await accounts.findById(account.id)).toEqual(account);
      expect(await accounts.findById(randomUUID())).toBeUndefined();
    });

    it('let one of many win who ask for an address at once', async () => {
      const { accounts } = await openStore();
      const { accounts: others } = await openStore();
      const email = `${randomUUID()}@example.org`;
      const added = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 === 0 ? accounts : others).add(createAccount(email)),
        ),
      );
      expect(added.filter(Boolean)).toHaveLength(1);
      expect((await accounts.list()).filter((account) => account.email === email)).toHaveLength(1);
    });

    it('refuse a second account with the id of another', async () => {
      const { accounts } = await openStore();
      const account = createAccount(`${randomUUID()}@example.org`);
      await accounts.add(account);
      await expect(accounts.add({ ...account, email: `${randomUUID()}@example.org` })).rejects.toThrow();
    });

    it('are listed oldest first', async () => {
      const { accounts } = await openStore();
      const emails = Array.from({ length: 5 }, () => `${randomUUID()}@example.org`);
      for (const [index, email] of emails.entries())
        await accounts.add(createAccount(email, Date.UTC(2020, 0, 10 - index)));
      const listed = (await accounts.list()).map(({ email }) => email);
      expect(listed.filter((email) => emails.includes(email))).toEqual(emails.toReversed());
    });

    it('change their password, and with it the time from which tokens count', async () => {
      const { accounts } = await openStore();
      const account = createAccount(`${randomUUID()}@example.org`);
      await accounts.add(account);
      const changedAtMs = account.createdAtMs + 1;
      expect(await accounts.changePassword(account.email.toUpperCase(), 'other', changedAtMs)).toBe(true);
      const expected = { ...account, passwordHash: 'other', passwordChangedAtMs: changedAtMs };
      expect(await accounts.findById(account.id)).toEqual(expected);
      expect(await accounts.changePassword('nobody@example.org', 'other', changedAtMs)).toBe(false);
    });

    it('change what they may do, and for whom, to a company that exists', async () => {
      const { accounts, companies } = await openStore();
      const account = createAccount(`${randomUUID()}@example.org`);
      const company = createSampleCompany();
      await companies.add(company);
      await accounts.add({ ...account, role: 'administrator' });
      expect(await accounts.findById(account.id)).toMatchObject({ role: 'administrator', companyId: null });
      const standing = { role: 'user', companyId: company.id } as const;
      expect(await accounts.changeStanding(account.email.toUpperCase(), standing)).toBe(true);
      expect(await accounts.findById(account.id)).toEqual({ ...account, ...standing });
      const nowhere = { role: 'user', companyId: randomUUID() } as const;
      await expect(accounts.changeStanding(account.email, nowhere)).rejects.toThrow();
      expect(await accounts.changeStanding('nobody@example.org', standing)).toBe(false);
    });

    it('renew a hash only while it is the one that was checked', async () => {
      const { accounts } = await openStore();
      const account = createAccount(`${randomUUID()}@example.org`);
      await accounts.add(account);
      const { id, passwordHash } = account;
      expect(await accounts.renewHash(id, { from: passwordHash, to: 'stronger' })).toBe(true);
      expect(await accounts.renewHash(id, { from: passwordHash, to: 'too late' })).toBe(false);
      expect(await accounts.findById(id)).toEqual({ ...account, passwordHash: 'stronger' });
    });

    it('are gone once removed', async () => {
      const { accounts } = await openStore();
      const account = createAccount(`${randomUUID()}@example.org`);
      await accounts.add(account);
      expect(await accounts.remove(account.email.toUpperCase())).toBe(true);
      expect(await accounts.findByEmail(account.email)).toBeUndefined();
      expect(await accounts.remove(account.email)).toBe(false);
    });

    it.each(['', "' or 1=1 --", 'a\0b', 'half \ud800 a pair', 'x'.repeat(100_000), '%', '👩‍⚕️@example.org'])(
      'are not found, and not damaged, by odd address %#',
      async (odd) => {
        const { accounts } = await openStore();
        expect(await accounts.findByEmail(odd)).toBeUndefined();
        expect(await accounts.findById(odd)).toBeUndefined();
        expect(await accounts.changePassword(odd, 'x', 1)).toBe(false);
        expect(await accounts.remove(odd)).toBe(false);
      },
    );

    it('keep times beyond 32 bits as numbers', async () => {
      const { accounts } = await openStore();
      const account = createAccount(`${randomUUID()}@example.org`, Date.UTC(9999, 11, 31));
      await accounts.add(account);
      expect(await accounts.findById(account.id)).toEqual(account);
    });
  });
}
