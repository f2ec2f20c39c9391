// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeptReport, createKeptSeverity } from '../../../test/fixtures/kept-report.ts';
import { createAuditEntry } from '../../../test/fixtures/sample-audit-entry.ts';
import { createSampleCompany } from '../../../test/fixtures/sample-company.ts';
import type { ReportRecord } from '../../record/report-record.ts';
import type { Store } from '../store.ts';
import { testPatientCourse } from './patient-course.suite.ts';

type OpenStore = () => Promise<Store>;

/** Another company of the same house. */
async function addCompany({ companies }: Store): Promise<string> {
  const company = createSampleCompany();
  await companies.add(company);
  return company.id;
}

/** What every report store does; `openStore` opens the same database again and again. */
export function testReportStore(openStore: OpenStore): void {
  testKeeping(openStore);
  testAdding(openStore);
  testTenancy(openStore);
  testLists(openStore);
  testPatientCourse(openStore);
}

function testKeeping(openStore: OpenStore): void {
  describe('reports', () => {
    it.each([1, 2, 17])('come back as they were added, with %i photographs', async (imageCount) => {
      const store = await openStore();
      const companyId = await addCompany(store);
      const record = createKeptReport({ companyId, imageCount, subjectHash: randomUUID() });
      await store.reports.add(record);
      expect(await store.reports.find(companyId, record.id)).toEqual(record);
      const fresh = await openStore();
      expect(await fresh.reports.find(companyId, record.id)).toEqual(record);
    });

    it('come back with nothing in them that need not be', async () => {
      const store = await openStore();
      const companyId = await addCompany(store);
      const record = createKeptReport({
        companyId,
        visitIdentifier: null,
        extraData: null,
        anamnesis: [],
        pathology: null,
        contextImage: null,
        heatMaps: [],
        severities: [],
      });
      await store.reports.add(record);
      expect(await store.reports.find(companyId, record.id)).toEqual(record);
    });

    it('keep whatever an integrator may write, a long text too', async () => {
      const store = await openStore();
      const companyId = await addCompany(store);
      const texts = ['', 'a\0b', 'half \ud800 a pair', '皮膚 👩🏽‍⚕️ ß', '\u202e"\\\n', 'é'.repeat(300_000)];
      const record = createKeptReport({
        companyId,
        visitIdentifier: 'a\0b \ud800',
        extraData: '{"__proto__":{"x":1},"a\\u0000":"\\ud800", "big":12345678901234567890}',
        anamnesis: texts.map((text) => ({ question: text, answer: text })),
      });
      await store.reports.add(record);
      expect(await store.reports.find(companyId, record.id)).toEqual(record);
    });

    it('keep no picture of a score, even when one is passed along', async () => {
      const store = await openStore();
      const companyId = await addCompany(store);
      const severity = createKeptSeverity(40);
      const image = { jpeg: Uint8Array.of(1), widthPx: 1, heightPx: 1 };
      const score = { ...severity.score, pictures: [{ name: 'maskRaw', image }] };
      const record = createKeptReport({ companyId, severities: [{ ...severity, score }] });
      await store.reports.add(record);
      const kept = await store.reports.find(companyId, record.id);
      expect(kept).toEqual({ ...record, severities: [severity] });
    });

    it('are not added twice, nor for a company that does not exist, and leave no score behind', async () => {
      const store = await openStore();
      const companyId = await addCompany(store);
      const subjectHash = randomUUID();
      const record = createKeptReport({ companyId, subjectHash });
      await store.reports.add(record);
      await expect(store.reports.add(record)).rejects.toThrow();
      const nobodys = createKeptReport({ companyId: randomUUID(), subjectHash });
      await expect(store.reports.add(nobodys)).rejects.toThrow();
      const query = { subjectHash, form: 'avasiLocal', bodySite: record.bodySite };
      const beforeMs = Number.MAX_SAFE_INTEGER;
      expect(await store.reports.earlier(companyId, { ...query, beforeMs })).toHaveLength(1);
      expect(await store.reports.earlier(nobodys.companyId, { ...query, beforeMs })).toEqual([]);
    });

    it('are told from those that are not there, many at once', async () => {
      const store = await openStore();
      const companyId = await addCompany(store);
      const records = Array.from({ length: 3 }, () => createKeptReport({ companyId }));
      for (const record of records) await store.reports.add(record);
      const named = records.map(({ id }) => ({ companyId, reportId: id }));
      const others = Array.from({ length: 200 }, () => ({ companyId, reportId: randomUUID() }));
      const odd = [{ companyId, reportId: 'a\0b' }];
      const foreign = named.map((each) => ({ ...each, companyId: randomUUID() }));
      expect(await store.reports.missing([...named, ...others, ...foreign, ...odd])).toEqual([
        ...others,
        ...foreign,
        ...odd,
      ]);
      expect(await store.reports.missing([])).toEqual([]);
      expect(await store.reports.missing(odd)).toEqual(odd);
    });

    it('are gone once removed, with their scores', async () => {
      const store = await openStore();
      const companyId = await addCompany(store);
      const subjectHash = randomUUID();
      const [record, other] = [1, 2].map((createdAtMs) =>
        createKeptReport({ companyId, subjectHash, createdAtMs }),
      ) as [ReportRecord, ReportRecord];
      await store.reports.add(record);
      await store.reports.add(other);
      expect(await store.reports.remove(companyId, record.id)).toBe(true);
      expect(await store.reports.remove(companyId, record.id)).toBe(false);
      expect(await store.reports.find(companyId, record.id)).toBeUndefined();
      expect(await store.reports.find(companyId, other.id)).toEqual(other);
      const query = { subjectHash, form: 'avasiLocal', bodySite: 'armLeftTop', beforeMs: 10 };
      expect(await store.reports.earlier(companyId, query)).toEqual([
        { reportId: other.id, createdAtMs: 2, value: 40 },
      ]);
    });

    it.each(['', "' or 1=1 --", 'a\0b', 'half \ud800 a pair', '%'])(
      'are not found by odd text %#',
      async (odd) => {
        const { reports } = await openStore();
        const query = { subjectHash: odd, form: odd, bodySite: odd, beforeMs: 1 };
        for (const companyId of [odd, randomUUID()]) {
          expect(await reports.find(companyId, odd)).toBeUndefined();
          expect(await reports.list(companyId, 5)).toEqual([]);
          expect(await reports.list(companyId, 5, odd)).toEqual([]);
          expect(await reports.earlier(companyId, query)).toEqual([]);
          expect(await reports.neighbours(companyId, odd, odd)).toEqual({ earlier: null, later: null });
          expect(await reports.remove(companyId, odd)).toBe(false);
        }
      },
    );
  });
}

function testAdding(openStore: OpenStore): void {
  describe('scores that are added to a report', () => {
    const setUp = async (changes: Partial<ReportRecord> = {}) => {
      const store = await openStore();
      const companyId = await addCompany(store);
      const record = createKeptReport({ companyId, severities: [], ...changes });
      await store.reports.add(record);
      return { store, record, named: { companyId, reportId: record.id } };
    };

    it('are there from then on, in the course of the patient too', async () => {
      const { store, record, named } = await setUp({ subjectHash: randomUUID() });
      const severity = createKeptSeverity(40);
      const added = { severities: [severity], models: record.models };
      expect(await store.reports.addSeverities(named, added)).toBe(true);
      const found = await (await openStore()).reports.find(named.companyId, record.id);
      expect(found).toEqual({ ...record, severities: [severity] });
      const course = await store.reports.earlier(named.companyId, {
        subjectHash: record.subjectHash ?? '',
        form: severity.score.form,
        bodySite: record.bodySite,
        beforeMs: record.createdAtMs + 1,
      });
      expect(course).toMatchObject([{ reportId: record.id, value: 40 }]);
    });

    it('are added once, however many add them at once', async () => {
      const { store, named } = await setUp();
      const added = { severities: [createKeptSeverity(40)], models: [] };
      const outcomes = await Promise.all(
        Array.from({ length: 5 }, () => store.reports.addSeverities(named, added)),
      );
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect((await store.reports.find(named.companyId, named.reportId))?.severities).toHaveLength(1);
    });

    it('are not added to what is another company’s, was erased, or has lost its pictures', async () => {
      const { store, record, named } = await setUp();
      const added = { severities: [createKeptSeverity(40)], models: [] };
      for (const companyId of [randomUUID(), 'a\0b'])
        expect(await store.reports.addSeverities({ ...named, companyId }, added)).toBe(false);
      const audit = createAuditEntry({ companyId: named.companyId, action: 'delete' });
      await store.erasures.erasePictures(named.companyId, record.id, audit);
      expect(await store.reports.addSeverities(named, added)).toBe(false);
      expect((await store.reports.find(named.companyId, record.id))?.severities).toEqual([]);
    });
  });
}

function testTenancy(openStore: OpenStore): void {
  it('reports of one company are nothing to another, whatever is asked', async () => {
    const store = await openStore();
    const [owner, stranger] = [await addCompany(store), await addCompany(store)];
    const subjectHash = randomUUID();
    const records = [1, 2, 3].map((createdAtMs) =>
      createKeptReport({ companyId: owner, subjectHash, createdAtMs }),
    );
    for (const record of records) await store.reports.add(record);
    const id = records[1]?.id ?? '';
    const query = { subjectHash, form: 'avasiLocal', bodySite: 'armLeftTop', beforeMs: 10 };
    expect(await store.reports.find(stranger, id)).toBeUndefined();
    expect(await store.reports.list(stranger, 5)).toEqual([]);
    expect(await store.reports.list(stranger, 5, id)).toEqual([]);
    expect(await store.reports.earlier(stranger, query)).toEqual([]);
    expect(await store.reports.neighbours(stranger, subjectHash, id)).toEqual({ earlier: null, later: null });
    expect(await store.reports.remove(stranger, id)).toBe(false);
    expect(await store.reports.find(owner, id)).toEqual(records[1]);
    expect(await store.reports.list(owner, 5)).toHaveLength(3);
    expect(await store.reports.earlier(owner, query)).toHaveLength(3);
  });
}

function testLists(openStore: OpenStore): void {
  describe('lists of reports', () => {
    it('begin with the newest, and go on where the last one ended', async () => {
      const store = await openStore();
      const companyId = await addCompany(store);
      const records = Array.from({ length: 7 }, (_, index) =>
        createKeptReport({ companyId, createdAtMs: 1000 + Math.floor(index / 3) }),
      );
      for (const record of records) await store.reports.add(record);
      const pages = [await store.reports.list(companyId, 3)];
      for (let last = pages[0]?.at(-1); last; last = pages.at(-1)?.at(-1))
        pages.push(await store.reports.list(companyId, 3, last.id));
      const newestFirst = records.toSorted(
        (left, right) => right.createdAtMs - left.createdAtMs || (right.id < left.id ? -1 : 1),
      );
      expect(pages.map(({ length }) => length)).toEqual([3, 3, 1, 0]);
      expect(pages.flat().map(({ id }) => id)).toEqual(newestFirst.map(({ id }) => id));
    });

    it('say where and what, without opening the reports', async () => {
      const store = await openStore();
      const companyId = await addCompany(store);
      const record = createKeptReport({ companyId, pathology: null });
      await store.reports.add(record);
      const { id, createdAtMs, bodySite, pathology, softwareVersion } = record;
      expect(await store.reports.list(companyId, 1)).toEqual([
        { id, companyId, createdAtMs, bodySite, pathology, softwareVersion },
      ]);
      expect(await store.reports.list(companyId, 5, randomUUID())).toEqual([]);
    });
  });
}
