// SPDX-License-Identifier: Apache-2.0
import type { Transaction } from 'kysely';
import { DeviceError } from '../../errors.ts';
import type { IdempotencyClaim } from '../../record/idempotency-claim.ts';
import type { Tables } from '../tables.ts';

/** Another attempt has the key by now and is about to answer. @source our own convention */
const retryAfterS = 2;

/**
 * From this transaction on the key leads to the report.
 * @throws DeviceError `idempotency_key_in_flight` where another attempt has taken the key since: one of the two keeps it
 */
export async function bindKeyToReport(
  db: Transaction<Tables>,
  { id, bodyHash }: IdempotencyClaim,
  reportId: string,
): Promise<void> {
  const bound = await db
    .updateTable('idempotency_keys')
    .set({ report_id: reportId, body_hash: bodyHash })
    .where('id', '=', id)
    .where('status', 'is', null)
    .where('report_id', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (bound === undefined) throw new DeviceError('idempotency_key_in_flight', { retryAfterS });
}

/** Forgets the keys that led to a report, with the answers that repeat it: for its erasure. */
export async function forgetKeysOfReport(db: Transaction<Tables>, reportId: string): Promise<void> {
  await db.deleteFrom('idempotency_keys').where('report_id', '=', reportId).execute();
}
