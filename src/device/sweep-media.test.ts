// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTemporaryStore } from '../../test/fixtures/data-folder.ts';
import { createKeptReport } from '../../test/fixtures/kept-report.ts';
import { createSampleCompany } from '../../test/fixtures/sample-company.ts';
import type { Company } from '../record/company.ts';
import { createMediaFolder } from '../store/media/create-media-folder.ts';
import { createNewMedia } from '../store/media/media-store.suite.ts';
import type { Store } from '../store/store.ts';
import { createSweepMedia, type SweepMediaDependencies } from './sweep-media.ts';

const hourMs = 3_600_000;

let folder: string;
let store: Store & AsyncDisposable;
let company: Company;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openderm-sweep-'));
  store = await openTemporaryStore();
  company = createSampleCompany();
  await store.companies.add(company);
});
afterEach(async () => {
  await store[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const media = () => createMediaFolder(folder);
const listKept = async () => (await readdir(join(folder, 'reports', company.id))).toSorted();

async function keepFiles(reportId: string = randomUUID()): Promise<string> {
  await media().keep(company.id, reportId, [createNewMedia(Uint8Array.of(1))]);
  return reportId;
}

async function keepReport(): Promise<string> {
  const record = createKeptReport({ companyId: company.id });
  await keepFiles(record.id);
  await store.reports.add(record);
  return record.id;
}

function sweepAfter(hours: number, changes: Partial<SweepMediaDependencies> = {}) {
  const clock = { nowMs: () => Date.now() + hours * hourMs };
  const { reports } = store;
  const sweep = createSweepMedia({ media: media(), reports, databaseMark: 'ours', clock, ...changes });
  return sweep(new AbortController().signal);
}

describe('the sweep of files that no report refers to', () => {
  it('removes those of reports that never came to be, after a day, and no others', async () => {
    const kept = [await keepReport(), await keepReport()];
    const stray = await keepFiles();
    expect(await sweepAfter(23)).toEqual({ listed: 3, removed: 0 });
    expect(await listKept()).toEqual([...kept, stray].toSorted());
    expect(await sweepAfter(25)).toEqual({ listed: 3, removed: 1 });
    expect(await listKept()).toEqual(kept.toSorted());
    expect(await sweepAfter(25)).toEqual({ listed: 2, removed: 0 });
  });

  it('takes no report from a company that is only named like a stray', async () => {
    const kept = await keepReport();
    const other = randomUUID();
    await media().keep(other, kept, [createNewMedia(Uint8Array.of(1))]);
    expect(await sweepAfter(25)).toEqual({ listed: 2, removed: 1 });
    expect(await listKept()).toEqual([kept]);
  });

  it('leaves alone what it finds beside reports', async () => {
    const stranger = join(folder, 'reports', 'lost+found');
    await media().keep(company.id, randomUUID(), []);
    await mkdir(stranger);
    await sweepAfter(25);
    expect(await readdir(join(folder, 'reports'))).toContain('lost+found');
  });

  it('loses no report that is written while several servers sweep, over and over', async () => {
    const kept: string[] = [];
    const writing = async () => {
      for (let count = 0; count < 40; count += 1) kept.push(await keepReport());
    };
    const sweeping = async () => {
      for (let count = 0; count < 10; count += 1) await sweepAfter(23);
    };
    for (let count = 0; count < 20; count += 1) await keepFiles();
    await Promise.all([writing(), writing(), sweeping(), sweeping(), sweeping()]);
    await sweepAfter(25);
    expect(await listKept()).toEqual(kept.toSorted());
  });

  it('removes nothing where more is missing than an accident leaves', async () => {
    for (let count = 0; count < 101; count += 1) await keepFiles();
    await expect(sweepAfter(25)).rejects.toThrow('101 of 101 reports in the storage are not in the database');
    expect((await listKept()).length).toBe(101);
  });

  it('removes nothing from the storage of another database', async () => {
    await keepFiles();
    await sweepAfter(1);
    await expect(sweepAfter(25, { databaseMark: 'another' })).rejects.toThrow('belongs to another database');
    expect((await listKept()).length).toBe(1);
  });

  it('ends when the server does', async () => {
    await keepFiles();
    const clock = { nowMs: () => Date.now() + 25 * hourMs };
    const sweep = createSweepMedia({ media: media(), reports: store.reports, databaseMark: 'ours', clock });
    expect(await sweep(AbortSignal.abort())).toMatchObject({ removed: 0 });
    expect((await listKept()).length).toBe(1);
  });
});
