// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { runCommand } from 'citty';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTemporaryStore } from '../../test/fixtures/data-folder.ts';
import { createPaper } from '../../test/fixtures/paper.ts';
import { createSampleCompany } from '../../test/fixtures/sample-company.ts';
import { createAccountDesk } from '../device/manage-accounts.ts';
import { createPasswordHasher } from '../gate/password-hash.ts';
import { createUserCommand } from './user.ts';

const passwords = createPasswordHasher();
let store: Awaited<ReturnType<typeof openTemporaryStore>>;

beforeEach(async () => {
  store = await openTemporaryStore();
});
afterEach(() => store[Symbol.asyncDispose]());

async function run(words: string, input = '') {
  const paper = createPaper();
  const desk = createAccountDesk({
    accounts: store.accounts,
    companies: store.companies,
    passwords,
    clock: { nowMs: () => Date.UTC(2026, 10, 21) },
    newId: randomUUID,
  });
  const command = createUserCommand({
    terminal: paper.terminal,
    openAccountDesk: async () => ({ ...desk, close: async () => undefined }),
    readInput: async () => input,
  });
  await runCommand(command, { rawArgs: words.split(' ') });
  return paper;
}

async function opens(email: string, password: string): Promise<boolean> {
  return passwords.verify((await store.accounts.findByEmail(email))?.passwordHash, password);
}

describe('openderm user add', () => {
  it('prints a generated password alone, so that a script can take it', async () => {
    const { printed, remarked } = await run('add Ana@Example.org');
    expect(printed).toHaveLength(1);
    expect(remarked.join(' ')).toContain('ana@example.org');
    expect(await opens('ana@example.org', printed[0] ?? '')).toBe(true);
  });

  it('takes a password from standard input, without the end of its line, and prints none', async () => {
    const { printed } = await run('add ana@example.org --password-stdin', 'correct horse battery staple\n');
    expect(printed).toEqual([]);
    expect(await opens('ana@example.org', 'correct horse battery staple')).toBe(true);
  });

  it.each([
    [
      'a second account for one address',
      'add ANA@example.org',
      '',
      'There is an account ana@example.org already.',
    ],
    ['what is no address', 'add ana', '', 'Expected an e-mail address'],
    ['a short password', 'add b@example.org --password-stdin', 'short', 'at least 12 characters'],
    ['an empty password', 'add b@example.org --password-stdin', '', 'at least 12 characters'],
    [
      'the address as password',
      'add somebody@example.org --password-stdin',
      'Somebody@example.org',
      'the address itself',
    ],
    ['an unknown option', 'add b@example.org --admin', '', '--admin'],
    ['a second address', 'add b@example.org c@example.org', '', 'c@example.org'],
  ])('refuses %s', async (_, words, input, message) => {
    await run('add ana@example.org');
    await expect(run(words, input)).rejects.toThrow(message);
    expect(await store.accounts.list()).toHaveLength(1);
  });
});

describe('openderm user password', () => {
  it('replaces the password', async () => {
    const before = (await run('add ana@example.org')).printed[0] ?? '';
    const after = (await run('password ana@example.org')).printed[0] ?? '';
    expect([await opens('ana@example.org', before), await opens('ana@example.org', after)]).toEqual([
      false,
      true,
    ]);
  });

  it('says when nobody has the address', async () => {
    await expect(run('password who@example.org')).rejects.toThrow('There is no account who@example.org.');
  });
});

describe('openderm user list', () => {
  it('shows who may log in, and never a hash', async () => {
    await run('add ana@example.org');
    const table = (await run('list')).printed.join('\n');
    const json = (await run('list --json')).printed.join('\n');
    expect(table).toMatch(/ana@example\.org +2026-11-21 00:00 UTC/);
    expect(JSON.parse(json)).toMatchObject([
      { email: 'ana@example.org', createdAtMs: Date.UTC(2026, 10, 21) },
    ]);
    expect(table + json).not.toContain('argon2');
  });

  it('says when there is nobody', async () => {
    const { printed, remarked } = await run('list');
    expect(printed).toEqual([]);
    expect(remarked.join(' ')).toContain('There is no account');
  });
});

describe('openderm user role', () => {
  it('makes an administrator, a user of a company, or a plain user', async () => {
    const company = createSampleCompany();
    await store.companies.add(company);
    await run('add ana@example.org --administrator');
    await run(`add ben@example.org --company ${company.id}`);
    const table = (await run('list')).printed.join('\n');
    expect(table).toMatch(/ana@example\.org .* administrator +-/);
    expect(table).toMatch(new RegExp(`ben@example\\.org .* user +${company.id}`));
    const { remarked } = await run(`role ANA@example.org --company ${company.id}`);
    expect(remarked).toEqual([`ana@example.org is now a user of the company ${company.id}.`]);
    expect(await store.accounts.findByEmail('ana@example.org')).toMatchObject({
      role: 'user',
      companyId: company.id,
    });
    await run('role ana@example.org');
    expect(await store.accounts.findByEmail('ana@example.org')).toMatchObject({ companyId: null });
  });

  it.each([
    ['both at once', 'add b@example.org --administrator --company x', 'give --administrator or --company'],
    ['a company that is none', `add b@example.org --company ${randomUUID()}`, 'There is no company'],
    ['nobody', 'role b@example.org --administrator', 'There is no account b@example.org.'],
  ])('refuses %s', async (_, words, message) => {
    await expect(run(words)).rejects.toThrow(message);
    expect(await store.accounts.list()).toEqual([]);
  });
});

describe('openderm user remove', () => {
  it('removes the account, and says when there is none', async () => {
    await run('add ana@example.org');
    await run('remove ANA@example.org');
    expect(await store.accounts.list()).toEqual([]);
    await expect(run('remove ana@example.org')).rejects.toThrow('There is no account');
  });
});
