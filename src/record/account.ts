// SPDX-License-Identifier: Apache-2.0

/** An administrator looks after companies and accounts; a user works with the device. */
export type AccountRole = 'administrator' | 'user';

/** What an account may do, and whom it works for. */
export interface AccountStanding {
  readonly role: AccountRole;
  /** UUIDv7 of the company it works for; null: for nobody in particular. */
  readonly companyId: string | null;
}

/** Somebody who may log in to the device API. */
export interface Account extends AccountStanding {
  /** UUIDv7. */
  readonly id: string;
  /** Lower-cased e-mail address. */
  readonly email: string;
  /** Argon2id in PHC form. */
  readonly passwordHash: string;
  readonly createdAtMs: number;
  /** Tokens issued earlier are refused. */
  readonly passwordChangedAtMs: number;
}
