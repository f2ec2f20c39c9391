// SPDX-License-Identifier: Apache-2.0

/** A client's key for one piece of work. */
export interface IdempotencyKey {
  /** Whose key, and for which operation: two companies may use the same words. */
  readonly scope: string;
  /** As the client sent it, at most 255 characters. */
  readonly key: string;
}

/** A key taken by the request that does its work. */
export interface IdempotencyClaim {
  /** UUID of the attempt: when another one has taken the key since, nothing may be kept for this one. */
  readonly id: string;
  /** SHA-256 of what was asked for, lower-case hex. */
  readonly bodyHash: string;
}

/** How a request was answered, its body aside. */
export interface AnswerHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}
