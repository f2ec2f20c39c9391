// SPDX-License-Identifier: Apache-2.0
import { generatePassword } from '../gate/generated-password.ts';
import { findPasswordProblem, type PasswordHasher } from '../gate/password-hash.ts';
import type { Account, AccountStanding } from '../record/account.ts';
import type { AccountStore } from '../store/accounts/account-store.ts';
import type { CompanyStore } from '../store/companies/company-store.ts';

/** What an operator does with accounts, whether or not a server is running. */
export interface AccountDesk {
  /** Oldest first. */
  list(): Promise<readonly Account[]>;
  /**
   * A user of nobody in particular, unless told otherwise.
   * @throws AccountProblem when the address is no address or taken, the password not acceptable, or the company unknown
   */
  add(email: string, password?: string, standing?: AccountStanding): Promise<NewPassword>;
  /** From the next request on. @throws AccountProblem when nobody has the address, or the company is unknown */
  changeStanding(email: string, standing: AccountStanding): Promise<void>;
  /** Ends every token issued before. @throws AccountProblem when nobody has the address, or as `add` */
  changePassword(email: string, password?: string): Promise<NewPassword>;
  /** Ends the account's tokens; its analyses stay. @throws AccountProblem when nobody has the address */
  remove(email: string): Promise<void>;
}

export interface NewPassword {
  /** As it is kept, in lower case. */
  readonly email: string;
  /** When no password was given: to be shown once. Only its hash is kept. */
  readonly generatedPassword: string | null;
}

/** A wish that cannot be granted; the message says why, in a sentence. */
export class AccountProblem extends Error {
  readonly kind: 'badEmail' | 'badPassword' | 'taken' | 'unknown' | 'unknownCompany' | 'needlessCompany';

  constructor(kind: AccountProblem['kind'], message: string) {
    super(message);
    this.name = 'AccountProblem';
    this.kind = kind;
  }
}

export interface AccountDeskDependencies {
  readonly accounts: AccountStore;
  readonly companies: Pick<CompanyStore, 'find'>;
  readonly passwords: PasswordHasher;
  readonly clock: { nowMs(): number };
  readonly newId: () => string;
}

export function createAccountDesk(dependencies: AccountDeskDependencies): AccountDesk {
  const { accounts, companies, passwords, clock } = dependencies;
  return {
    list: () => accounts.list(),
    add: async (email, password, standing = plainUser) => {
      await assertCompany(standing, companies);
      return addAccount(email, { given: password, standing }, dependencies);
    },
    async changeStanding(email, standing) {
      await assertCompany(standing, companies);
      if (!(await accounts.changeStanding(email, standing))) throw unknown(email);
    },
    async changePassword(email, given) {
      const { password, generatedPassword } = choosePassword(given, email);
      const hash = await passwords.hash(password);
      const isChanged = await accounts.changePassword(email, hash, clock.nowMs());
      if (!isChanged) throw unknown(email);
      return { email: email.toLowerCase(), generatedPassword };
    },
    async remove(email) {
      if (!(await accounts.remove(email))) throw unknown(email);
    },
  };
}

const plainUser: AccountStanding = { role: 'user', companyId: null };

async function addAccount(
  address: string,
  { given, standing }: { readonly given: string | undefined; readonly standing: AccountStanding },
  { accounts, passwords, clock, newId }: AccountDeskDependencies,
): Promise<NewPassword> {
  const email = address.toLowerCase();
  assertEmail(email);
  const { password, generatedPassword } = choosePassword(given, email);
  const [passwordHash, nowMs] = [await passwords.hash(password), clock.nowMs()];
  const isAdded = await accounts.add({
    id: newId(),
    email,
    passwordHash,
    createdAtMs: nowMs,
    passwordChangedAtMs: nowMs,
    ...standing,
  });
  if (!isAdded) throw new AccountProblem('taken', `There is an account ${email} already.`);
  return { email, generatedPassword };
}

async function assertCompany(
  { role, companyId }: AccountStanding,
  companies: Pick<CompanyStore, 'find'>,
): Promise<void> {
  if (companyId === null) return;
  if (role === 'administrator')
    throw new AccountProblem('needlessCompany', 'An administrator works for every company: name none.');
  if ((await companies.find(companyId)) !== undefined) return;
  throw new AccountProblem(
    'unknownCompany',
    `There is no company ${companyId}. openderm company list prints those there are.`,
  );
}

/** The longest address mail can be sent to. @source RFC 5321, 4.5.3.1.3, erratum 1690 */
const maxEmailCharacters = 254;
/** Mail decides what an address is; here it needs two sides and nothing that a list or a log would garble. */
const emailShape = /^[^\s@\p{C}]+@[^\s@\p{C}]+$/u;

function assertEmail(email: string): void {
  if (emailShape.test(email) && email.length <= maxEmailCharacters) return;
  throw new AccountProblem('badEmail', `Expected an e-mail address, received ${JSON.stringify(email)}.`);
}

function choosePassword(
  given: string | undefined,
  email: string,
): { readonly password: string; readonly generatedPassword: string | null } {
  if (given === undefined) {
    const generatedPassword = generatePassword();
    return { password: generatedPassword, generatedPassword };
  }
  const isAddress = given.toLowerCase() === email.toLowerCase();
  const problem = isAddress ? 'The password is the address itself.' : findPasswordProblem(given);
  if (problem !== undefined) throw new AccountProblem('badPassword', problem);
  return { password: given, generatedPassword: null };
}

function unknown(email: string): AccountProblem {
  return new AccountProblem('unknown', `There is no account ${email}.`);
}
