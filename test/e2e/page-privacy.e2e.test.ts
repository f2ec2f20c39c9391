// SPDX-License-Identifier: Apache-2.0
import { createDraftClient } from '@openderm/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashApiSecret } from '../../src/gate/api-secret.ts';
import { draftRule } from '../../src/gate/draft-throttle.ts';
import { openPage } from '../fixtures/page-visitor.ts';
import { toJpeg } from '../fixtures/pictures.ts';
import { type ReportDesk, reportsPath, startReportDesk } from '../fixtures/report-desk.ts';

let desk: ReportDesk;
let jpeg: Buffer;

beforeAll(async () => {
  desk = await startReportDesk();
  jpeg = await toJpeg();
});

afterAll(() => desk.close());

async function openDone(parameters: Readonly<Record<string, string>> = {}) {
  const visitor = await openPage(desk, { parameters: { bodySite: 'trunkFront', ...parameters } });
  await visitor.sendPhoto(jpeg);
  const { reportId } = await visitor.analyse();
  return { ...visitor, id: reportId ?? '' };
}

const listNoted = async () => {
  const entries = await desk.tiny.server.device.store.audit.list(desk.backend.company.id, 200);
  return entries.map(({ text }) => JSON.parse(text));
};

it('notes under the hash of the app key who made, read and changed a report', async () => {
  const { key, client } = await openDone({ forcedScoringSystems: 'auas' });
  await client.report();
  await client.answerQuestions({ auas: { pruritus: 1 } });
  const actor = { kind: 'appKey', id: hashApiSecret(key) };
  for (const action of ['create', 'read', 'update'])
    await expect.poll(listNoted).toContainEqual(expect.objectContaining({ action, actor, outcome: 'done' }));
  expect(JSON.stringify(await listNoted())).not.toContain(key);
});

it('notes that a report was not shown', async () => {
  const { key, client } = await openDone({ enableResult: '0' });
  await expect(client.report()).rejects.toMatchObject({ details: { deviceCode: 'notFound' } });
  const actor = { kind: 'appKey', id: hashApiSecret(key) };
  await expect
    .poll(listNoted)
    .toContainEqual(expect.objectContaining({ action: 'read', actor, outcome: 'refused' }));
});

it('lets nothing of a report stay behind on its page when it is erased', async () => {
  const { client, id } = await openDone();
  expect((await desk.backend.send('DELETE', `${reportsPath}/${id}`)).status).toBeLessThan(300);
  await expect(client.read()).rejects.toMatchObject({ details: { deviceCode: 'draftGone' } });
});

it('lets one address begin so much, and says when more may be begun', async () => {
  const client = createDraftClient({ origin: desk.tiny.origin });
  const refusals = new Set<string | undefined>();
  // More is allowed as time goes by: on a slow machine it takes more than the burst.
  for (let asked = 0; asked < 10 * draftRule.burst && !refusals.has('tooManyDrafts'); asked++)
    await client.open('nothing', {}).catch(({ details }) => refusals.add(details.deviceCode));
  expect([...refusals]).toEqual(['unknownAppKey', 'tooManyDrafts']);
  const ask = async () => {
    const { status, headers } = await fetch(`${desk.tiny.origin}/iframe/api/drafts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"appKey":"nothing"}',
    });
    return [status, Number(headers.get('retry-after')) > 0];
  };
  await expect.poll(ask, { interval: 1 }).toEqual([429, true]);
});
