// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTemporaryStore } from '../../test/fixtures/data-folder.ts';
import { type AccessTokens, createAccessTokens } from '../gate/access-token.ts';
import { createLoginThrottle, throttleRules } from '../gate/login-throttle.ts';
import { createPasswordHasher, type PasswordHasher } from '../gate/password-hash.ts';
import type { AccountStore } from '../store/accounts/account-store.ts';
import { ensureFirstAccount } from './ensure-first-account.ts';
import { createAuthenticate, createLogIn } from './log-in.ts';

const email = 'ana@example.org';
const password = 'correct horse battery staple';

const clock = { at: 0, nowMs: () => clock.at };
const passwords = createPasswordHasher();
let store: Awaited<ReturnType<typeof openTemporaryStore>>;
let accounts: AccountStore;
let tokens: AccessTokens;

function logInWith(hasher: PasswordHasher = passwords) {
  return createLogIn({ accounts, tokens, passwords: hasher, throttle: createLoginThrottle(clock) });
}

beforeEach(async () => {
  clock.at = Date.UTC(2026, 10, 21);
  store = await openTemporaryStore();
  accounts = store.accounts;
  tokens = createAccessTokens({ secret: new Uint8Array(32), lifetimeMinutes: 60, clock });
  const options = { email, password, accounts, passwords, clock, newId: () => 'account-1' };
  await ensureFirstAccount(options);
});
afterEach(() => store[Symbol.asyncDispose]());

describe('logging in', () => {
  it('gives a token that opens the account, whatever the case of the address', async () => {
    const token = await logInWith()({ username: ` ANA@example.org `, password, address: '192.0.2.1' });
    expect(await createAuthenticate({ accounts, tokens })(token)).toBe('account-1');
  });

  it('says the same, after the same work, to a stranger and to a wrong password', async () => {
    let computations = 0;
    const counting = createPasswordHasher({
      onWork: () => {
        computations += 1;
      },
    });
    const logIn = logInWith(counting);
    const wrong = await logIn({ username: email, password: 'wrong', address: '192.0.2.1' }).catch(
      (error) => error,
    );
    const forMember = computations;
    const stranger = await logIn({ username: 'who@example.org', password, address: '192.0.2.1' }).catch(
      (error) => error,
    );
    expect([stranger.code, stranger.message, stranger.details]).toEqual([
      wrong.code,
      wrong.message,
      wrong.details,
    ]);
    expect(wrong.code).toBe('badCredentials');
    expect([forMember, computations - forMember]).toEqual([1, 1]);
  });

  it('asks for patience after too many attempts, without looking at the password', async () => {
    const logIn = logInWith();
    const attempt = () =>
      logIn({ username: email, password: 'wrong', address: '192.0.2.1' }).catch((error) => error.code);
    for (let tried = 0; tried < throttleRules.accountAndAddress.burst; tried += 1)
      expect(await attempt()).toBe('badCredentials');
    const refused = await logIn({ username: email, password, address: '192.0.2.1' }).catch((error) => error);
    expect(refused).toMatchObject({ code: 'tooManyLogins', details: { retryAfterS: 60 } });
    clock.at += 60_000;
    await expect(logIn({ username: email, password, address: '192.0.2.1' })).resolves.toBeTypeOf('string');
  });
});

describe('a hash of other parameters', () => {
  // "correct horse battery staple" at a quarter of the memory, as an earlier release might have made it.
  const weaker =
    '$argon2id$v=19$m=4096,t=2,p=1$t/N00lAYf5+CqXpN+I0zgQ$sWiIKKC9nJS4UDbz38GtvZX9JoRV0RmGBXl1PI1prk0';

  it('is renewed by the next login, and tokens issued before stay good', async () => {
    await accounts.changePassword(email, weaker, clock.at);
    const logIn = logInWith();
    const token = await logIn({ username: email, password, address: '192.0.2.1' });
    const renewed = (await accounts.findByEmail(email))?.passwordHash ?? '';
    expect(passwords.isOutdated(renewed)).toBe(false);
    expect(await passwords.verify(renewed, password)).toBe(true);
    expect(await createAuthenticate({ accounts, tokens })(token)).toBe('account-1');
  });

  it('is left alone by a wrong password', async () => {
    await accounts.changePassword(email, weaker, clock.at);
    await expect(logInWith()({ username: email, password: 'wrong', address: '192.0.2.1' })).rejects.toThrow();
    expect((await accounts.findByEmail(email))?.passwordHash).toBe(weaker);
  });
});

describe('odd credentials', () => {
  it.each(['', 'a\0b', 'half \ud800 a pair', 'x'.repeat(16_000), '__proto__', "' or 1=1 --"])(
    'get the ordinary answer: %#',
    async (odd) => {
      const logIn = logInWith();
      for (const attempt of [
        { username: odd, password },
        { username: email, password: odd },
      ])
        await expect(logIn({ ...attempt, address: '192.0.2.1' })).rejects.toMatchObject({
          code: 'badCredentials',
        });
    },
  );
});

describe('a token', () => {
  it('ends with a change of password, within the same second', async () => {
    const authenticate = createAuthenticate({ accounts, tokens });
    clock.at += 5;
    const before = await logInWith()({ username: email, password, address: '192.0.2.1' });
    clock.at += 1;
    await accounts.changePassword(email, await passwords.hash('another good password'), clock.at);
    await expect(authenticate(before)).rejects.toMatchObject({ code: 'unauthenticated' });
    const after = await logInWith()({
      username: email,
      password: 'another good password',
      address: '192.0.2.1',
    });
    await expect(authenticate(after)).resolves.toBe('account-1');
  });

  it('ends with its account', async () => {
    const token = await logInWith()({ username: email, password, address: '192.0.2.1' });
    await accounts.remove(email);
    await expect(createAuthenticate({ accounts, tokens })(token)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });
});

describe('the first account', () => {
  const options = () => ({
    email: 'Second@example.org',
    password: null,
    accounts,
    passwords,
    clock,
    newId: () => 'x',
  });

  it('is made once and never overwritten', async () => {
    expect(await ensureFirstAccount(options())).toEqual({ kind: 'present', emails: [email] });
    expect(await accounts.list()).toHaveLength(1);
  });

  it('is not made with a configured password that is not acceptable', async () => {
    await accounts.remove(email);
    const made = ensureFirstAccount({ ...options(), password: 'aaaaaaaaaaaaaaaa' });
    await expect(made).rejects.toThrow('The configured password of the first account: A password needs');
    expect(await accounts.list()).toEqual([]);
  });

  it('is made once when replicas start together', async () => {
    await accounts.remove(email);
    const made = await Promise.all(
      [1, 2, 3].map((id) => ensureFirstAccount({ ...options(), newId: () => `${id}` })),
    );
    expect(made.map(({ kind }) => kind).toSorted()).toEqual(['made', 'present', 'present']);
  });

  it('gets a generated password when none is configured', async () => {
    await accounts.remove(email);
    const made = await ensureFirstAccount(options());
    if (made.kind !== 'made' || made.generatedPassword === null) throw new Error('nothing was generated');
    expect(made.generatedPassword).toMatch(/^[a-zA-Z2-9]{24}$/);
    const credentials = { username: made.email, password: made.generatedPassword, address: '192.0.2.1' };
    await expect(logInWith()(credentials)).resolves.toBeTypeOf('string');
  });
});
