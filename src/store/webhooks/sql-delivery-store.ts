// SPDX-License-Identifier: Apache-2.0
import type { Kysely, Transaction } from 'kysely';
import type { DatabaseKind } from '../migrations/run-migrations.ts';
import type { Tables } from '../tables.ts';
import type { ClaimedDelivery, DeliveryClaim, DeliveryResult, DeliveryStore } from './delivery-store.ts';
import { toDelivery, toWebhook } from './read-webhook-rows.ts';

export function createSqlDeliveryStore(db: Kysely<Tables>, kind: DatabaseKind): DeliveryStore {
  return {
    async claim(claim) {
      const claimed: ClaimedDelivery[] = [];
      for (const id of await listDue(db, claim.nowMs)) {
        const limit = claim.limit - claimed.length;
        if (limit <= 0) break;
        claimed.push(...(await claimOf(id, { db, kind, claim: { ...claim, limit } })));
      }
      return claimed;
    },
    settle: (claimed, result) =>
      db.transaction().execute((transaction) => settle(transaction, claimed, result)),
    async release({ delivery, leaseId }, nowMs) {
      await updateLeased(db, { delivery, leaseId }).set({ lease_id: null, due_at_ms: nowMs }).execute();
    },
    sweep: (beforeMs) => sweep(db, beforeMs),
  };
}

/** Webhooks that something waits for, healthy ones first: those that hang must not hold up the others. */
async function listDue(db: Kysely<Tables>, nowMs: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('webhooks')
    .select(['id', 'failing_since_ms'])
    .where('disabled_at_ms', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('webhook_deliveries')
          .select('event_id')
          .whereRef('webhook_id', '=', 'webhooks.id')
          .where('state', '=', 'pending')
          .where('due_at_ms', '<=', nowMs),
      ),
    )
    .execute();
  const failingLast = rows.toSorted(
    (left, right) => Number(left.failing_since_ms !== null) - Number(right.failing_since_ms !== null),
  );
  return failingLast.map(({ id }) => id);
}

interface ClaimOfOne {
  readonly db: Kysely<Tables>;
  readonly kind: DatabaseKind;
  readonly claim: DeliveryClaim;
}

/** Under a lock on the webhook, so that what all servers have under way to it is counted right. */
function claimOf(webhookId: string, { db, kind, claim }: ClaimOfOne): Promise<readonly ClaimedDelivery[]> {
  return db.transaction().execute(async (transaction) => {
    const row = await lockWebhook(transaction, webhookId, kind);
    if (row === undefined) return [];
    const underWay = await countUnderWay(transaction, webhookId, claim.nowMs);
    const most = row.failing_since_ms === null ? claim.perWebhook : 1;
    const limit = Math.min(claim.limit, most - underWay);
    if (limit <= 0) return [];
    const rows = await takeOldest(transaction, webhookId, { ...claim, limit });
    const webhook = toWebhook(row);
    // What an update returns has no order.
    const oldestFirst = rows.toSorted((left, right) => left.event_at_ms - right.event_at_ms);
    return oldestFirst.map((each) => ({ webhook, delivery: toDelivery(each), leaseId: claim.leaseId }));
  });
}

/** Undefined while another server claims of it, and when it was removed. SQLite's transaction is a lock by itself. */
async function lockWebhook(db: Transaction<Tables>, id: string, kind: DatabaseKind) {
  const found = db
    .selectFrom('webhooks')
    .selectAll()
    .where('id', '=', id)
    .where('disabled_at_ms', 'is', null);
  return await (kind === 'postgres' ? found.forUpdate().skipLocked() : found).executeTakeFirst();
}

async function countUnderWay(db: Transaction<Tables>, webhookId: string, nowMs: number): Promise<number> {
  const { count } = await db
    .selectFrom('webhook_deliveries')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'pending')
    .where('due_at_ms', '>', nowMs)
    .where('lease_id', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function takeOldest(
  db: Transaction<Tables>,
  webhookId: string,
  { nowMs, leaseMs, leaseId, limit }: DeliveryClaim,
) {
  return await db
    .updateTable('webhook_deliveries')
    .set({ lease_id: leaseId, due_at_ms: nowMs + leaseMs })
    .where('webhook_id', '=', webhookId)
    .where('event_id', 'in', ({ selectFrom }) =>
      selectFrom('webhook_deliveries')
        .select('event_id')
        .where('webhook_id', '=', webhookId)
        .where('state', '=', 'pending')
        .where('due_at_ms', '<=', nowMs)
        .orderBy('due_at_ms')
        .orderBy('event_id')
        .limit(limit),
    )
    .returningAll()
    .execute();
}

/** The webhook first: everybody locks in this order. */
async function settle(
  db: Transaction<Tables>,
  { webhook, delivery, leaseId }: ClaimedDelivery,
  result: DeliveryResult,
): Promise<boolean> {
  const { atMs, state, dueAtMs, status, problem } = result;
  await noteHealth(db, webhook.id, result);
  const { numUpdatedRows } = await updateLeased(db, { delivery, leaseId })
    .set({
      state,
      status,
      problem,
      attempts: delivery.attempts + 1,
      due_at_ms: dueAtMs,
      lease_id: null,
      finished_at_ms: state === 'pending' ? null : atMs,
    })
    .executeTakeFirst();
  if (result.disable !== null) await giveUp(db, webhook.id, atMs);
  return numUpdatedRows === 1n;
}

async function noteHealth(
  db: Transaction<Tables>,
  id: string,
  { atMs, state, problem, disable }: DeliveryResult,
): Promise<void> {
  // Says nothing of the receiver: it was not asked.
  if (problem === 'reportGone') return;
  const webhook = db.updateTable('webhooks').where('id', '=', id);
  if (state === 'delivered')
    await webhook.set({ failing_since_ms: null }).where('failing_since_ms', 'is not', null).execute();
  else await webhook.set({ failing_since_ms: atMs }).where('failing_since_ms', 'is', null).execute();
  if (disable === null) return;
  const disabled = webhook.set({ disabled_at_ms: atMs, disabled_reason: disable });
  await disabled.where('disabled_at_ms', 'is', null).execute();
}

async function giveUp(db: Transaction<Tables>, webhookId: string, atMs: number): Promise<void> {
  await db
    .updateTable('webhook_deliveries')
    .set({ state: 'dead', problem: 'webhookDisabled', finished_at_ms: atMs, lease_id: null })
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'pending')
    .execute();
}

/** Only while the lease is still whoever's holds it. */
function updateLeased(db: Kysely<Tables>, { delivery, leaseId }: Omit<ClaimedDelivery, 'webhook'>) {
  return db
    .updateTable('webhook_deliveries')
    .where('webhook_id', '=', delivery.webhookId)
    .where('event_id', '=', delivery.event.id)
    .where('lease_id', '=', leaseId);
}

/** With them what a report put on its way while its webhook was being removed. */
async function sweep(db: Kysely<Tables>, beforeMs: number): Promise<number> {
  const finished = await db
    .deleteFrom('webhook_deliveries')
    .where('finished_at_ms', '<', beforeMs)
    .executeTakeFirst();
  const strays = await db
    .deleteFrom('webhook_deliveries')
    .where('webhook_id', 'not in', ({ selectFrom }) => selectFrom('webhooks').select('id'))
    .executeTakeFirst();
  return Number(finished.numDeletedRows + strays.numDeletedRows);
}
