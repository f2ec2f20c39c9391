// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../../errors.ts';
import { StatementError } from '../open-sqlite.ts';

/** Long enough for somebody to plug the disk in again, short enough for a client to wait. @source our own convention */
const RETRY_AFTER_S = 5;
/** Space is made by people. @source our own convention */
const RETRY_AFTER_FULL_S = 60;

/** The disk is away, read-only, or held by another process for too long. @source SQLite, "Result and Error Codes" */
const passing = /^SQLITE_(IOERR|BUSY|LOCKED|READONLY|CANTOPEN|NOMEM|PROTOCOL)/;

/** What SQLite refused, as our own failure: `storageFull`, `notReady`, or the error itself when the fault is ours. */
export function toSqliteFailure(error: unknown): unknown {
  if (!(error instanceof StatementError)) return error;
  if (error.code === 'SQLITE_FULL')
    return new DeviceError('storageFull', { retryAfterS: RETRY_AFTER_FULL_S }, error);
  return passing.test(error.code)
    ? new DeviceError('notReady', { retryAfterS: RETRY_AFTER_S }, error)
    : error;
}
