// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { runCommand } from 'citty';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTemporaryStore } from '../../test/fixtures/data-folder.ts';
import { createPaper } from '../../test/fixtures/paper.ts';
import { createCompanyDesk } from '../device/manage-companies.ts';
import { unsetCompanySettings } from '../device/unset-company-settings.ts';
import { hashApiSecret } from '../gate/api-secret.ts';
import { createAppKeyCommand } from './app-key.ts';
import { createCompanyCommand } from './company.ts';
import { createTokenCommand } from './token.ts';

const nowMs = Date.UTC(2026, 10, 21, 12);
const commands = { company: createCompanyCommand, token: createTokenCommand, 'app-key': createAppKeyCommand };
let store: Awaited<ReturnType<typeof openTemporaryStore>>;

beforeEach(async () => {
  store = await openTemporaryStore();
});
afterEach(() => store[Symbol.asyncDispose]());

async function run(command: keyof typeof commands, ...rawArgs: readonly string[]) {
  const paper = createPaper();
  const clock = { nowMs: () => nowMs };
  const desk = createCompanyDesk({ companies: store.companies, clock, newId: randomUUID });
  const context = {
    terminal: paper.terminal,
    openCompanyDesk: async () => ({ ...desk, close: async () => undefined }),
  };
  await runCommand(commands[command](context), { rawArgs: [...rawArgs] });
  return paper;
}

async function addCompany(): Promise<string> {
  const { printed } = await run('company', 'add', 'Clínica Sur');
  return printed[0] ?? '';
}

describe('openderm company', () => {
  it('adds one and prints its id alone, so that a script can take it', async () => {
    const words = ['Derma Nord', '--locale', 'de', '--threshold', '62.5'];
    const { printed } = await run('company', 'add', ...words);
    expect(printed).toHaveLength(1);
    expect(await store.companies.find(printed[0] ?? '')).toEqual({
      ...unsetCompanySettings,
      id: printed[0],
      name: 'Derma Nord',
      locale: 'de',
      confidenceThreshold: 0.625,
      createdAtMs: nowMs,
    });
  });

  it('lists them, oldest first', async () => {
    expect((await run('company', 'list')).remarked.join()).toContain('openderm company add');
    const id = await addCompany();
    const { printed } = await run('company', 'list');
    expect(printed.join('\n')).toMatch(new RegExp(`${id} +en +50 % +2026-11-21 12:00 UTC +Clínica Sur`));
    const asJson = await run('company', 'list', '--json');
    expect(JSON.parse(asJson.printed.join('\n'))).toMatchObject([{ id, name: 'Clínica Sur' }]);
  });

  it.each([
    ['an unknown language', ['add', 'X', '--locale', 'tlh'], /there are en, es, fr, de, pt/],
    ['a threshold over everything', ['add', 'X', '--threshold', '101'], /from 0 to 100/],
    ['a threshold that is none', ['add', 'X', '--threshold', 'high'], /from 0 to 100/],
    ['a name of blanks', ['add', '  '], /Expected a name/],
    ['a name with a line break', ['add', 'a\nb'], /Expected a name/],
    ['one word too many', ['add', 'Clínica', 'Sur'], /one word too many: Sur/],
    ['a misspelt option', ['add', 'X', '--local', 'es'], /no option --local/],
  ])('refuses %s', async (_, words, message) => {
    await expect(run('company', ...words)).rejects.toThrow(message);
    expect(await store.companies.list()).toEqual([]);
  });
});

describe('openderm token', () => {
  it('prints a new one once, keeps its hash only, and shows neither in the list', async () => {
    const company = await addCompany();
    const { printed } = await run('token', 'add', company, '--name', 'production');
    const [secret = ''] = printed;
    const holder = await store.companies.findToken(hashApiSecret(secret));
    expect([printed.length, holder?.company.id, holder?.token.name]).toEqual([1, company, 'production']);
    const lists = [await run('token', 'list', company), await run('token', 'list', company, '--json')];
    const shown = lists.flatMap((list) => list.printed).join('\n');
    expect(shown).toContain('production');
    for (const hidden of [secret, hashApiSecret(secret)]) expect(shown).not.toContain(hidden);
  });

  it('ends at once when it is revoked, and stays in the list', async () => {
    const company = await addCompany();
    const { printed } = await run('token', 'add', company);
    const [token] = await store.companies.listTokens(company);
    await run('token', 'revoke', token?.id ?? '');
    expect(await store.companies.findToken(hashApiSecret(printed[0] ?? ''))).toBeUndefined();
    const { printed: lines } = await run('token', 'list', company);
    expect(lines[1]?.match(/2026-11-21 12:00 UTC/g)).toHaveLength(2);
    await expect(run('token', 'revoke', token?.id ?? '')).rejects.toThrow(/no token .* could be revoked/);
  });

  it('belongs to a company', async () => {
    for (const word of ['add', 'list'])
      await expect(run('token', word, 'nobody')).rejects.toThrow(/There is no company nobody/);
  });
});

describe('openderm app-key', () => {
  it('makes a key that is good for some minutes', async () => {
    const company = await addCompany();
    const { printed, remarked } = await run('app-key', 'add', company, '--minutes', '5');
    expect(printed[0]).toMatch(/^[A-Za-z0-9]{64,}$/);
    expect(remarked.join()).toContain('2026-11-21 12:05 UTC');
    const found = await store.companies.currentAppKey(company, nowMs);
    expect(found).toMatchObject({ key: printed[0], expiresAtMs: nowMs + 300_000 });
  });

  it.each(['0', '1441', 'ten', '1.5'])('refuses a time of %s minutes', async (minutes) => {
    const company = await addCompany();
    await expect(run('app-key', 'add', company, '--minutes', minutes)).rejects.toThrow(/from 1 to 1440/);
  });
});
