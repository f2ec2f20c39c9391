// SPDX-License-Identifier: Apache-2.0
import { StatementError } from '../open-sqlite.ts';
import { toNotReady, toStorageFull } from '../storage-refusals.ts';

/** The disk is away, read-only, or held by another process for too long. @source SQLite, "Result and Error Codes" */
const passing = /^SQLITE_(IOERR|BUSY|LOCKED|READONLY|CANTOPEN|NOMEM|PROTOCOL)/;

/** What SQLite refused, as our own failure: `storageFull`, `notReady`, or the error itself when the fault is ours. */
export function toSqliteFailure(error: unknown): unknown {
  if (!(error instanceof StatementError)) return error;
  if (error.code === 'SQLITE_FULL') return toStorageFull(error);
  return passing.test(error.code) ? toNotReady(error) : error;
}
