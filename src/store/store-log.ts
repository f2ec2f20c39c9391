// SPDX-License-Identifier: Apache-2.0

/** What the store says to the operator; a pino logger is one. */
export interface StoreLog {
  warn(details: object, message: string): void;
}
