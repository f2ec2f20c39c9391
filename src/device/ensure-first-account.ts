// SPDX-License-Identifier: Apache-2.0
import { generatePassword } from '../gate/generated-password.ts';
import { findPasswordProblem, type PasswordHasher } from '../gate/password-hash.ts';
import type { AccountStore } from '../store/accounts/account-store.ts';

export interface FirstAccountOptions {
  readonly email: string;
  /** Null: one is generated. */
  readonly password: string | null;
  readonly accounts: AccountStore;
  readonly passwords: PasswordHasher;
  readonly clock: { nowMs(): number };
  readonly newId: () => string;
}

/** How somebody can log in after this start. */
export type FirstAccount =
  /** Made just now; a generated password is shown this once. */
  | { readonly kind: 'made'; readonly email: string; readonly generatedPassword: string | null }
  /** There are accounts already: none was made and no password was changed. */
  | { readonly kind: 'present'; readonly emails: readonly string[] };

/**
 * The first account of an empty house. A password from the configuration never overwrites one that somebody may have
 * changed since: `openderm user password` does that.
 * @throws Error when the configured password is not acceptable
 */
export async function ensureFirstAccount(options: FirstAccountOptions): Promise<FirstAccount> {
  const { accounts, passwords, clock, newId } = options;
  const present = await accounts.list();
  if (present.length > 0) return { kind: 'present', emails: present.map(({ email }) => email) };
  const email = options.email.toLowerCase();
  assertConfigured(options.password);
  const generatedPassword = options.password === null ? generatePassword() : null;
  const passwordHash = await passwords.hash(options.password ?? generatedPassword ?? '');
  const atMs = clock.nowMs();
  const isMade = await accounts.add({
    id: newId(),
    email,
    passwordHash,
    createdAtMs: atMs,
    passwordChangedAtMs: atMs,
    // Somebody has to look after the house.
    role: 'administrator',
    companyId: null,
  });
  // Another replica was faster: its password is the one that counts.
  return isMade ? { kind: 'made', email, generatedPassword } : { kind: 'present', emails: [email] };
}

function assertConfigured(password: string | null): void {
  const problem = password === null ? undefined : findPasswordProblem(password);
  if (problem !== undefined) throw new Error(`The configured password of the first account: ${problem}`);
}
