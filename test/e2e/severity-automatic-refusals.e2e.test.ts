// SPDX-License-Identifier: Apache-2.0
import type { FieldErrorsResponse } from '@openderm/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toJpeg } from '../fixtures/pictures.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

let tiny: TinyServer;
let authorization: string;
let data: string;
beforeAll(async () => {
  tiny = await startTinyServer();
  authorization = `Bearer ${await tiny.logIn()}`;
  data = (await toJpeg()).toString('base64');
});
afterAll(() => tiny?.close());

type Kind = 'local' | 'global';

function post(kind: Kind, body: unknown, headers: Record<string, string> = { authorization }) {
  return fetch(`${tiny.baseUrl}/severity-assessment/automatic/${kind}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function problemsOf(kind: Kind, body: unknown): Promise<readonly (readonly [string, string])[]> {
  const answer = await post(kind, body);
  const { detail } = (await answer.json()) as FieldErrorsResponse;
  expect([answer.status, detail]).toEqual([422, expect.any(Array)]);
  return detail.map(({ loc, msg }) => [loc.join('.'), msg] as const);
}

const placesOf = async (kind: Kind, body: unknown) => (await problemsOf(kind, body)).map(([loc]) => loc);

const required = 'Field required';
const onlyBase64 = 'Value error, Only base64 data is allowed';
const knownCondition = { conclusion: { text: 'psoriasis' } };
const photograph = (more: object = {}) => ({ contentAttachment: { data, ...more } });
const answered = (item: object) => ({ questionnaireResponse: { item } });
const local = (more: object = {}) => ({
  payload: photograph(),
  bodySite: 'armLeft',
  knownCondition,
  scoringSystem: { apasi: answered({ surface: 2 }) },
  ...more,
});

describe('a request with one photograph', () => {
  it('is refused without a token', async () => {
    expect((await post('local', local(), {})).status).toBe(401);
  });

  it.each([
    ['', 'body', required],
    ['{"payload":', 'body', 'JSON decode error'],
    ['[]', 'body', 'Input should be a valid object'],
  ])('that is %j is refused', async (body, loc, msg) => {
    expect(await problemsOf('local', body)).toEqual([[loc, msg]]);
  });

  it('without anything is told of every missing field', async () => {
    expect(await problemsOf('local', {})).toEqual(
      ['payload', 'bodySite', 'knownCondition', 'scoringSystem'].map((field) => [`body.${field}`, required]),
    );
  });

  it.each([
    ['payload', { payload: undefined }, 'body.payload'],
    ['contentAttachment', { payload: {} }, 'body.payload.contentAttachment'],
    ['data', { payload: { contentAttachment: {} } }, 'body.payload.contentAttachment.data'],
    ['data in a list', { payload: [{ contentAttachment: {} }] }, 'body.payload.0.contentAttachment.data'],
    ['bodySite', { bodySite: undefined }, 'body.bodySite'],
    ['knownCondition', { knownCondition: undefined }, 'body.knownCondition'],
    ['text', { knownCondition: { conclusion: {} } }, 'body.knownCondition.conclusion.text'],
    ['scoringSystem', { scoringSystem: undefined }, 'body.scoringSystem'],
    ['a scoring system', { scoringSystem: {} }, 'body.scoringSystem'],
    [
      'surface',
      { scoringSystem: { apasi: {} } },
      'body.scoringSystem.apasi.questionnaireResponse.item.surface',
    ],
    [
      'surface, as PHP leaves it out',
      { scoringSystem: { apasi: [] } },
      'body.scoringSystem.apasi.questionnaireResponse.item.surface',
    ],
    [
      'surface among no answers',
      { scoringSystem: { apasi: answered({}) } },
      'body.scoringSystem.apasi.questionnaireResponse.item.surface',
    ],
  ])('without %s has exactly one fault', async (_field, changes, loc) => {
    expect(await problemsOf('local', local(changes))).toEqual([[loc, required]]);
  });

  it.each([
    ['payload', { payload: 3 }, 'body.payload'],
    ['data', { payload: { contentAttachment: { data: 3 } } }, 'body.payload.contentAttachment.data'],
    ['title', { payload: photographWith({ title: 3 }) }, 'body.payload.contentAttachment.title'],
    ['score', { scoringSystem: { aihs4: 3 } }, 'body.scoringSystem.aihs4'],
    [
      'questionnaireResponse',
      { scoringSystem: { aihs4: { questionnaireResponse: 3 } } },
      'body.scoringSystem.aihs4.questionnaireResponse',
    ],
    [
      'item',
      { scoringSystem: { aihs4: { questionnaireResponse: { item: 3 } } } },
      'body.scoringSystem.aihs4.questionnaireResponse.item',
    ],
  ])('with a %s of another type is refused', async (_field, changes, loc) => {
    expect(await placesOf('local', local(changes))).toEqual([loc]);
  });

  it.each([
    ['data:image/jpeg;base64,AAAA', 'body.payload.contentAttachment.data'],
    ['not base64', 'body.payload.contentAttachment.data'],
  ])('with data that begins %j is refused', async (text, loc) => {
    const payload = { contentAttachment: { data: text } };
    expect(await problemsOf('local', local({ payload }))).toEqual([[loc, onlyBase64]]);
    const listed = await problemsOf('local', local({ payload: [payload] }));
    expect(listed).toEqual([['body.payload.0.contentAttachment.data', onlyBase64]]);
  });

  it('with bytes that are no picture is refused at their place', async () => {
    const payload = { contentAttachment: { data: Buffer.from('plain text').toString('base64') } };
    const [[loc] = []] = await problemsOf('local', local({ payload }));
    expect(loc).toBe('body.payload.contentAttachment.data');
  });

  it('with two photographs is refused', async () => {
    expect(await placesOf('local', local({ payload: [photograph(), photograph()] }))).toEqual([
      'body.payload',
    ]);
  });

  it('about hair on an arm is refused for the body site', async () => {
    const problems = await problemsOf('local', local({ scoringSystem: { asalt: {} } }));
    expect(problems).toEqual([['body.bodySite', expect.stringContaining('asalt')]]);
  });

  it('that names a sign which the photograph shows is refused', async () => {
    const scoringSystem = { apasi: answered({ surface: 2, erythema: 3 }) };
    const place = 'body.scoringSystem.apasi.questionnaireResponse.item.erythema';
    expect(await placesOf('local', local({ scoringSystem }))).toEqual([place]);
  });

  it.each(['pazi', 'pasi', '__proto__'])('for the scoring system %j is refused', async (code) => {
    const body = JSON.stringify(local()).replace('"apasi":', `"${code}":`);
    expect(await placesOf('local', body)).toEqual([`body.scoringSystem.${code}`]);
  });

  it('is told of everything at once', async () => {
    const places = await placesOf('local', {
      payload: { contentAttachment: {} },
      bodySite: 'armLef',
      knownCondition: { conclusion: { text: 'psoriassis' } },
      scoringSystem: { apasi: answered({ surface: 9 }), pazi: {} },
    });
    expect(places.toSorted()).toEqual([
      'body.bodySite',
      'body.knownCondition.conclusion.text',
      'body.payload.contentAttachment.data',
      'body.scoringSystem.apasi.questionnaireResponse.item.surface',
      'body.scoringSystem.pazi',
    ]);
  });

  it('for pictures of a kind that there is none of is refused', async () => {
    const url = `${tiny.baseUrl}/severity-assessment/automatic/local?pictures=some`;
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(local()) });
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { detail: [{ loc: ['query', 'pictures'] }] },
    ]);
  });
});

function photographWith(more: object) {
  return { contentAttachment: { data: '', ...more } };
}

const global = (scoringSystem: unknown) => ({
  knownCondition: { conclusion: { text: 'vitiligo' } },
  scoringSystem,
});
const at = (site: string) => `body.scoringSystem.avasi.item.${site}`;
const site = (more: object = {}) => ({ payload: photograph(), ...more });

describe('a request with photographs of several sites', () => {
  it('without anything is told of every missing field', async () => {
    expect(await problemsOf('global', {})).toEqual([
      ['body.knownCondition', required],
      ['body.scoringSystem', required],
    ]);
  });

  it.each([
    ['item', { avasi: {} }, 'body.scoringSystem.avasi.item'],
    ['payload', { avasi: { item: { faceFront: {} } } }, `${at('faceFront')}.payload`],
    [
      'data',
      { avasi: { item: { faceFront: { payload: { contentAttachment: {} } } } } },
      `${at('faceFront')}.payload.contentAttachment.data`,
    ],
    [
      'data in a list',
      { avasi: { item: { faceFront: { payload: [{ contentAttachment: {} }] } } } },
      `${at('faceFront')}.payload.0.contentAttachment.data`,
    ],
  ])('without %s has exactly one fault', async (_field, scoringSystem, loc) => {
    expect(await problemsOf('global', global(scoringSystem))).toEqual([[loc, required]]);
  });

  it('without a single site is refused', async () => {
    expect(await placesOf('global', global({ avasi: { item: {} } }))).toEqual([
      'body.scoringSystem.avasi.item',
    ]);
  });

  it('with a site that there is none of is refused at its place', async () => {
    const scoringSystem = { avasi: { item: { faceFront: site(), faceFrom: site() } } };
    expect(await placesOf('global', global(scoringSystem))).toEqual([at('faceFrom')]);
  });

  it('with data that is not base64 is refused at its place', async () => {
    const broken = { payload: { contentAttachment: { data: 'data:image/jpeg;base64,AAAA' } } };
    const scoringSystem = { avasi: { item: { faceFront: site(), legsBack: broken } } };
    expect(await problemsOf('global', global(scoringSystem))).toEqual([
      [`${at('legsBack')}.payload.contentAttachment.data`, onlyBase64],
    ]);
  });

  it('for a score that has no whole-body form is refused', async () => {
    expect(await placesOf('global', global({ auas: { item: { armLeft: site() } } }))).toEqual([
      'body.scoringSystem.auas',
    ]);
  });

  it('without what belongs to the person is refused for it', async () => {
    const scoringSystem = { aeasi: { item: { armLeftTop: site() } } };
    expect(await problemsOf('global', global(scoringSystem))).toEqual([
      ['body.scoringSystem.aeasi.questionnaireResponse.item.patientAge', required],
    ]);
  });

  it('with an answer that a site does not have is refused at the site', async () => {
    const item = { armLeftTop: site(answered({ surface: 3, erythema: 2 })) };
    expect(await placesOf('global', global({ apasi: { item } }))).toEqual([
      'body.scoringSystem.apasi.item.armLeftTop.questionnaireResponse.item.erythema',
    ]);
  });
});
