// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeptReport } from '../../../test/fixtures/kept-report.ts';
import { createAuditEntry } from '../../../test/fixtures/sample-audit-entry.ts';
import { createSampleCompany } from '../../../test/fixtures/sample-company.ts';
import { createSampleDraft } from '../../../test/fixtures/sample-draft.ts';
import { createSampleWebhook } from '../../../test/fixtures/sample-webhook.ts';
import type { Store } from '../store.ts';

const dayMs = 86_400_000;
const firstMs = Date.UTC(2026, 0, 1);

/** A company with one report a day, oldest first, all of one patient. */
async function keepDays(store: Store, days: number) {
  const company = createSampleCompany();
  await store.companies.add(company);
  const subjectHash = randomUUID();
  const reports = Array.from({ length: days }, (_, day) =>
    createKeptReport({ companyId: company.id, createdAtMs: firstMs + day * dayMs, subjectHash }),
  );
  for (const report of reports) await store.reports.add(report);
  return { companyId: company.id, subjectHash, ids: reports.map(({ id }) => id) };
}

/** What every store does with what is to go. */
export function testErasureStore(openStore: () => Promise<Store>): void {
  describe('what is to go', () => {
    it('is found by its day, the company, and the patient, oldest first', async () => {
      const store = await openStore();
      const { companyId, subjectHash, ids } = await keepDays(store, 4);
      await keepDays(store, 2);
      const { erasures } = store;
      expect(await erasures.listReports(companyId, firstMs + 2 * dayMs, 10)).toEqual(ids.slice(0, 2));
      expect(await erasures.listReports(companyId, firstMs + 2 * dayMs + 1, 10)).toEqual(ids.slice(0, 3));
      expect(await erasures.listReports(companyId, firstMs + 9 * dayMs, 3)).toEqual(ids.slice(0, 3));
      expect(await erasures.listOfSubject(companyId, subjectHash)).toEqual(ids);
      expect(await erasures.listOfSubject(randomUUID(), subjectHash)).toEqual([]);
    });

    it('goes with what it was made of on a page, and its pictures alone take that with them too', async () => {
      const store = await openStore();
      const { companyId, ids } = await keepDays(store, 2);
      const audit = createAuditEntry({ companyId, action: 'delete' });
      const erase = [store.erasures.eraseReport, store.erasures.erasePictures];
      for (const [index, id] of ids.entries()) {
        const hash = randomUUID();
        const chunk = { draftId: id, photoId: randomUUID(), offset: 0, bytes: Uint8Array.of(1, 2) };
        await store.drafts.add(createSampleDraft(companyId, { id }), hash);
        await store.drafts.addChunk(chunk);
        expect(await erase[index]?.(companyId, id, { ...audit, id: randomUUID() })).toBe(true);
        expect(await store.drafts.find(hash, 0)).toBeUndefined();
        expect(await store.drafts.receivedBytes(id, chunk.photoId)).toBe(0);
      }
    });

    it('goes with its scores, its news, and the answers that repeat it', async () => {
      const store = await openStore();
      const { companyId, subjectHash, ids } = await keepDays(store, 1);
      await store.webhooks.add(createSampleWebhook(companyId));
      const report = createKeptReport({ companyId, createdAtMs: firstMs + dayMs, subjectHash });
      const key = { scope: randomUUID(), key: 'k' };
      const attempt = { id: randomUUID(), nowMs: 0, leaseUntilMs: 1, expiresAtMs: 1e15 };
      await store.idempotency.take(key, attempt);
      await store.reports.add(report, {
        claim: { id: attempt.id, bodyHash: 'b' },
        events: [{ id: randomUUID(), companyId, type: 'report.created', reportId: report.id, atMs: firstMs }],
      });
      await store.idempotency.keepPiece(attempt.id, 0, Uint8Array.of(1));
      const audit = createAuditEntry({ companyId, action: 'delete' });
      expect(await store.erasures.eraseReport(randomUUID(), report.id, audit)).toBe(false);
      expect(await store.erasures.eraseReport(companyId, report.id, audit)).toBe(true);
      expect(await store.erasures.eraseReport(companyId, report.id, audit)).toBe(false);
      expect(await store.erasures.eraseReport('a\0b', report.id, audit)).toBe(false);
      expect(await store.reports.find(companyId, report.id)).toBeUndefined();
      expect(await store.reports.find(companyId, ids[0] ?? '')).toBeDefined();
      expect(await store.idempotency.readPiece(attempt.id, 0)).toBeUndefined();
      const [webhook] = await store.webhooks.list(companyId);
      expect(await store.webhooks.listDeliveries(webhook?.id ?? '', { limit: 9 })).toEqual([]);
      expect((await store.audit.findChain(companyId))?.waiting).toBe(1);
    });

    it('leaves its files to be removed, until somebody has', async () => {
      const store = await openStore();
      const { companyId, ids } = await keepDays(store, 2);
      const [reportId = ''] = ids;
      await store.erasures.eraseReport(companyId, reportId, createAuditEntry({ companyId }));
      const unfinished = { companyId, reportId };
      expect(await (await openStore()).erasures.listUnfinished(1000)).toContainEqual(unfinished);
      await store.erasures.finish([]);
      expect(await store.erasures.listUnfinished(1000)).toContainEqual(unfinished);
      await store.erasures.finish([reportId]);
      expect(await store.erasures.listUnfinished(1000)).not.toContainEqual(unfinished);
    });

    it('may be the pictures alone, once', async () => {
      const store = await openStore();
      const { companyId, ids } = await keepDays(store, 2);
      const [reportId = ''] = ids;
      const audit = createAuditEntry({ companyId, action: 'delete' });
      const before = firstMs + 9 * dayMs;
      expect(await store.erasures.listWithPictures(companyId, before, 9)).toEqual(ids);
      expect(await store.erasures.erasePictures(companyId, reportId, audit)).toBe(true);
      expect(await store.erasures.erasePictures(companyId, reportId, audit)).toBe(false);
      expect(await store.erasures.erasePictures(randomUUID(), ids[1] ?? '', audit)).toBe(false);
      expect(await store.erasures.listWithPictures(companyId, before, 9)).toEqual(ids.slice(1));
      expect(await store.erasures.listUnfinished(1000)).toContainEqual({ companyId, reportId });
      expect(await store.reports.find(companyId, reportId)).toBeDefined();
      expect(await store.erasures.listReports(companyId, before, 9)).toEqual(ids);
    });

    it('is scrubbed when nobody reads', async () => {
      expect(await (await openStore()).erasures.scrub()).toBe(true);
    });
  });
}
