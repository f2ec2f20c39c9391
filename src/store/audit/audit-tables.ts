// SPDX-License-Identifier: Apache-2.0
import type { Generated } from 'kysely';

/** The tables of what happened, and of what is to go. Times are milliseconds since the epoch. */
export interface AuditTables {
  readonly audit_waiting: AuditWaitingRow;
  readonly audit_chains: AuditChainRow;
  readonly audit_entries: AuditEntryRow;
  readonly erasures: ErasureRow;
}

export interface AuditWaitingRow {
  readonly id: string;
  readonly company_id: string;
  readonly at_ms: number;
  /** JSON in the one way that is hashed. */
  readonly entry: string;
}

export interface AuditChainRow {
  readonly company_id: string;
  /** The last entry that was dropped, 0 where none was. */
  readonly start_sequence: number;
  readonly start_hash: string;
  readonly end_sequence: number;
  readonly end_hash: string;
}

export interface AuditEntryRow extends Omit<AuditWaitingRow, 'id'> {
  /** From 1, without a gap. */
  readonly sequence: number;
  readonly hash: string;
}

export interface ErasureRow {
  readonly report_id: string;
  readonly company_id: string;
}

/** One more column of reports, which only those who erase look at. */
export interface PicturesGone {
  readonly pictures_gone_at_ms: Generated<number | null>;
}
