// SPDX-License-Identifier: Apache-2.0
import { toNotReady, toStorageFull } from './storage-refusals.ts';

/** @source PostgreSQL manual, appendix A: `disk_full` */
const diskFull = '53100';
/**
 * The server is ending, starting, or short of something; and a transaction that lost against another, which may simply be
 * made again. @source PostgreSQL manual, appendix A: classes 08, 40, 53, 57 and 58, `lock_not_available`
 */
const passing = /^(08|40|53|57|58|55P03)/;
/**
 * Every code of the server has five characters, a digit among them; what has another, as `EPIPE`, or none, comes from the line
 * to it. @source PostgreSQL manual, appendix A
 */
const serverCode = /^(?=.*\d)[0-9A-Z]{5}$/;

/** Whether the connection is of no use any more: it broke, or an answer may still be on its way. */
export function isLineBroken(error: unknown): boolean {
  const code = codeOf(error);
  return !serverCode.test(code) || code.startsWith('08') || code.startsWith('57P');
}

/** What Postgres refused, as our own failure: `notReady`, `storageFull`, or the error itself when the fault is ours. */
export function toPostgresFailure(error: unknown): unknown {
  const code = codeOf(error);
  if (code === diskFull) return toStorageFull(error);
  const isPassing = isLineBroken(error) || passing.test(code);
  return isPassing && !isOurs(error) ? toNotReady(error) : error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function isOurs(error: unknown): boolean {
  return error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
}
