// SPDX-License-Identifier: Apache-2.0

export interface DraftRow {
  readonly id: string;
  readonly company_id: string;
  readonly handle_hash: string;
  readonly created_at_ms: number;
  readonly expires_at_ms: number;
  readonly revision: number;
  /** JSON of everything else. */
  readonly content: string;
}

export interface DraftChunkRow {
  readonly draft_id: string;
  readonly photo_id: string;
  readonly chunk_offset: number;
  readonly size: number;
  readonly bytes: Uint8Array;
}
