// SPDX-License-Identifier: Apache-2.0
import type { Account, AccountStanding } from '../../record/account.ts';

/** Who may log in. E-mail addresses are compared in lower case. */
export interface AccountStore {
  /** False when the address is taken. */
  add(account: Account): Promise<boolean>;
  findByEmail(email: string): Promise<Account | undefined>;
  findById(id: string): Promise<Account | undefined>;
  /** Oldest first. */
  list(): Promise<readonly Account[]>;
  /** False when there is no such account. Tokens issued before `changedAtMs` no longer open anything. */
  changePassword(email: string, passwordHash: string, changedAtMs: number): Promise<boolean>;
  /** False when there is no such account. From the next request on, its tokens open what the new role opens. */
  changeStanding(email: string, standing: AccountStanding): Promise<boolean>;
  /**
   * Keeps the same password under a newer hash; tokens stay good. False when the hash is no longer `from`: then
   * somebody has changed the password meanwhile, and theirs stands.
   */
  renewHash(id: string, hashes: { readonly from: string; readonly to: string }): Promise<boolean>;
  remove(email: string): Promise<boolean>;
}
