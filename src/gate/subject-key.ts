// SPDX-License-Identifier: Apache-2.0
import { createHmac } from 'node:crypto';

/**
 * Hides an integrator's key of a patient: the same account and key give the same 64 hex digits, and nobody without the
 * secret can find the key or tell whether two accounts mean the same patient.
 */
export type HashSubject = (accountId: string, subject: string) => string;

/** @param secret at least 32 bytes, the same for all replicas */
export function createHashSubject(secret: Uint8Array): HashSubject {
  return (accountId, subject) =>
    createHmac('sha256', secret).update(withLength(accountId)).update(withLength(subject)).digest('hex');
}

/** Each part with its length before it: `ab` and `c` must not hash as `a` and `bc`. */
function withLength(part: string): string {
  return `${Buffer.byteLength(part)}:${part}`;
}
