// SPDX-License-Identifier: Apache-2.0

/** A client's key for one piece of work, taken by the request that does it. */
export interface IdempotencyClaim {
  /** Whose key on which route: two companies may use the same words. */
  readonly scope: string;
  /** As the client sent it, at most 255 characters. */
  readonly key: string;
}
