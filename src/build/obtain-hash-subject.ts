// SPDX-License-Identifier: Apache-2.0
import { createHashSubject, type HashSubject } from '../gate/subject-key.ts';
import type { SecretStore } from '../store/secrets/secret-store.ts';

/** The size of the hash behind HMAC-SHA256. @source RFC 2104, 3 */
const secretBytes = 32;

/** The one way to hide integrators' keys of patients: servers and commands must find the same patient. */
export async function obtainHashSubject(secrets: Pick<SecretStore, 'obtain'>): Promise<HashSubject> {
  return createHashSubject(await secrets.obtain('subject-key', secretBytes));
}
