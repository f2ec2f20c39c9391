// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../errors.ts';

/** Long enough for a server to restart or a disk to be plugged in, short enough for a client to wait. @source our own convention */
const awayS = 5;
/** Space is made by people. @source our own convention */
const fullS = 60;

/** A database, disk or bucket is away, and may come again. */
export function toNotReady(cause: unknown): DeviceError {
  return new DeviceError('notReady', { retryAfterS: awayS }, cause);
}

/** There is no space left on it. */
export function toStorageFull(cause: unknown): DeviceError {
  return new DeviceError('storageFull', { retryAfterS: fullS }, cause);
}
