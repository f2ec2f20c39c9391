// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createKeptReport, createKeptSeverity } from '../../../test/fixtures/kept-report.ts';
import { createSampleCompany } from '../../../test/fixtures/sample-company.ts';
import type { ReportRecord } from '../../record/report-record.ts';
import type { Store } from '../store.ts';

/** How every report store follows one patient; `openStore` opens the same database again and again. */
export function testPatientCourse(openStore: () => Promise<Store>): void {
  describe('the course of a patient', () => {
    const subjectHash = randomUUID();
    let store: Store;
    let companyId: string;
    let records: readonly ReportRecord[];
    beforeAll(async () => {
      store = await openStore();
      const company = createSampleCompany();
      await store.companies.add(company);
      companyId = company.id;
      records = [1000, 2000, 3000].map((createdAtMs, index) =>
        createKeptReport({
          companyId,
          subjectHash,
          createdAtMs,
          severities: [createKeptSeverity([6.3, 0.1 + 0.2, 1e-7][index] ?? 0)],
        }),
      );
      const elsewhere = { companyId, createdAtMs: 1500 };
      const others = [
        createKeptReport({ ...elsewhere, subjectHash, bodySite: 'armRightTop' }),
        createKeptReport({ ...elsewhere, subjectHash: randomUUID() }),
        createKeptReport({ ...elsewhere, subjectHash: null }),
        createKeptReport({ ...elsewhere, subjectHash, severities: [] }),
      ];
      for (const record of [...records.toReversed(), ...others]) await store.reports.add(record);
    });

    const form = 'avasiLocal';
    const bodySite = 'armLeftTop';

    it('has the earlier scores of the same site and form, oldest first, exactly', async () => {
      const earlier = await store.reports.earlier(companyId, { subjectHash, form, bodySite, beforeMs: 3000 });
      expect(earlier).toEqual([
        { reportId: records[0]?.id, createdAtMs: 1000, value: 6.3 },
        { reportId: records[1]?.id, createdAtMs: 2000, value: 0.1 + 0.2 },
      ]);
      const later = { subjectHash, form, bodySite, beforeMs: 3001 };
      expect((await store.reports.earlier(companyId, later)).at(-1)?.value).toBe(1e-7);
    });

    it('has none of another form, nor before the first', async () => {
      const query = { subjectHash, form, bodySite, beforeMs: 3000 };
      expect(await store.reports.earlier(companyId, { ...query, form: 'apasiLocal' })).toEqual([]);
      expect(await store.reports.earlier(companyId, { ...query, beforeMs: 1000 })).toEqual([]);
    });

    it('links each report to the ones next to it, of whatever site', async () => {
      const patient = randomUUID();
      const own = [1, 2, 2, 3].map((createdAtMs) =>
        createKeptReport({ companyId, subjectHash: patient, createdAtMs }),
      );
      for (const record of own) await store.reports.add(record);
      const inOrder = own
        .toSorted((left, right) => left.createdAtMs - right.createdAtMs || (left.id < right.id ? -1 : 1))
        .map(({ id, createdAtMs }) => ({ id, createdAtMs }));
      for (const [index, { id }] of inOrder.entries())
        expect(await store.reports.neighbours(companyId, patient, id)).toEqual({
          earlier: inOrder[index - 1] ?? null,
          later: inOrder[index + 1] ?? null,
        });
      const foreign = records[0]?.id ?? '';
      expect(await store.reports.neighbours(companyId, patient, foreign)).toEqual({
        earlier: null,
        later: null,
      });
    });
  });
}
