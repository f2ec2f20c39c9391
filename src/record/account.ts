// SPDX-License-Identifier: Apache-2.0

/** Somebody who may log in to the device API. */
export interface Account {
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
