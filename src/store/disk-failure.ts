// SPDX-License-Identifier: Apache-2.0
import { toNotReady, toStorageFull } from './storage-refusals.ts';

/** The disk, or this account's share of it, is full. @source POSIX.1-2024 errno */
const fullCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
/** The disk or the machine is in trouble that is no fault of the request. @source POSIX.1-2024 errno */
const awayCodes: ReadonlySet<string> = new Set([
  'EIO',
  'EROFS',
  'EMFILE',
  'ENFILE',
  'ENODEV',
  'ENXIO',
  'ESTALE',
  'ETIMEDOUT',
  'ENOTCONN',
  'EHOSTDOWN',
]);

/** What a disk refused, as our own failure: `storageFull`, `notReady`, or the error itself when it is neither. */
export function toDiskFailure(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (fullCodes.has(code)) return toStorageFull(error);
  return awayCodes.has(code) ? toNotReady(error) : error;
}

/** Runs it, and says in our own words what the disk refused. @throws DeviceError `storageFull`, `notReady`; the rest as it is */
export async function onDisk<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw toDiskFailure(error);
  }
}
