// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeptReport } from '../../../test/fixtures/kept-report.ts';
import { createSampleCompany } from '../../../test/fixtures/sample-company.ts';
import type { AnswerHead, IdempotencyKey } from '../../record/idempotency-claim.ts';
import type { Store } from '../store.ts';
import type { KeyAttempt } from './idempotency-store.ts';

type OpenStore = () => Promise<Store>;

const nowMs = Date.UTC(2026, 10, 21);
const bodyHash = 'a'.repeat(64);
const head: AnswerHead = { status: 200, headers: { 'content-type': 'application/json' } };
const taken = { kind: 'taken', committed: null };
const inFlight = { kind: 'inFlight' };

function createKey(): IdempotencyKey {
  return { scope: `company ${randomUUID()} createReport`, key: `"é ${'k'.repeat(250)}"` };
}

/** A lease of ten milliseconds, kept for a thousand. */
function createAttempt(at = nowMs): KeyAttempt {
  return { id: randomUUID(), nowMs: at, leaseUntilMs: at + 10, expiresAtMs: at + 1000 };
}

/** What every store of keys does; `openStore` opens the same database again and again. */
export function testIdempotencyStore(openStore: OpenStore): void {
  testTaking(openStore);
  testAnswers(openStore);
  testReports(openStore);
}

function testTaking(openStore: OpenStore): void {
  describe('a key', () => {
    it('is taken by one of fifty, on two servers', async () => {
      const stores = [await openStore(), await openStore()];
      const key = createKey();
      const attempts = Array.from({ length: 50 }, (_, index) =>
        stores[index % 2]?.idempotency.take(key, createAttempt()),
      );
      const kinds = (await Promise.all(attempts)).map((state) => state?.kind);
      expect(kinds.filter((kind) => kind === 'taken')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'inFlight')).toHaveLength(49);
    });

    it('is another one for another company or operation', async () => {
      const { idempotency } = await openStore();
      const key = createKey();
      expect(await idempotency.take(key, createAttempt())).toEqual(taken);
      expect(await idempotency.take({ ...key, scope: `${key.scope} too` }, createAttempt())).toEqual(taken);
    });

    it('whose server died is taken by one of fifty once its lease has run out, not before', async () => {
      const stores = [await openStore(), await openStore()];
      const key = createKey();
      await stores[0]?.idempotency.take(key, createAttempt());
      expect(await stores[1]?.idempotency.take(key, createAttempt(nowMs + 9))).toEqual(inFlight);
      const attempts = Array.from({ length: 50 }, (_, index) =>
        stores[index % 2]?.idempotency.take(key, createAttempt(nowMs + 10)),
      );
      const kinds = (await Promise.all(attempts)).map((state) => state?.kind);
      expect(kinds.filter((kind) => kind === 'taken')).toHaveLength(1);
    });

    it('stays with an attempt that renews its lease', async () => {
      const { idempotency } = await openStore();
      const [key, attempt] = [createKey(), createAttempt()];
      await idempotency.take(key, attempt);
      await idempotency.renew([attempt.id, randomUUID()], nowMs + 100);
      expect(await idempotency.take(key, createAttempt(nowMs + 99))).toEqual(inFlight);
      expect(await idempotency.take(key, createAttempt(nowMs + 100))).toEqual(taken);
    });

    it('is free once given up, one or all', async () => {
      const { idempotency } = await openStore();
      const [first, second, attempt] = [createKey(), createKey(), createAttempt()];
      await idempotency.take(first, attempt);
      await idempotency.take(second, createAttempt());
      await idempotency.release(attempt.id);
      expect(await idempotency.take(first, createAttempt())).toEqual(taken);
      expect(await idempotency.take(second, createAttempt())).toEqual(inFlight);
      await idempotency.releaseAll();
      expect(await idempotency.take(second, createAttempt())).toEqual(taken);
    });
  });
}

function testAnswers(openStore: OpenStore): void {
  describe('an answer', () => {
    const pieces = [Uint8Array.of(1, 2, 0, 255), new Uint8Array(300_000).fill(7)];

    async function answer(store: Store, key: IdempotencyKey): Promise<KeyAttempt> {
      const attempt = createAttempt();
      await store.idempotency.take(key, attempt);
      for (const [place, bytes] of pieces.entries())
        await store.idempotency.keepPiece(attempt.id, place, bytes);
      expect(await store.idempotency.finish({ id: attempt.id, bodyHash }, head)).toBe(true);
      return attempt;
    }

    it('comes back whole, for as long as it is kept, on every server', async () => {
      const [store, other] = [await openStore(), await openStore()];
      const key = createKey();
      const { id } = await answer(store, key);
      const kept = { kind: 'answered', id, bodyHash, reportId: null, ...head };
      expect(await other.idempotency.take(key, createAttempt(nowMs + 999))).toEqual(kept);
      for (const [place, bytes] of pieces.entries())
        expect(await other.idempotency.readPiece(id, place)).toEqual(bytes);
      expect(await other.idempotency.readPiece(id, pieces.length)).toBeUndefined();
      expect(await other.idempotency.take(key, createAttempt(nowMs + 1000))).toEqual(taken);
      expect(await other.idempotency.readPiece(id, 0)).toBeUndefined();
    });

    it('is not touched by whoever gives up or renews late', async () => {
      const store = await openStore();
      const key = createKey();
      const { id } = await answer(store, key);
      await store.idempotency.release(id);
      await store.idempotency.renew([id], nowMs + 100);
      await store.idempotency.releaseAll();
      expect(await store.idempotency.take(key, createAttempt())).toMatchObject({ kind: 'answered', id });
    });

    it('is swept with its pieces when its time is over, and no other', async () => {
      const store = await openStore();
      const key = createKey();
      const { id } = await answer(store, key);
      await store.idempotency.sweep(nowMs + 1000);
      expect(await store.idempotency.readPiece(id, 0)).toEqual(pieces[0]);
      expect(await store.idempotency.sweep(nowMs + 1001)).toBeGreaterThan(0);
      expect(await store.idempotency.readPiece(id, 0)).toBeUndefined();
    });

    it('is not kept for an attempt that has lost its key', async () => {
      const { idempotency } = await openStore();
      const [key, late] = [createKey(), createAttempt()];
      await idempotency.take(key, late);
      await idempotency.keepPiece(late.id, 0, Uint8Array.of(1));
      await idempotency.take(key, createAttempt(nowMs + 10));
      await expect(idempotency.keepPiece(late.id, 1, Uint8Array.of(2))).rejects.toThrow();
      expect(await idempotency.finish({ id: late.id, bodyHash }, head)).toBe(false);
      expect(await idempotency.take(key, createAttempt(nowMs + 11))).toEqual(inFlight);
    });
  });
}

function testReports(openStore: OpenStore): void {
  describe('a report with a key', () => {
    it('is found by whoever comes after its server died', async () => {
      const [store, other] = [await openStore(), await openStore()];
      const company = createSampleCompany();
      await store.companies.add(company);
      const [key, attempt] = [createKey(), createAttempt()];
      await store.idempotency.take(key, attempt);
      const report = createKeptReport({ companyId: company.id });
      await store.reports.add(report, { claim: { id: attempt.id, bodyHash } });
      expect(await other.idempotency.take(key, createAttempt(nowMs + 9))).toEqual(inFlight);
      const committed = { reportId: report.id, bodyHash };
      const next = createAttempt(nowMs + 10);
      expect(await other.idempotency.take(key, next)).toEqual({ kind: 'taken', committed });
      await other.idempotency.release(next.id);
      expect(await store.idempotency.take(key, createAttempt())).toEqual({ kind: 'taken', committed });
    });

    it('is not kept where another attempt has taken the key, nor twice with one', async () => {
      const store = await openStore();
      const company = createSampleCompany();
      await store.companies.add(company);
      const [key, late] = [createKey(), createAttempt()];
      await store.idempotency.take(key, late);
      const next = createAttempt(nowMs + 10);
      await store.idempotency.take(key, next);
      const add = (id: string) =>
        store.reports.add(createKeptReport({ companyId: company.id }), { claim: { id, bodyHash } });
      const refused = { code: 'idempotency_key_in_flight', details: { retryAfterS: 2 } };
      await expect(add(late.id)).rejects.toMatchObject(refused);
      await add(next.id);
      await expect(add(next.id)).rejects.toMatchObject(refused);
      expect(await store.reports.list(company.id, 10)).toHaveLength(1);
    });
  });
}
