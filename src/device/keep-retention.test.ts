// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { openPrivacyRooms } from '../../test/fixtures/privacy-rooms.ts';
import { createAuditEntry } from '../../test/fixtures/sample-audit-entry.ts';
import { createSampleCompany } from '../../test/fixtures/sample-company.ts';
import { createRandom } from '../../test/phantoms/random.ts';
import { linkEntry } from '../gate/audit-chain.ts';
import type { CompanyRetention } from '../record/company.ts';
import { createAuditDesk } from './manage-audit.ts';

const dayMs = 86_400_000;
const all = Number.MAX_SAFE_INTEGER;
const forGood: CompanyRetention = { reportsDays: null, imagesDays: null, auditDays: null };

/** A disk takes its time for each file. */
const onePicture = { contextImage: null, heatMaps: [], severities: [] };

type Rooms = Awaited<ReturnType<typeof openPrivacyRooms>>;

async function addCompany({ store }: Rooms, retention: Partial<CompanyRetention>): Promise<string> {
  const company = createSampleCompany({ retention: { ...forGood, ...retention } });
  await store.companies.add(company);
  return company.id;
}

describe('what is kept for days', () => {
  it('goes to the millisecond, each class by itself', async () => {
    await using rooms = await openPrivacyRooms();
    const { store, keepRetention, setClock, clock } = rooms;
    const firstMs = clock.nowMs();
    const companyId = await addCompany(rooms, { reportsDays: 30, imagesDays: 10, auditDays: 50 });
    const kept = await addCompany(rooms, {});
    const report = await rooms.keep({ companyId });
    const other = await rooms.keep({ companyId: kept });
    await store.audit.add([createAuditEntry({ companyId, atMs: firstMs })]);
    await store.audit.seal(linkEntry, all);
    const at = async (ms: number) => {
      setClock(firstMs + ms);
      return await keepRetention();
    };
    const nothing = { reports: 0, pictures: 0, entries: 0 };
    expect(await at(10 * dayMs - 1)).toEqual(nothing);
    expect(await rooms.countPictures(report)).toBe(4);
    expect(await at(10 * dayMs)).toEqual({ ...nothing, pictures: 1 });
    expect(await rooms.countPictures(report)).toBe(0);
    expect(await at(30 * dayMs - 1)).toEqual(nothing);
    expect(await store.reports.find(companyId, report.id)).toEqual(report);
    expect(await at(30 * dayMs)).toEqual({ ...nothing, reports: 1 });
    expect(await store.reports.find(companyId, report.id)).toBeUndefined();
    await store.audit.seal(linkEntry, all);
    expect(await at(50 * dayMs - 1)).toEqual(nothing);
    expect(await at(50 * dayMs)).toEqual({ ...nothing, entries: 1 });
    expect(await at(3650 * dayMs)).toEqual({ ...nothing, entries: 2 });
    expect(await rooms.countPictures(other)).toBe(4);
    expect(await store.reports.find(kept, other.id)).toEqual(other);
  });

  it('may be nothing at all: pictures that go with the next call', async () => {
    await using rooms = await openPrivacyRooms();
    const companyId = await addCompany(rooms, { imagesDays: 0 });
    const report = await rooms.keep({ companyId });
    expect(await rooms.keepRetention()).toEqual({ reports: 0, pictures: 1, entries: 0 });
    expect(await rooms.countPictures(report)).toBe(0);
  });

  it('is written down, as the background does it, and once by two servers', async () => {
    await using rooms = await openPrivacyRooms();
    const { store, setClock, clock } = rooms;
    const companyId = await addCompany(rooms, { reportsDays: 1 });
    for (let count = 0; count < 5; count += 1) await rooms.keep({ companyId });
    setClock(clock.nowMs() + dayMs);
    const outcomes = await Promise.all([rooms.keepRetention(), rooms.keepRetention()]);
    expect(outcomes.reduce((sum, { reports }) => sum + reports, 0)).toBe(5);
    await store.audit.seal(linkEntry, all);
    const entries = await store.audit.read(companyId, 0, 100);
    expect(entries.map(({ text }) => JSON.parse(text))).toEqual(
      Array.from({ length: 5 }, () =>
        expect.objectContaining({ actor: { kind: 'background', id: null }, action: 'delete' }),
      ),
    );
  });

  it('is exact over ten years, whenever reports come and the clock is looked at', async () => {
    await using rooms = await openPrivacyRooms();
    const { store, keepRetention, setClock, clock } = rooms;
    const random = createRandom(11);
    const firstMs = clock.nowMs();
    const [reportsDays, imagesDays, auditDays] = [400, 90, 1000];
    const companyId = await addCompany(rooms, { reportsDays, imagesDays, auditDays });
    const made: { readonly id: string; readonly atMs: number }[] = [];
    const isDue = (atMs: number, days: number) => clock.nowMs() - atMs >= days * dayMs;
    for (let day = 0; day < 3650; day += random.between(5, 50)) {
      setClock(Math.floor(firstMs + day * dayMs));
      const report = await rooms.keep({ companyId, ...onePicture });
      made.push({ id: report.id, atMs: report.createdAtMs });
      await store.audit.add([createAuditEntry({ companyId, atMs: clock.nowMs() })]);
      await store.audit.seal(linkEntry, all);
      await keepRetention();
      const whole = made.filter(({ atMs }) => !isDue(atMs, reportsDays)).map(({ id }) => id);
      expect(await store.erasures.listReports(companyId, all, 1000)).toEqual(whole);
      const pictured = made.filter(({ atMs }) => !isDue(atMs, imagesDays)).map(({ id }) => id);
      expect(await store.erasures.listWithPictures(companyId, all, 1000)).toEqual(pictured);
      expect(await store.erasures.listUnfinished(10)).toEqual([]);
      const times = (await store.audit.read(companyId, 0, all)).map(({ atMs }) => atMs);
      expect(times.filter((atMs) => isDue(atMs, auditDays))).toEqual([]);
      expect(times.length).toBeGreaterThan(0);
    }
    expect(made.length).toBeGreaterThan(100);
    const left: string[] = [];
    for await (const { reportId } of rooms.media.listReports()) left.push(reportId);
    const pictured = made.filter(({ atMs }) => !isDue(atMs, imagesDays)).map(({ id }) => id);
    expect(left.toSorted()).toEqual(pictured.toSorted());
    const [verdict] = await createAuditDesk(store).verify(companyId);
    expect(verdict).toMatchObject({ broken: null });
    expect(verdict?.start.sequence).toBeGreaterThan(0);
  });
});
