// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { OpenDraftResponse, PageDraft, PagePhoto } from '@openderm/contract';
import sharp from 'sharp';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toJpeg } from '../fixtures/pictures.ts';
import { type ReportDesk, startReportDesk } from '../fixtures/report-desk.ts';

const fits = {
  opened: Compile(OpenDraftResponse),
  draft: Compile(PageDraft),
  photo: Compile(PagePhoto),
};

let desk: ReportDesk;
let jpeg: Buffer;

beforeAll(async () => {
  desk = await startReportDesk();
  jpeg = await toJpeg();
});

afterAll(() => desk.close());

const minuteMs = 60_000;

async function openPage(parameters: Record<string, string> = {}) {
  const key = randomUUID().replaceAll('-', '').repeat(2);
  const createdAtMs = Date.now();
  const { companies } = desk.tiny.server.device.store;
  const { company } = desk.backend;
  await companies.addAppKey({ key, companyId: company.id, createdAtMs, expiresAtMs: createdAtMs + minuteMs });
  return { key, ...(await open(key, parameters)) };
}

async function open(appKey: string, parameters: Record<string, string> = {}) {
  const response = await fetch(`${desk.tiny.origin}/iframe/api/drafts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ appKey, parameters }),
  });
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text) };
}

interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly offset?: number;
}

async function call(handle: string, path: string, { method = 'GET', body, offset }: Call = {}) {
  const isPiece = body instanceof Uint8Array;
  const response = await fetch(`${desk.tiny.origin}/iframe/api/draft${path}`, {
    method,
    headers: {
      authorization: `Bearer ${handle}`,
      ...(body === undefined
        ? {}
        : { 'content-type': isPiece ? 'application/octet-stream' : 'application/json' }),
      ...(offset === undefined ? {} : { 'upload-offset': String(offset) }),
    },
    ...(body === undefined ? {} : { body: isPiece ? Buffer.from(body) : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

async function sendPhoto(handle: string, bytes: Uint8Array, role = 'photograph') {
  const id = randomUUID();
  await call(handle, `/photos/${id}`, { method: 'PUT', body: { role, totalBytes: bytes.byteLength } });
  const half = Math.ceil(bytes.byteLength / 2);
  await call(handle, `/photos/${id}`, { method: 'PATCH', body: bytes.subarray(0, half), offset: 0 });
  const last = { method: 'PATCH', body: bytes.subarray(half), offset: half };
  return { id, answer: await call(handle, `/photos/${id}`, last) };
}

async function waitForReport(handle: string): Promise<PageDraft> {
  for (;;) {
    const { body } = await call(handle, '');
    if (body.analysis.state !== 'running') return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a report made on a page', () => {
  it('goes from the app key to a report that the server-to-server API answers', async () => {
    const { status, body } = await openPage({ visitIdentifier: 'v1', extraData: '{"case":7}', locale: 'es' });
    expect([status, fits.opened.Check(body)]).toEqual([200, true]);
    const { handle } = body;
    const answers = { concern: 'spot', bodySite: 'trunkFront' };
    const answered = await call(handle, '', { method: 'PATCH', body: answers });
    expect(answered.body.answers).toMatchObject(answers);
    const { answer } = await sendPhoto(handle, jpeg);
    expect([answer.status, fits.photo.Check(answer.body)]).toEqual([200, true]);
    expect(answer.body.verdict.kind).toBe('read');
    expect((await call(handle, '/analysis', { method: 'POST' })).status).toBe(202);
    const done = await waitForReport(handle);
    expect(fits.draft.Check(done)).toBe(true);
    expect(done.analysis.state).toBe('done');
    const { body: report } = await desk.backend.read(done.reportId ?? '', '?locale=es');
    expect(report.data).toMatchObject({
      visitIdentifier: 'v1',
      extraData: { case: 7 },
      bodySite: { code: 'trunkFront' },
    });
    const shown = await call(handle, '/report');
    expect(shown.body.result.conclusions).toEqual(report.data.result.conclusions);
  });

  it('makes one report however often it is asked for', async () => {
    const { handle } = (await openPage({ bodySite: 'trunkFront' })).body;
    await sendPhoto(handle, jpeg);
    await Promise.all(Array.from({ length: 10 }, () => call(handle, '/analysis', { method: 'POST' })));
    const { analysis, reportId } = await waitForReport(handle);
    expect([analysis.state, reportId === null]).toEqual(['done', false]);
  });

  it('is not shown where the address says so, though the host gets it', async () => {
    const { handle } = (await openPage({ bodySite: 'trunkFront', enableResult: '0' })).body;
    await sendPhoto(handle, jpeg);
    await call(handle, '/analysis', { method: 'POST' });
    const { reportId } = await waitForReport(handle);
    expect((await call(handle, '/report')).status).toBe(404);
    expect((await desk.backend.read(reportId ?? '')).status).toBe(200);
  });

  it('ignores what it does not understand, and names it', async () => {
    const parameters = {
      bodySite: 'elbowOfTheMoon',
      isForPatient: 'constructor',
      extraData: '[1]',
      forcedScoringSystems: 'apasi,nonsense',
      companyCallbackUrl: 'https://evil.example/',
      unknown: 'x',
    };
    const { body } = await openPage(parameters);
    expect(body.ignored.map(({ name }: { name: string }) => name).toSorted()).toEqual([
      'bodySite',
      'companyCallbackUrl',
      'extraData',
      'forcedScoringSystems',
      'isForPatient',
    ]);
    expect(body.draft).toMatchObject({ isForPatient: false, answers: { bodySite: null } });
  });
});

describe('photographs of a page', () => {
  it('go on where a lost connection left them', async () => {
    const { handle } = (await openPage()).body;
    const path = `/photos/${randomUUID()}`;
    await call(handle, path, { method: 'PUT', body: { role: 'photograph', totalBytes: jpeg.byteLength } });
    const piece = (from: number, to: number) =>
      call(handle, path, { method: 'PATCH', body: jpeg.subarray(from, to), offset: from });
    expect((await piece(0, 100)).body.receivedBytes).toBe(100);
    expect((await piece(0, 100)).body.receivedBytes).toBe(100);
    expect((await piece(200, 300)).body.receivedBytes).toBe(100);
    expect((await call(handle, '')).body.photos).toMatchObject([{ receivedBytes: 100, verdict: null }]);
    const { body } = await piece(100, jpeg.byteLength);
    expect(body).toMatchObject({ receivedBytes: jpeg.byteLength, verdict: { kind: 'read' } });
  });

  it('say why a file is none, and can be put in order and removed', async () => {
    const { handle } = (await openPage()).body;
    const { answer } = await sendPhoto(handle, Buffer.from('no picture at all'));
    expect(answer.body.verdict).toEqual({ kind: 'unreadable', code: 'unsupportedImage' });
    const good = await sendPhoto(handle, jpeg);
    const photoOrder = [good.id];
    const { body } = await call(handle, '', { method: 'PATCH', body: { photoOrder } });
    expect(body.photos[0].id).toBe(good.id);
    const left = await call(handle, `/photos/${good.id}`, { method: 'DELETE' });
    expect(left.body.photos).toHaveLength(1);
  });

  it('stay as they are once the report is made, whoever asks again', async () => {
    const { handle } = (await openPage({ bodySite: 'trunkFront' })).body;
    const { id } = await sendPhoto(handle, jpeg);
    await call(handle, '/analysis', { method: 'POST' });
    const { photos } = await waitForReport(handle);
    const put = (photoId: string) =>
      call(handle, `/photos/${photoId}`, { method: 'PUT', body: { role: 'photograph', totalBytes: 5 } });
    const remove = (photoId: string) => call(handle, `/photos/${photoId}`, { method: 'DELETE' });
    for (const refused of [await put(randomUUID()), await remove(id)])
      expect(refused).toMatchObject({ status: 409, body: { code: 'draftDone' } });
    for (const repeated of [await put(id), await remove(randomUUID())])
      expect(repeated).toMatchObject({ status: 200, body: { photos } });
  });

  it('are not more than the limits, one of them to show the place', async () => {
    const { handle } = (await openPage()).body;
    const put = (body: object) => call(handle, `/photos/${randomUUID()}`, { method: 'PUT', body });
    expect((await put({ role: 'context', totalBytes: 5 })).status).toBe(200);
    expect((await put({ role: 'context', totalBytes: 5 })).body.code).toBe('tooManyImages');
    expect((await put({ role: 'photograph', totalBytes: 2 ** 30 })).body.code).toBe('imageTooLarge');
  });

  it('take no more bytes than were announced, and none that were not', async () => {
    const { handle } = (await openPage()).body;
    const path = `/photos/${randomUUID()}`;
    const piece = { method: 'PATCH', body: jpeg.subarray(0, 50), offset: 0 };
    expect((await call(handle, path, piece)).status).toBe(404);
    await call(handle, path, { method: 'PUT', body: { role: 'photograph', totalBytes: 40 } });
    expect((await call(handle, path, piece)).status).toBe(422);
  });
});

describe('strangers', () => {
  it('do not get in with an unknown or expired key', async () => {
    expect((await open('x'.repeat(64))).body).toMatchObject({ status: 403, code: 'unknownAppKey' });
    expect((await open('')).status).toBe(403);
  });

  it('have no draft with a handle that is none', async () => {
    expect((await call('openderm_nonsense', '')).body).toMatchObject({ status: 410, code: 'draftGone' });
    const response = await fetch(`${desk.tiny.origin}/iframe/api/draft`);
    expect(response.status).toBe(401);
  });

  it('find nothing of what was discarded', async () => {
    const { handle } = (await openPage()).body;
    await sendPhoto(handle, jpeg);
    expect((await call(handle, '', { method: 'DELETE' })).status).toBe(204);
    expect((await call(handle, '')).status).toBe(410);
  });
});

it('does not begin an analysis without a place and a photograph', async () => {
  const { handle } = (await openPage()).body;
  const { status, body } = await call(handle, '/analysis', { method: 'POST' });
  expect([status, body.code]).toEqual([422, 'invalidRequest']);
});

it('refuses a place that there is not, also one without a name', async () => {
  const { handle } = (await openPage({ bodySite: 'trunkFront' })).body;
  for (const bodySite of ['elbowOfTheMoon', '']) {
    const { status, body } = await call(handle, '', { method: 'PATCH', body: { bodySite } });
    expect([status, body.code]).toEqual([422, 'invalidRequest']);
  }
  expect((await call(handle, '')).body.answers.bodySite).toBe('trunkFront');
  const { body } = await call(handle, '', { method: 'PATCH', body: { bodySite: null } });
  expect(body.answers.bodySite).toBeNull();
});

it('shows the logo of the company, and no other picture', async () => {
  const png = await sharp({ create: { width: 9, height: 3, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  const logo = `data:image/png;base64,${png.toString('base64')}`;
  const theme = { primary: null, secondary: null, fontFamily: null, logo };
  const { company } = await desk.open({ theme });
  const key = 'logo'.repeat(16) + randomUUID().replaceAll('-', '');
  const createdAtMs = Date.now();
  await desk.tiny.server.device.store.companies.addAppKey({
    key,
    companyId: company.id,
    createdAtMs,
    expiresAtMs: createdAtMs + minuteMs,
  });
  const { body } = await open(key);
  const response = await fetch(desk.tiny.origin + body.draft.company.theme.logo);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), png)).toBe(0);
  const none = await fetch(`${desk.tiny.origin}/iframe/api/companies/${desk.backend.company.id}/logo`);
  expect(none.status).toBe(404);
});
