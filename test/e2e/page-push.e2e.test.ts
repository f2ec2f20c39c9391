// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBackend } from '../fixtures/company-backend.ts';
import { openPage, type PageHouse } from '../fixtures/page-visitor.ts';
import { toJpeg } from '../fixtures/pictures.ts';
import { type Receiver, startReceiver } from '../fixtures/receiver.ts';
import { createSampleWebhook } from '../fixtures/sample-webhook.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

let tiny: TinyServer;
let receiver: Receiver;
let jpeg: Buffer;

beforeAll(async () => {
  tiny = await startTinyServer({
    OPENDERM_QUALITY_THRESHOLD: '0',
    OPENDERM_WEBHOOK_NETWORKS: '127.0.0.0/8',
  });
  receiver = await startReceiver();
  jpeg = await toJpeg();
});

afterAll(async () => {
  await tiny?.close();
  await receiver?.close();
});

/** A company with a webhook for whole reports, one for ids, and an address that a page may name. */
async function openHouse() {
  const { store } = tiny.server.device;
  const place = `${receiver.origin}/${randomUUID()}`;
  const wanted = { confidenceThreshold: 0, callbackUrls: [`${place}/named`] };
  const backend = await openBackend({ origin: tiny.origin, store }, wanted);
  const { id: companyId } = backend.company;
  for (const body of ['report', 'thin'] as const)
    await store.webhooks.add(createSampleWebhook(companyId, { url: `${place}/${body}`, body }));
  const house: PageHouse = { tiny, backend };
  const countTo = async () => {
    const webhooks = await store.webhooks.list(companyId);
    const counts = webhooks.map(async ({ id, url }) => {
      const told = await store.webhooks.listDeliveries(id, { limit: 50 });
      return [url.slice(place.length + 1), told.map(({ event }) => event.type).toSorted()] as const;
    });
    return Object.fromEntries(await Promise.all(counts));
  };
  return { house, place, countTo };
}

async function makeReport(house: PageHouse, parameters: Readonly<Record<string, string>>) {
  const visitor = await openPage(house, { parameters: { bodySite: 'trunkFront', ...parameters } });
  await visitor.sendPhoto(jpeg);
  const { reportId } = await visitor.analyse();
  return { ...visitor, id: reportId };
}

const created = 'report.created';
const added = 'report.severity_added';

it('sends the report where the page says, in place of the company’s own address', async () => {
  const { house, place, countTo } = await openHouse();
  const { id } = await makeReport(house, { companyCallbackUrl: `${place}/named` });
  expect(await countTo()).toEqual({ report: [], thin: [created], named: [created] });
  const came = () => receiver.received.find(({ path }) => `${receiver.origin}${path}` === `${place}/named`);
  await expect.poll(came).toBeDefined();
  // Each time a report is named, it is named anew: what stays is the id of its result.
  const { body } = await house.backend.read(id ?? '');
  expect(JSON.parse(came()?.body ?? '{}').result.id).toBe(body.data.result.id);
});

it('tells that address of nothing else', async () => {
  const { house, place, countTo } = await openHouse();
  await makeReport(house, { companyCallbackUrl: `${place}/named` });
  await makeReport(house, {});
  expect(await countTo()).toEqual({ report: [created], thin: [created, created], named: [created] });
});

it('waits for severity where the host wants it and something is still asked', async () => {
  const { house, place, countTo } = await openHouse();
  const wishes = { forcedScoringSystems: 'auas', disableCallbackOnConclusive: '1' };
  const { client } = await makeReport(house, { ...wishes, companyCallbackUrl: `${place}/named` });
  expect(await countTo()).toEqual({ report: [], thin: [created] });
  await client.answerQuestions({ auas: { pruritus: 2 } });
  expect(await countTo()).toEqual({ report: [], thin: [created, added], named: [added] });
});

it('waits for nothing where nothing is asked', async () => {
  const { house, countTo } = await openHouse();
  await makeReport(house, { disableCallbackOnConclusive: '1' });
  expect((await countTo())['report']).toEqual([created]);
});
