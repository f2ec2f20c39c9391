// SPDX-License-Identifier: Apache-2.0

/** A client's key, the attempt that has or had it, and what came of it. */
export interface IdempotencyKeyRow {
  /** UUID of the attempt. */
  readonly id: string;
  readonly scope: string;
  readonly key: string;
  /** 0 when nobody works on it. */
  readonly lease_until_ms: number;
  readonly expires_at_ms: number;
  /** SHA-256 of what was asked for; null until something was kept. */
  readonly body_hash: string | null;
  /** The report that was kept with the key. No reference: the report may be erased before. */
  readonly report_id: string | null;
  /** Of the kept answer; null until it is whole. */
  readonly status: number | null;
  /** JSON. */
  readonly headers: string | null;
}

/** A stretch of a kept answer. */
export interface IdempotencyPieceRow {
  readonly key_id: string;
  /** From 0. */
  readonly place: number;
  readonly bytes: Uint8Array;
}
