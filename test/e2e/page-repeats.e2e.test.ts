// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { createDraftClient } from '@openderm/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addAppKey, openPage } from '../fixtures/page-visitor.ts';
import { toJpeg } from '../fixtures/pictures.ts';
import { type ReportDesk, startReportDesk } from '../fixtures/report-desk.ts';
import { createSampleWebhook } from '../fixtures/sample-webhook.ts';

/*
 * Calls of the page take no `Idempotency-Key`, for a page may send any of them again: when an answer is lost on its way,
 * the second call answers as the first did, and nothing is made, told or counted twice.
 */

let desk: ReportDesk;
let jpeg: Buffer;
beforeAll(async () => {
  desk = await startReportDesk();
  jpeg = await toJpeg();
});
afterAll(() => desk?.close());

/** The answers to a call that is sent twice, and to the same call twice at once. */
async function repeat<Answer>(call: () => Promise<Answer>): Promise<readonly Answer[]> {
  return [await call(), await call(), ...(await Promise.all([call(), call()]))];
}

async function expectSame<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  const [first, ...others] = await repeat(call);
  for (const other of others) expect(other).toEqual(first);
  if (first === undefined) throw new Error('Expected an answer');
  return first;
}

async function countReports(): Promise<number> {
  return (await desk.tiny.server.device.store.reports.list(desk.backend.company.id, 1000)).length;
}

it('begins drafts of their own, none of which is a report', async () => {
  const [key, before] = [await addAppKey(desk), await countReports()];
  const handles = await repeat(
    async () => (await createDraftClient({ origin: desk.tiny.origin }).open(key, {})).handle,
  );
  expect(new Set(handles).size).toBe(handles.length);
  expect(await countReports()).toBe(before);
});

it('keeps one photograph of those that were announced and sent again', async () => {
  const { client } = await openPage(desk, { parameters: { bodySite: 'trunkFront' } });
  const photo = { id: randomUUID(), role: 'photograph', totalBytes: jpeg.byteLength } as const;
  const { photos } = await expectSame(() => client.announcePhoto(photo));
  expect(photos).toHaveLength(1);
  const half = Math.ceil(jpeg.byteLength / 2);
  const piece = (from: number, to: number) => ({
    offset: from,
    bytes: new Blob([Buffer.from(jpeg.subarray(from, to))]),
  });
  const sent = await expectSame(() => client.sendPiece(photo.id, piece(0, half)));
  expect(sent).toMatchObject({ receivedBytes: half, verdict: null });
  const read = await expectSame(() => client.sendPiece(photo.id, piece(half, jpeg.byteLength)));
  expect(read).toMatchObject({ receivedBytes: jpeg.byteLength, verdict: { kind: 'read' } });
  expect((await client.read()).photos).toEqual([read]);
  expect((await expectSame(() => client.removePhoto(photo.id))).photos).toEqual([]);
});

it('keeps answers as they were given', async () => {
  const { client } = await openPage(desk);
  const answers = { concern: 'spot', bodySite: 'trunkBack' } as const;
  expect((await expectSame(() => client.answer(answers))).answers).toMatchObject(answers);
});

it('makes one report, adds a score once, and tells of each once', async () => {
  const { store } = desk.tiny.server.device;
  const webhook = createSampleWebhook(desk.backend.company.id, {
    url: 'https://never.example/',
    body: 'thin',
  });
  await store.webhooks.add(webhook);
  const parameters = { bodySite: 'trunkFront', forcedScoringSystems: 'auas' };
  const { client, sendPhoto, analyse } = await openPage(desk, { parameters });
  await sendPhoto(jpeg);
  const before = await countReports();
  await repeat(() => client.analyse());
  const { analysis, reportId } = await analyse();
  expect(analysis.state).toBe('done');
  const again = await repeat(() => client.analyse());
  expect(again.map((draft) => draft.analysis.state)).toEqual(again.map(() => 'done'));
  expect(await countReports()).toBe(before + 1);
  await expectSame(() => client.answerQuestions({ auas: { pruritus: 2 } }));
  const { data } = (await desk.backend.read(reportId ?? '')).body;
  const codes = data.result.scoringSystems.map(({ scoringSystem }) => scoringSystem.code);
  expect(codes.filter((code) => code === 'auasLocal')).toHaveLength(1);
  const told = await store.webhooks.listDeliveries(webhook.id, { limit: 50 });
  expect(told.map(({ event }) => event.type).toSorted()).toEqual(['report.created', 'report.severity_added']);
  // What was sent cannot be taken back by sending it again: the draft is forgotten, the report stays.
  await client.discard();
  await expect(client.discard()).rejects.toMatchObject({ details: { deviceCode: 'draftGone' } });
  expect((await desk.backend.read(reportId ?? '')).status).toBe(200);
});
