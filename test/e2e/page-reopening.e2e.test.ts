// SPDX-License-Identifier: Apache-2.0
import { ReopenedReport } from '@openderm/contract';
import { createDraftClient } from '@openderm/sdk';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSignedLinks } from '../../src/gate/signed-link.ts';
import { addAppKey } from '../fixtures/page-visitor.ts';
import { type ReportDesk, startReportDesk, withoutLinks } from '../fixtures/report-desk.ts';

const fits = Compile(ReopenedReport);
const origin = 'https://clinic.example';

let desk: ReportDesk;

beforeAll(async () => {
  desk = await startReportDesk();
  const { companies } = desk.tiny.server.device.store;
  await companies.change(desk.backend.company.id, (company) => ({ ...company, allowedOrigins: [origin] }));
  await addAppKey(desk);
});

afterAll(() => desk.close());

const reopen = (search: string) => createDraftClient({ origin: desk.tiny.origin }).reopen(search);
const makeUrl = async () => {
  const made = await desk.create({ extraData: { precise: 1 } });
  return { made, url: new URL(made.url ?? '') };
};

it('opens a report by the address that it carries, whatever is added about its looks', async () => {
  const { made, url } = await makeUrl();
  const plain = await reopen(url.search);
  expect([fits.Check(plain), plain.hostOrigins]).toEqual([true, [origin]]);
  expect(withoutLinks(plain.report)).toEqual(withoutLinks(made));
  const added = await reopen(
    `?isForPatient=1&primary=00c&${url.search.slice(1).replace('locale=en', 'locale=es')}`,
  );
  expect(added).toMatchObject({ locale: 'es', report: { id: made.id } });
});

it('is a page that the company may frame, and nobody else', async () => {
  const { url } = await makeUrl();
  const answer = await fetch(`${desk.tiny.origin}/iframe${url.search}&isForPatient=1`);
  expect(answer.headers.get('content-security-policy')).toContain(`frame-ancestors ${origin};`);
  const altered = await fetch(`${desk.tiny.origin}/iframe${url.search.replace('signature=', 'signature=x')}`);
  expect(altered.headers.get('content-security-policy')).toContain('frame-ancestors *');
});

it.each([
  ['another report', (url: URL) => url.searchParams.set('diagnosticReportId', 'A'.repeat(32))],
  ['another company', (url: URL) => url.searchParams.set('companyId', desk.stranger.company.id)],
  ['a longer life', (url: URL) => url.searchParams.set('expires', '99999999999999')],
  ['another signature', (url: URL) => url.searchParams.set('signature', 'A'.repeat(43))],
])('does not open with %s', async (_, alter) => {
  const { url } = await makeUrl();
  alter(url);
  await expect(reopen(url.search)).rejects.toMatchObject({ details: { deviceCode: 'notFound' } });
});

it('says that its time is over, and that an address is none', async () => {
  const { url } = await makeUrl();
  const secret = await desk.tiny.server.device.store.secrets.obtain('signed-link', 32);
  const past = createSignedLinks({ secret, clock: { nowMs: () => Date.now() - 31 * 60_000 } });
  const { companyId = '', diagnosticReportId = '' } = Object.fromEntries(url.searchParams);
  const old = past.sign('/iframe', { companyId, diagnosticReportId }, 30 * 60_000);
  await expect(reopen(`?${old}`)).rejects.toMatchObject({ details: { deviceCode: 'linkExpired' } });
  const page = await fetch(`${desk.tiny.origin}/iframe?${old}`);
  expect(page.headers.get('content-security-policy')).toContain(`frame-ancestors ${origin};`);
  await expect(reopen('')).rejects.toMatchObject({ details: { deviceCode: 'invalidRequest' } });
});

it('is noted in the books of the company', async () => {
  const { url } = await makeUrl();
  await reopen(url.search);
  const { audit } = desk.tiny.server.device.store;
  const listNoted = async () =>
    (await audit.list(desk.backend.company.id, 50)).map(({ text }) => JSON.parse(text));
  await expect
    .poll(listNoted)
    .toContainEqual(
      expect.objectContaining({ action: 'read', actor: { kind: 'link', id: null }, outcome: 'done' }),
    );
});
