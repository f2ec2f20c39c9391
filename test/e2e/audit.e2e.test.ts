// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../src/record/audit-entry.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { CompanyBackend } from '../fixtures/company-backend.ts';
import { type ReportDesk, reportsPath, startReportDesk } from '../fixtures/report-desk.ts';

let desk: ReportDesk;
let body: object;
beforeAll(async () => {
  desk = await startReportDesk();
  body = { bodySite: 'trunkFront', images: [desk.photograph] };
});
afterAll(() => desk?.close());

/** Sealed entries, oldest first, once there are so many. */
async function readEntries({ company }: CompanyBackend, count: number): Promise<readonly AuditEntry[]> {
  const { audit } = desk.tiny.server.device.store;
  const countSealed = async () => (await audit.findChain(company.id))?.end.sequence ?? 0;
  await expect.poll(countSealed).toBeGreaterThanOrEqual(count);
  const entries = await audit.read(company.id, 0, 1000);
  return entries.map(({ text }) => JSON.parse(text) as AuditEntry);
}

/** In a line. Entries of the same moment may stand in any order. */
function inWords(entries: readonly AuditEntry[]): readonly string[] {
  return entries
    .map(({ actor, action, object, outcome }) => `${actor.kind} ${action} ${object.kind} ${outcome}`)
    .toSorted();
}

describe('the audit log of a company', () => {
  it('has every access to a report, with ids and nothing else', async () => {
    const own = await desk.open({ confidenceThreshold: 0.1 });
    const { data } = (await own.create({ ...body, visitIdentifier: 'visit of Ana' })).body;
    await own.read(data.id);
    await own.readFhir(data.id);
    const pdf = await own.send('GET', `${reportsPath}/${data.id}?format=pdf`);
    expect((await desk.follow(pdf.headers.get('location') ?? '')).status).toBe(200);
    expect((await desk.follow(data.result.observations[0]?.media.url)).status).toBe(200);
    expect((await own.send('DELETE', `${reportsPath}/${data.id}`)).status).toBe(200);
    const entries = await readEntries(own, 7);
    expect(inWords(entries)).toEqual([
      'link read media done',
      'link read pdf done',
      'token create report done',
      'token delete report done',
      'token read report done',
      'token read report done',
      'token read report done',
    ]);
    for (const { actor, companyId } of entries)
      expect([companyId, actor.id]).toEqual([own.company.id, actor.kind === 'token' ? own.tokenId : null]);
    const [created] = entries;
    expect(created?.action).toBe('create');
    const reports = entries.filter(({ object }) => object.kind !== 'media').map(({ object }) => object.id);
    expect(new Set(reports)).toEqual(new Set([created?.object.id]));
    expect(JSON.stringify(entries)).not.toContain('Ana');
  });

  it('has what was refused, in the log of whoever asked', async () => {
    const own = await desk.open({ confidenceThreshold: 0.1 });
    const foreign = (await desk.stranger.create(body)).body.data;
    expect((await own.read(foreign.id)).status).toBe(404);
    expect((await own.send('DELETE', `${reportsPath}/${foreign.id}`)).status).toBe(404);
    expect((await own.send('DELETE', `${reportsPath}/AAAA`)).status).toBe(404);
    const altered = foreign.result.observations[0]?.media.url?.replace('signature=', 'signature=A');
    expect((await desk.follow(altered)).status).toBe(404);
    const entries = await readEntries(own, 3);
    expect(inWords(entries)).toEqual([
      'token delete report refused',
      'token delete report refused',
      'token read report refused',
    ]);
    expect(entries.map(({ object }) => object.id)).toEqual([null, null, null]);
    expect((await desk.stranger.read(foreign.id)).status).toBe(200);
  });

  it('has what a link opens no longer', async () => {
    const own = await desk.open({ confidenceThreshold: 0.1 });
    const { data } = (await own.create(body)).body;
    await own.send('DELETE', `${reportsPath}/${data.id}`);
    expect((await desk.follow(data.result.observations[0]?.media.url)).status).toBe(404);
    expect((await desk.follow(data.pdf ?? '')).status).toBe(404);
    expect(inWords(await readEntries(own, 4))).toEqual([
      'link read media refused',
      'link read pdf refused',
      'token create report done',
      'token delete report done',
    ]);
  });

  it('has keys that were registered, each once', async () => {
    const own = await desk.open();
    const key = { appKey: randomUUID().replaceAll('-', '').repeat(2), expiresAt: '2099-01-01T00:00:00Z' };
    for (let times = 0; times < 2; times += 1)
      expect((await own.send('POST', '/s2s/v3/company/company-app-keys', key)).status).toBe(200);
    const entries = await readEntries(own, 1);
    expect(inWords(entries)).toEqual(['token create appKey done']);
    expect(JSON.stringify(entries)).not.toContain(key.appKey);
  });

  it('is written to the end when the server closes', async () => {
    const other = await startReportDesk();
    const { id } = await other.create();
    await Promise.all(Array.from({ length: 30 }, () => other.backend.read(id)));
    await other.tiny.server.close();
    const { dataDir } = other.tiny;
    const store = await openStore({ dataDir, log: { warn: () => undefined } });
    const chain = await store.audit.findChain(other.backend.company.id);
    await store.close();
    await rm(join(dataDir, '..'), { recursive: true });
    expect([chain?.end.sequence, chain?.waiting]).toEqual([31, 0]);
  });
});
