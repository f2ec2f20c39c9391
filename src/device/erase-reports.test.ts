// SPDX-License-Identifier: Apache-2.0
import { randomBytes, randomUUID } from 'node:crypto';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findInFolder } from '../../test/fixtures/find-in-folder.ts';
import { hashOf, openPrivacyRooms } from '../../test/fixtures/privacy-rooms.ts';
import { createSampleCompany } from '../../test/fixtures/sample-company.ts';
import { createRandom } from '../../test/phantoms/random.ts';
import { DeviceError } from '../errors.ts';
import { linkEntry } from '../gate/audit-chain.ts';
import type { AuditEntry } from '../record/audit-entry.ts';
import type { Company } from '../record/company.ts';
import { listMedia } from './report-links.ts';

type Rooms = Awaited<ReturnType<typeof openPrivacyRooms>>;

const actor = { kind: 'operator', id: null } as const;

async function addCompany({ store }: Rooms): Promise<Company> {
  const company = createSampleCompany();
  await store.companies.add(company);
  return company;
}

async function readAudit({ store }: Rooms, companyId: string): Promise<readonly AuditEntry[]> {
  await store.audit.seal(linkEntry, 1000);
  return (await store.audit.read(companyId, 0, 1000)).map(({ text }) => JSON.parse(text));
}

/** A word that stands nowhere else. */
const createCanary = () => `canary${randomBytes(12).toString('hex')}`;

function writeCanary(canary: string, letters: number) {
  const long = canary.padEnd(letters, ' and so on');
  return {
    visitIdentifier: canary,
    extraData: JSON.stringify({ [canary]: long }),
    anamnesis: [{ question: canary, answer: `${long}${canary}` }],
  };
}

describe('erasing', () => {
  it('leaves nothing of a report in any file of the data folder, beside others of every size', async () => {
    await using rooms = await openPrivacyRooms();
    const { eraseReports, dataDir } = rooms;
    const { id: companyId } = await addCompany(rooms);
    const random = createRandom(5);
    const kept: { readonly id: string; readonly canary: string }[] = [];
    for (let count = 0; count < 60; count += 1) {
      const canary = createCanary();
      const letters = Math.floor(10 ** random.between(1, 5));
      const { id } = await rooms.keep({
        companyId,
        contextImage: null,
        heatMaps: [],
        subjectHash: hashOf(companyId, canary),
        ...writeCanary(canary, letters),
      });
      kept.push({ id, canary });
    }
    for (const { canary } of kept) expect(await findInFolder(dataDir, canary)).not.toEqual([]);
    while (kept.length > 20) {
      const [gone] = kept.splice(Math.floor(random.between(0, kept.length)), 1);
      await eraseReports.eraseReport({ companyId, actor }, gone?.id ?? '');
      expect(await eraseReports.finish()).toBe(0);
      expect(await findInFolder(dataDir, gone?.canary ?? '')).toEqual([]);
      expect(await findInFolder(dataDir, hashOf(companyId, gone?.canary ?? ''))).toEqual([]);
      await expect(access(join(dataDir, 'reports', companyId, gone?.id ?? ''))).rejects.toThrow('ENOENT');
    }
    for (const { canary } of kept) expect(await findInFolder(dataDir, canary)).not.toEqual([]);
  });

  it('of a patient takes all their reports, and nobody else’s', async () => {
    await using rooms = await openPrivacyRooms();
    const { store, eraseReports, dataDir } = rooms;
    const [own, other] = [await addCompany(rooms), await addCompany(rooms)];
    const of = (company: Company, subject: string) =>
      rooms.keep({ companyId: company.id, subjectHash: hashOf(company.id, subject) });
    const [first, second] = [await of(own, 'ana'), await of(own, 'ana')];
    const [neighbour, namesake] = [await of(own, 'eva'), await of(other, 'ana')];
    expect(await eraseReports.eraseSubject({ companyId: own.id, actor }, 'ana')).toBe(2);
    expect(await eraseReports.eraseSubject({ companyId: own.id, actor }, 'ana')).toBe(0);
    for (const { id } of [first, second]) expect(await store.reports.find(own.id, id)).toBeUndefined();
    expect(await readdir(join(dataDir, 'reports', own.id))).toEqual([neighbour.id]);
    expect(await store.reports.find(other.id, namesake.id)).toEqual(namesake);
    expect(await rooms.countPictures(namesake)).toBe(listMedia(namesake).length);
    const entries = await readAudit(rooms, own.id);
    expect(entries.map(({ action, object }) => `${action} ${object.kind}`).toSorted()).toEqual([
      'delete report',
      'delete report',
      'delete subject',
      'delete subject',
    ]);
  });

  it('by a company is of its own reports, and refusals are written down', async () => {
    await using rooms = await openPrivacyRooms();
    const { store, sealedIds, eraseReports } = rooms;
    const [own, other] = [await addCompany(rooms), await addCompany(rooms)];
    const token = { kind: 'token', id: randomUUID() } as const;
    const report = await rooms.keep({ companyId: own.id });
    const foreign = sealedIds.seal('report', other.id, report.id);
    const sealed = sealedIds.seal('report', own.id, report.id);
    const missing = sealedIds.seal('report', own.id, randomUUID());
    for (const id of ['AAAA', '', foreign, missing])
      await expect(eraseReports.eraseOne({ company: own, actor: token }, id)).rejects.toThrow(DeviceError);
    await expect(eraseReports.eraseOne({ company: other, actor: token }, foreign)).rejects.toThrow(
      DeviceError,
    );
    expect(await store.reports.find(own.id, report.id)).toEqual(report);
    await eraseReports.eraseOne({ company: own, actor: token }, sealed);
    await expect(eraseReports.eraseOne({ company: own, actor: token }, sealed)).rejects.toThrow(DeviceError);
    const outcomes = (await readAudit(rooms, own.id)).map(({ outcome, object }) => [outcome, object.id]);
    expect(outcomes.filter(([outcome]) => outcome === 'done')).toEqual([['done', report.id]]);
    expect(outcomes.filter(([outcome]) => outcome === 'refused')).toHaveLength(5);
  });

  it('is finished later where the place of the pictures is away, or the server is killed in between', async () => {
    await using rooms = await openPrivacyRooms();
    const { store, openEraser, eraseReports } = rooms;
    const { id: companyId } = await addCompany(rooms);
    const reports = [await rooms.keep({ companyId }), await rooms.keep({ companyId })];
    const [lost] = reports;
    const away = openEraser({
      remove: async (company, id) => {
        if (id === lost?.id) throw new DeviceError('notReady');
        await rooms.media.remove(company, id);
      },
    });
    for (const { id } of reports) expect(await away.eraseReport({ companyId, actor }, id)).toBe(true);
    expect(await store.erasures.listUnfinished(10)).toHaveLength(2);
    expect(await away.finish()).toBe(1);
    expect(await away.finish()).toBe(1);
    expect(await Promise.all(reports.map(rooms.countPictures))).toEqual([4, 0]);
    expect(await eraseReports.finish()).toBe(0);
    expect(await Promise.all(reports.map(rooms.countPictures))).toEqual([0, 0]);
    expect(await store.erasures.listUnfinished(10)).toEqual([]);
  });

  it('of many at once is all of them', async () => {
    await using rooms = await openPrivacyRooms();
    const { store, eraseReports } = rooms;
    const { id: companyId } = await addCompany(rooms);
    const ids = Array.from({ length: 230 }, () => randomUUID());
    for (const id of ids) {
      const report = await rooms.keep({ companyId, id, contextImage: null, heatMaps: [], severities: [] });
      await eraseReports.eraseReport({ companyId, actor }, report.id);
    }
    expect(await eraseReports.finish()).toBe(0);
    expect(await store.erasures.listUnfinished(1000)).toEqual([]);
  });
});
