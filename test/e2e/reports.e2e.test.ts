// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { FhirReport, RawReport } from '@openderm/contract';
import sharp from 'sharp';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSignedLinks } from '../../src/gate/signed-link.ts';
import { type CompanyBackend, openBackend } from '../fixtures/company-backend.ts';
import { paintSkin, toJpeg } from '../fixtures/pictures.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

let tiny: TinyServer;
let backend: CompanyBackend;
let stranger: CompanyBackend;
let photograph: string;
beforeAll(async () => {
  tiny = await startTinyServer({ OPENDERM_QUALITY_THRESHOLD: '0' });
  const place = { origin: tiny.origin, store: tiny.server.device.store };
  backend = await openBackend(place, { confidenceThreshold: 0.1 });
  stranger = await openBackend(place);
  photograph = (await toJpeg()).toString('base64');
});
afterAll(() => tiny?.close());

const fits = { raw: Compile(RawReport), fhir: Compile(FhirReport) };
const path = '/s2s-api/v3/anonymous-diagnostic-reports';

/** The server of a test does not know its own port beforehand. */
const follow = (link: string, options: RequestInit = {}) =>
  fetch(link.replace(/^https?:\/\/[^/]+/, tiny.origin), options);

async function create(more: object = {}) {
  const { status, body } = await backend.create({ bodySite: 'trunkFront', images: [photograph], ...more });
  expect([status, body.message]).toEqual([200, `Diagnostic report <${body.data?.id}>`]);
  return body.data;
}

describe('a report', () => {
  it('is made of photographs, and read as it was made', async () => {
    const given = {
      visitIdentifier: 'visit 7',
      extraData: { internalCaseId: 'ABC-123', nested: { list: [1, null, 'é 😀'] } },
      anamnesis: [{ question: 'Any allergies?', answer: 'None that I know of. '.repeat(60) }],
    };
    const made = await create({ ...given, images: [photograph, { data: photograph, title: 'closer' }] });
    expect(fits.raw.Errors(made)).toEqual([]);
    expect(made).toMatchObject({
      visitIdentifier: 'visit 7',
      extraData: given.extraData,
      anamnesisGeneral: given.anamnesis,
      bodySite: { code: 'trunkFront' },
      url: null,
      macroscopicMedia: null,
      status: 'preliminary',
    });
    expect(made.result.observations).toHaveLength(2);
    const { status, body } = await backend.read(made.id);
    expect([status, body.success, body.errorCode]).toEqual([200, true, null]);
    expect(withoutLinks(body.data)).toEqual(withoutLinks(made));
  });

  it('is read as FHIR with the same figures, under both spellings of the address', async () => {
    const made = await create({ visitIdentifier: 'visit 8' });
    const { body } = await backend.readFhir(made.id);
    expect(fits.fhir.Errors(body.data)).toEqual([]);
    expect(body.data).toMatchObject({
      resourceType: 'DiagnosticReport',
      id: made.id,
      encounter: { identifier: { value: 'visit 8' } },
      result: { id: made.result.id },
      patient: null,
    });
    const alias = await backend.send('GET', `/s2s/v3/anonymous-diagnostic-reports/${made.id}`);
    expect(withoutLinks(((await alias.json()) as { data: RawReport }).data)).toEqual(withoutLinks(made));
  });

  it('has a pathology from the threshold of its company on, and none below', async () => {
    const made = await create();
    expect(made.pathology).toEqual(made.result.conclusions[0]?.pathology);
    const { body } = await (await openCareful()).create({ bodySite: 'trunkFront', images: [photograph] });
    expect([body.data.pathology, body.data.result.scoringSystems]).toEqual([null, []]);
    expect(body.data.result.observations).toHaveLength(1);
  });

  it('has a score that was forced, whatever the diagnosis, on the most telling photograph', async () => {
    const dark = (await toJpeg(paintSkin().modulate({ brightness: 0.1 }))).toString('base64');
    const made = await create({ images: [dark, photograph], forcedScoringSystems: ['apasiLocal'] });
    expect(fits.raw.Errors(made)).toEqual([]);
    const [score, ...others] = made.result.scoringSystems;
    expect([score?.scoringSystem.code, others]).toEqual(['apasiLocal', []]);
    const picture = await follow(score?.explainabilityMedia?.url ?? '');
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
  });

  it('remembers earlier scores of the same patient', async () => {
    const more = { subject: 'patient 1', forcedScoringSystems: ['apasi'] };
    const [first, second] = [await create(more), await create(more)];
    const history = (made: RawReport) => made.result.scoringSystems[0]?.history ?? null;
    expect(history(first)).toBeNull();
    expect(history(second)).toHaveLength(1);
    const other = await create({ ...more, subject: 'patient 2' });
    expect(history(other)).toBeNull();
  });

  it('speaks the language that is asked for, else that of the company', async () => {
    const made = await create();
    const name = async (query: string) => (await backend.read(made.id, query)).body.data.bodySite.name;
    const names = await Promise.all(['', '?locale=es', '?locale=pt-BR', '?locale=de_DE'].map(name));
    expect(new Set(names).size).toBe(4);
  });
});

describe('a form with files', () => {
  const post = (form: FormData | string, headers: Record<string, string> = {}) =>
    fetch(`${tiny.origin}${path}`, {
      method: 'POST',
      headers: { 'x-api-token': backend.token, ...headers },
      body: form,
    });
  const file = () => new Blob([Buffer.from(photograph, 'base64')]);
  function write(fields: Readonly<Record<string, string>>): FormData {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('images', file(), 'lesion é.jpg');
    form.append('images', file());
    form.append('macroscopicMedia', file());
    return form;
  }

  it('makes the report that JSON would have made', async () => {
    const fields = { bodySite: 'trunkFront', visitIdentifier: 'visit 9', subject: 'patient 9' };
    const extraData = { id: [1, 'é'] };
    const knownAnswers = { auas: { pruritus: 2 } };
    const forcedScoringSystems = ['auas'];
    const anamnesis = [{ question: 'Since when?', answer: 'May' }];
    const more = { extraData, knownAnswers, forcedScoringSystems, anamnesis };
    const texts = Object.entries(more).map(([name, value]) => [name, JSON.stringify(value)]);
    const answer = await post(write({ ...fields, ...Object.fromEntries(texts) }));
    const { data, message } = (await answer.json()) as { data: RawReport; message: string };
    expect([answer.status, message]).toEqual([200, expect.stringContaining('Diagnostic report')]);
    const images = [photograph, photograph];
    const same = await create({
      ...fields,
      ...more,
      images,
      macroscopicMedia: photograph,
      subject: 'patient 10',
    });
    expect(withoutTimes(data)).toEqual(withoutTimes(same));
    expect(data.extraData).toEqual(extraData);
  });

  it.each<[string, () => Promise<Response>, number, string]>([
    ['names what is wrong', () => post(write({ bodySite: 'elbo' })), 422, 'elbo'],
    [
      'has JSON where JSON belongs',
      () => post(write({ bodySite: 'trunkFront', extraData: '{' })),
      422,
      'extraData',
    ],
    ['names a broken photograph', () => post(broken()), 422, 'images.0'],
    ['has no files elsewhere', () => post(stray()), 422, 'elsewhere'],
    [
      'is whole',
      () => post('--x\r\nabc', { 'content-type': 'multipart/form-data; boundary=x' }),
      422,
      'form',
    ],
    ['names its boundary', () => post('abc', { 'content-type': 'multipart/form-data' }), 422, 'boundary'],
    ['has not too many parts', () => post(many()), 422, 'too many'],
    ['is for reports', () => keys(), 415, 'content type'],
  ])('is refused unless it %s', async (_, send, status, words) => {
    const answer = await send();
    const body = (await answer.json()) as { message: string };
    expect([answer.status, body]).toMatchObject([status, { success: false, data: null }]);
    expect(body.message).toContain(words);
  });

  function broken(): FormData {
    const form = new FormData();
    form.append('bodySite', 'trunkFront');
    form.append('images', new Blob(['no picture']));
    return form;
  }
  function stray(): FormData {
    const form = write({ bodySite: 'trunkFront' });
    form.append('elsewhere', file());
    return form;
  }
  function many(): FormData {
    const form = write({ bodySite: 'trunkFront' });
    for (let count = 0; count < 100; count++) form.append('more', '');
    return form;
  }
  const keys = () =>
    fetch(`${tiny.origin}/s2s-api/v3/company/company-app-keys`, {
      method: 'POST',
      headers: { 'x-api-token': backend.token },
      body: stray(),
    });
});

describe('the pictures of a report', () => {
  it('are re-encoded without metadata, served to whoever has the link, kept by nobody', async () => {
    const tagged = await paintSkin()
      .jpeg()
      .withExif({ IFD0: { Artist: 'Somebody' } })
      .toBuffer();
    const made = await create({ images: [tagged.toString('base64')], macroscopicMedia: photograph });
    for (const link of [made.result.observations[0]?.media.url, made.macroscopicMedia?.url]) {
      const answer = await follow(link ?? '');
      expect([answer.status, Object.fromEntries(answer.headers)]).toMatchObject([
        200,
        {
          'content-type': 'image/jpeg',
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        },
      ]);
      const { format, width, exif } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
      expect([format, width, exif]).toEqual(['jpeg', 320, undefined]);
    }
  });

  it('are not found by an altered link, and gone when its time is over', async () => {
    const made = await create();
    const link = made.result.observations[0]?.media.url ?? '';
    const alter = (at: number) => `${link.slice(0, at)}${link[at] === 'A' ? 'B' : 'A'}${link.slice(at + 1)}`;
    const spots = [link.indexOf('/media/') + 9, link.indexOf('report=') + 9, link.length - 3];
    for (const altered of [...spots.map(alter), `${link}&more=1`, link.replace(/expires=\d/, 'expires=9')])
      expect((await follow(altered)).status).toBe(404);
    expect((await follow(link)).status).toBe(200);
    const past = createSignedLinks({
      secret: await tiny.server.device.store.secrets.obtain('signed-link', 32),
      clock: { nowMs: () => Date.now() - 31 * 60_000 },
    });
    const { pathname, searchParams } = new URL(link);
    const { companyId, report } = Object.fromEntries(searchParams);
    const sign = (ms: number) =>
      past.sign(pathname, { companyId: companyId ?? '', report: report ?? '' }, ms);
    expect((await fetch(`${tiny.origin}${pathname}?${sign(32 * 60_000)}`)).status).toBe(200);
    const expired = await fetch(`${tiny.origin}${pathname}?${sign(30 * 60_000)}`);
    expect([expired.status, await expired.json()]).toMatchObject([410, { code: 'linkExpired' }]);
  });

  it('leave with their report', async () => {
    const made = await create();
    const { reports } = tiny.server.device.store;
    const [newest] = await reports.list(backend.company.id, 1);
    await reports.remove(backend.company.id, newest?.id ?? '');
    expect((await follow(made.result.observations[0]?.media.url ?? '')).status).toBe(404);
    expect((await backend.read(made.id)).status).toBe(404);
  });
});

describe('the PDF of a report', () => {
  it('is a redirect to a signed link without any key in it', async () => {
    const made = await create();
    const answer = await backend.send('GET', `${path}/${made.id}?format=pdf&locale=fr`);
    const location = answer.headers.get('location') ?? '';
    expect([answer.status, location]).toEqual([
      302,
      expect.stringMatching(/\/pdf\/anonymous-diagnostic-report\?/),
    ]);
    expect(JSON.stringify(made) + location).not.toContain(backend.token);
    const pdf = await follow(location);
    expect([pdf.status, pdf.headers.get('content-type'), pdf.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'private, no-store',
    ]);
    expect((await pdf.text()).slice(0, 5)).toBe('%PDF-');
    expect((await follow(location.replace('locale=fr', 'locale=de'))).status).toBe(404);
  });
});

describe('an app key', () => {
  const register = (appKey: string, expiresAt: string, prefix = '/s2s/v3') =>
    stranger.send('POST', `${prefix}/company/company-app-keys`, { appKey, expiresAt });
  const soon = () => new Date(Date.now() + 600_000).toISOString();

  it('gives reports an address in the iframe, and may be sent again', async () => {
    const [key, expiresAt] = ['k1'.repeat(32), soon()];
    for (const prefix of ['/s2s/v3', '/s2s-api/v3']) {
      const answer = await register(key, expiresAt, prefix);
      expect([answer.status, await answer.json()]).toEqual([
        200,
        { success: true, message: expect.any(String), data: { appKey: key, expiresAt }, errorCode: null },
      ]);
    }
    const { body } = await stranger.create({ bodySite: 'trunkFront', images: [photograph] });
    expect(body.data.url).toContain(`companyId=${stranger.company.id}&diagnosticReportId=${body.data.id}`);
  });

  it.each([
    ['is too short', 'a'.repeat(63), soon, 422],
    ['has other characters', '-'.repeat(64), soon, 422],
    ['is over already', 'b'.repeat(64), () => '2020-01-01T00:00:00Z', 422],
    ['has no time', 'b'.repeat(64), () => 'tomorrow', 422],
    ['was registered with another time', 'k1'.repeat(32), () => '2090-01-01T00:00:00Z', 409],
  ])('is refused when it %s', async (_, key, expiresAt, status) => {
    const answer = await register(key, expiresAt());
    expect([answer.status, await answer.json()]).toMatchObject([status, { success: false, data: null }]);
  });
});

describe('what is not yours', () => {
  it('is the same 404, whether it is foreign, altered, malformed or deleted', async () => {
    const { id } = await create();
    const altered = `${id.slice(0, 20)}${id[20] === 'A' ? 'B' : 'A'}${id.slice(21)}`;
    const answers = [
      await stranger.read(id),
      await backend.read(altered),
      await backend.read('nonsense'),
      await backend.read(crypto.randomUUID()),
      await backend.read(`${id}A`),
      await backend.read(encodeURIComponent('../../etc/passwd')),
      await backend.read('x'.repeat(500)),
      await backend.read('%ff'),
    ];
    for (const { status, text } of answers)
      expect([status, text]).toEqual([
        404,
        '{"success":false,"message":"Not Found","data":null,"errorCode":"notFound"}',
      ]);
    expect((await stranger.read(id, '?format=pdf')).status).toBe(404);
  });

  it('needs a token that is good', async () => {
    const { id } = await create();
    const leaver = await openBackend({ origin: tiny.origin, store: tiny.server.device.store });
    expect((await leaver.read(id)).status).toBe(404);
    await tiny.server.device.store.companies.revokeToken(leaver.tokenId, Date.now());
    const answers = [
      await leaver.read(id),
      ...(await Promise.all(
        [{}, { 'x-api-token': 'wrong' }, { authorization: `Bearer ${await tiny.logIn()}` }].map(
          async (headers: Record<string, string>) => {
            const answer = await fetch(`${tiny.origin}${path}/${id}`, { headers });
            return { status: answer.status, text: await answer.text() };
          },
        ),
      )),
    ];
    for (const { status, text } of answers)
      expect([status, JSON.parse(text)]).toEqual([
        401,
        { success: false, message: 'Not authenticated', data: null, errorCode: 'unauthenticated' },
      ]);
  });
});

describe('a request that cannot be answered', () => {
  it.each([
    ['no photograph', { images: [] }, 'images'],
    ['no body site', { bodySite: undefined }, 'bodySite'],
    ['an unknown body site', { bodySite: 'elbo' }, 'elbo'],
    ['an unknown score', { forcedScoringSystems: ['apasy'] }, 'nearest: apasi'],
    ['a forced score without its answers', { forcedScoringSystems: ['ascorad'] }, 'pruritus'],
    [
      'answers that do not fit',
      { knownAnswers: { ascorad: { pruritus: 99, sleeplessness: 0 } } },
      'pruritus',
    ],
    ['extra data that is no object', { extraData: 'text' }, 'extraData'],
    ['more extra data than is kept', { extraData: { text: 'x'.repeat(20_000) } }, 'extraData'],
    ['a photograph that is none', { images: ['AAAA'] }, 'images.0'],
    ['a context photograph that is none', { macroscopicMedia: { data: 'AAAA' } }, 'macroscopicMedia.data'],
    ['text that is no base64', { images: [{ data: '<svg>' }] }, 'images.0.data'],
  ])('is refused in the envelope: %s', async (_, change, named) => {
    const { status, body } = await backend.create({
      bodySite: 'trunkFront',
      images: [photograph],
      ...change,
    });
    expect([status, body]).toMatchObject([
      422,
      { success: false, data: null, errorCode: expect.any(String) },
    ]);
    expect(body.message).toContain(named);
  });

  it.each(['?format=xml', '?locale=tlh', '?format=raw&format=fhir', '?format='])(
    'names the view: %s',
    async (query) => {
      const { id } = await create();
      const { status, body } = await backend.read(id, query);
      expect([status, body.success, body.errorCode]).toEqual([422, false, 'invalidRequest']);
    },
  );

  it.each([
    ['GET', `${path}`, 405],
    ['POST', '/s2s-api/v3/nothing', 404],
    ['GET', '/s2s/v3/', 404],
  ])('is in the envelope also where there is nothing: %s %s', async (method, address, status) => {
    const answer = await backend.send(method, address, method === 'POST' ? {} : undefined);
    expect([answer.status, await answer.json()]).toMatchObject([status, { success: false, data: null }]);
  });

  it('leaves nothing behind', async () => {
    const count = async () => (await tiny.server.device.store.reports.list(backend.company.id, 1000)).length;
    const before = await count();
    await backend.create('{"bodySite":"trunkFront","images":["');
    await backend.create({ bodySite: 'trunkFront', images: ['AAAA'] });
    expect(await count()).toBe(before);
  });
});

const openCareful = () =>
  openBackend({ origin: tiny.origin, store: tiny.server.device.store }, { confidenceThreshold: 1 });

/** What two reports of the same photographs have in common. */
function withoutTimes(report: RawReport): unknown {
  const { id: _, createdAt: __, result, ...rest } = report;
  const { id: ___, iaSeconds: ____, ...found } = result;
  return withoutLinks({ ...rest, result: found } as RawReport);
}

/** Links are made anew for each answer. */
function withoutLinks(report: RawReport): unknown {
  const text = JSON.stringify(report, (key, value) => (key === 'url' || key === 'pdf' ? undefined : value));
  return JSON.parse(text);
}

describe('with the real models', () => {
  it('makes reports of the sample photographs', async () => {
    const real = await startTinyServer({ OPENDERM_MODELS_DIR: 'models' });
    try {
      const own = await openBackend({ origin: real.origin, store: real.server.device.store });
      const read = (name: string) => readFileSync(`examples/photos/${name}.jpg`).toString('base64');
      const conclusive = await own.create({
        bodySite: 'trunkFront',
        images: [read('melanoma-1'), read('blurred')],
      });
      expect(fits.raw.Errors(conclusive.body.data)).toEqual([]);
      expect(conclusive.body.data.result.conclusions[0]?.pathology.code).toBe('Cutaneous melanoma');
      const scores = { forcedScoringSystems: ['apasi', 'alegi', 'ascorad'], subject: 'somebody' };
      const knownAnswers = { ascorad: { pruritus: 4, sleeplessness: 2 } };
      const images = [read('blurred'), read('squamous-cell-carcinoma-1')];
      const forced = await own.create({ bodySite: 'handLeft', images, knownAnswers, ...scores });
      expect([forced.body.message, fits.raw.Errors(forced.body.data)]).toEqual([expect.any(String), []]);
      const codes = forced.body.data.result.scoringSystems.map(({ scoringSystem }) => scoringSystem.code);
      expect(codes.toSorted()).toEqual(['alegi', 'apasiLocal', 'ascoradLocal']);
      const fhir = await own.readFhir(forced.body.data.id);
      expect(fits.fhir.Errors(fhir.body.data)).toEqual([]);
      const nothing = await own.create({
        bodySite: 'trunkFront',
        images: [read('not-skin'), read('blurred')],
      });
      expect([nothing.body.data.pathology, nothing.body.data.result.scoringSystems]).toEqual([null, []]);
      expect(nothing.body.data.result.observations).toHaveLength(2);
    } finally {
      await real.close();
    }
  });
});
