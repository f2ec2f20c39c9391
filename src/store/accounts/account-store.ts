// SPDX-License-Identifier: Apache-2.0
import type { Account } from '../../record/account.ts';

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
  remove(email: string): Promise<boolean>;
}
