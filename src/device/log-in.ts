// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../errors.ts';
import type { AccessTokens } from '../gate/access-token.ts';
import type { LoginThrottle } from '../gate/login-throttle.ts';
import type { PasswordHasher } from '../gate/password-hash.ts';
import type { Account } from '../record/account.ts';
import type { AccountStore } from '../store/accounts/account-store.ts';

export interface LogInDependencies {
  readonly accounts: AccountStore;
  readonly passwords: PasswordHasher;
  readonly tokens: AccessTokens;
  readonly throttle: LoginThrottle;
}

export interface Credentials {
  /** E-mail address, in any case. */
  readonly username: string;
  readonly password: string;
  /** Network address the attempt comes from. */
  readonly address: string;
}

/**
 * An access token for the right password. A stranger's address, a wrong password and a removed account get the same
 * answer after the same work.
 * @throws DeviceError `badCredentials`, `tooManyLogins`
 */
export type LogIn = (credentials: Credentials) => Promise<string>;

/** The account id behind an access token. @throws DeviceError `unauthenticated` */
export type Authenticate = (token: string) => Promise<string>;

export function createLogIn({ accounts, passwords, tokens, throttle }: LogInDependencies): LogIn {
  return async ({ username, password, address }) => {
    const email = username.trim().toLowerCase();
    const key = { account: email, address };
    const retryAfterS = throttle.admit(key);
    if (retryAfterS > 0) throw new DeviceError('tooManyLogins', { retryAfterS });
    const account = await accounts.findByEmail(email);
    const isRight = await passwords.verify(account?.passwordHash, password);
    if (!isRight || account === undefined) throw new DeviceError('badCredentials');
    throttle.succeed(key);
    await strengthen(account, password, { accounts, passwords });
    return tokens.issue(account.id);
  };
}

async function strengthen(
  account: Account,
  password: string,
  { accounts, passwords }: Pick<LogInDependencies, 'accounts' | 'passwords'>,
): Promise<void> {
  if (!passwords.isOutdated(account.passwordHash)) return;
  const to = await passwords.hash(password).catch(() => undefined);
  if (to !== undefined) await accounts.renewHash(account.id, { from: account.passwordHash, to });
}

export function createAuthenticate({
  accounts,
  tokens,
}: Pick<LogInDependencies, 'accounts' | 'tokens'>): Authenticate {
  return async (token) => {
    const { accountId, issuedAtMs } = await tokens.read(token);
    const account = await accounts.findById(accountId);
    if (account === undefined || issuedAtMs < account.passwordChangedAtMs) {
      throw new DeviceError('unauthenticated');
    }
    return account.id;
  };
}
