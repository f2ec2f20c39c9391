// SPDX-License-Identifier: Apache-2.0
import type { StatementResult } from '../open-sqlite.ts';

/** What the database thread is asked, in the order in which it is asked. */
export interface SqliteRequest {
  readonly number: number;
  readonly task: SqliteTask;
}

export type SqliteTask =
  | { readonly kind: 'open'; readonly path: string }
  | { readonly kind: 'run'; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly kind: 'close' };

/** What it answers; errors travel as words because copies of them lose their code. */
export type SqliteResponse =
  | { readonly number: number; readonly result: StatementResult }
  | { readonly number: number; readonly failure: { readonly message: string; readonly code: string } };
