// SPDX-License-Identifier: Apache-2.0
import type { Kysely, Transaction } from 'kysely';
import type { IdempotencyKey } from '../../record/idempotency-claim.ts';
import type { Tables } from '../tables.ts';
import type { IdempotencyKeyRow } from './idempotency-rows.ts';
import type { CommittedWork, IdempotencyStore, KeyAttempt, KeyState } from './idempotency-store.ts';

export function createSqlIdempotencyStore(db: Kysely<Tables>): IdempotencyStore {
  return {
    take: (key, attempt) => db.transaction().execute((transaction) => take(transaction, key, attempt)),
    async renew(ids, leaseUntilMs) {
      if (ids.length === 0) return;
      await db
        .updateTable('idempotency_keys')
        .set({ lease_until_ms: leaseUntilMs })
        .where('id', 'in', ids)
        .where('status', 'is', null)
        .execute();
    },
    async keepPiece(id, place, bytes) {
      await db.insertInto('idempotency_pieces').values({ key_id: id, place, bytes }).execute();
    },
    async finish({ id, bodyHash }, { status, headers }) {
      const finished = await db
        .updateTable('idempotency_keys')
        .set({ body_hash: bodyHash, status, headers: JSON.stringify(headers), lease_until_ms: 0 })
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst();
      return finished !== undefined;
    },
    release: (id) => release(db, id),
    async readPiece(id, place) {
      const row = await db
        .selectFrom('idempotency_pieces')
        .select('bytes')
        .where('key_id', '=', id)
        .where('place', '=', place)
        .executeTakeFirst();
      return row && new Uint8Array(row.bytes);
    },
    async sweep(beforeMs) {
      const swept = await db
        .deleteFrom('idempotency_keys')
        .where('expires_at_ms', '<', beforeMs)
        .executeTakeFirst();
      return Number(swept.numDeletedRows);
    },
    releaseAll: () => release(db),
  };
}

const inFlight: KeyState = { kind: 'inFlight' };

async function take(db: Transaction<Tables>, key: IdempotencyKey, attempt: KeyAttempt): Promise<KeyState> {
  if (await insert(db, toRow(key, attempt, null))) return { kind: 'taken', committed: null };
  const row = await find(db, key);
  // Given up between the two statements: the client asks again.
  if (row === undefined) return inFlight;
  if (row.expires_at_ms <= attempt.nowMs) return takeOver(db, { key, attempt }, row);
  const answer = toAnswer(row);
  if (answer !== undefined) return answer;
  if (row.lease_until_ms > attempt.nowMs) return inFlight;
  return takeOver(db, { key, attempt }, row);
}

/** Whoever removes the row has the key; what was kept with it in the meantime is not lost. */
async function takeOver(
  db: Transaction<Tables>,
  { key, attempt }: { readonly key: IdempotencyKey; readonly attempt: KeyAttempt },
  found: IdempotencyKeyRow,
): Promise<KeyState> {
  const isExpired = found.expires_at_ms <= attempt.nowMs;
  const removal = db
    .deleteFrom('idempotency_keys')
    .where('id', '=', found.id)
    .where('lease_until_ms', '=', found.lease_until_ms)
    .returning(['report_id', 'body_hash']);
  const removed = await (isExpired ? removal : removal.where('status', 'is', null)).executeTakeFirst();
  if (removed === undefined) return inFlight;
  const committed = isExpired ? null : toCommitted(removed);
  const isTaken = await insert(db, toRow(key, attempt, committed));
  return isTaken ? { kind: 'taken', committed } : inFlight;
}

function toRow(
  { scope, key }: IdempotencyKey,
  { id, leaseUntilMs, expiresAtMs }: KeyAttempt,
  committed: CommittedWork | null,
): IdempotencyKeyRow {
  return {
    id,
    scope,
    key,
    lease_until_ms: leaseUntilMs,
    expires_at_ms: expiresAtMs,
    body_hash: committed?.bodyHash ?? null,
    report_id: committed?.reportId ?? null,
    status: null,
    headers: null,
  };
}

/** False where the key is somebody's. */
async function insert(db: Transaction<Tables>, row: IdempotencyKeyRow): Promise<boolean> {
  const inserted = await db
    .insertInto('idempotency_keys')
    .values(row)
    .onConflict((conflict) => conflict.columns(['scope', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

async function find(
  db: Transaction<Tables>,
  { scope, key }: IdempotencyKey,
): Promise<IdempotencyKeyRow | undefined> {
  return await db
    .selectFrom('idempotency_keys')
    .selectAll()
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirst();
}

function toAnswer(row: IdempotencyKeyRow): KeyState | undefined {
  const { id, status, headers, body_hash: bodyHash, report_id: reportId } = row;
  if (status === null || headers === null || bodyHash === null) return undefined;
  return { kind: 'answered', id, bodyHash, reportId, status, headers: JSON.parse(headers) };
}

function toCommitted({
  report_id: reportId,
  body_hash: bodyHash,
}: Pick<IdempotencyKeyRow, 'report_id' | 'body_hash'>): CommittedWork | null {
  return reportId === null || bodyHash === null ? null : { reportId, bodyHash };
}

/** One attempt's key, or all that are in work. */
async function release(db: Kysely<Tables>, id?: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const unkept = transaction
      .deleteFrom('idempotency_keys')
      .where('status', 'is', null)
      .where('report_id', 'is', null);
    const kept = transaction
      .updateTable('idempotency_keys')
      .set({ lease_until_ms: 0 })
      .where('status', 'is', null);
    await (id === undefined ? unkept : unkept.where('id', '=', id)).execute();
    await (id === undefined ? kept : kept.where('id', '=', id)).execute();
  });
}
