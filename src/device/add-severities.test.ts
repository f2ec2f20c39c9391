// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPrivacyRooms } from '../../test/fixtures/privacy-rooms.ts';
import { createSampleCompany } from '../../test/fixtures/sample-company.ts';
import type { ReportRecord } from '../record/report-record.ts';
import { createAddSeverities } from './add-severities.ts';
import { createRecordAccess } from './record-access.ts';
import { listMedia } from './report-links.ts';

const company = createSampleCompany();
const actor = { kind: 'background', id: null } as const;

let rooms: Awaited<ReturnType<typeof openPrivacyRooms>>;
let record: ReportRecord;
beforeEach(async () => {
  rooms = await openPrivacyRooms();
  await rooms.store.companies.add(company);
  record = await rooms.keep({ companyId: company.id });
});
afterEach(() => rooms[Symbol.asyncDispose]());

function addScore(form: string) {
  const { store, media, clock } = rooms;
  const ids = { create: () => randomUUID() };
  const recordAccess = createRecordAccess({ clock, ids });
  const add = createAddSeverities({ reports: store.reports, media, recordAccess, clock, ids });
  const [severity] = record.severities;
  if (severity === undefined) throw new Error('Expected a score');
  const drawing = { jpeg: Uint8Array.of(1, 2, 3), widthPx: 4, heightPx: 3 };
  const drawn = { severity: { ...severity, score: { ...severity.score, form } }, drawing, models: [] };
  return add(record, [drawn], { actor, push: undefined });
}

const listFiles = () =>
  readdir(join(rooms.dataDir, 'reports', company.id, record.id)).catch((): string[] => []);

it('keeps the picture of a score with the report', async () => {
  expect(await addScore('novelLocal')).toBe(true);
  expect(await listFiles()).toHaveLength(listMedia(record).length + 1);
});

it('leaves no picture of a score that is there already', async () => {
  expect(await addScore(record.severities[0]?.score.form ?? '')).toBe(false);
  expect(await listFiles()).toHaveLength(listMedia(record).length);
});

it('leaves no picture where those of the report, or all of it, were erased meanwhile', async () => {
  const eraser = { companyId: company.id, actor };
  await rooms.eraseReports.erasePictures(eraser, record.id);
  await rooms.eraseReports.finish();
  expect([await addScore('novelLocal'), await listFiles()]).toEqual([false, []]);
  await rooms.eraseReports.eraseReport(eraser, record.id);
  await rooms.eraseReports.finish();
  expect([await addScore('novelLocal'), await listFiles()]).toEqual([false, []]);
});
