// SPDX-License-Identifier: Apache-2.0
import {
  EvolutionResponse,
  type EvolutionSeries,
  type FieldErrorsResponse,
  type SeverityAssessmentManualResponse,
} from '@openderm/contract';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInFolder } from '../fixtures/find-in-folder.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

let tiny: TinyServer;
let authorization: string;
let otherAuthorization: string;
beforeAll(async () => {
  tiny = await startTinyServer();
  authorization = `Bearer ${await tiny.logIn()}`;
  const { accounts } = tiny.server.device.store;
  const own = await accounts.findByEmail(tiny.email);
  if (own) await accounts.add({ ...own, id: 'other', email: 'other@example.org' });
  const body = new URLSearchParams({ username: 'other@example.org', password: tiny.password });
  const answer = await fetch(`${tiny.baseUrl}/login`, { method: 'POST', body });
  otherAuthorization = `Bearer ${((await answer.json()) as { access_token: string }).access_token}`;
});
afterAll(() => tiny?.close());

const schema = Compile(EvolutionResponse);

function post(path: string, body: unknown, token = authorization): Promise<Response> {
  const headers = { authorization: token, 'content-type': 'application/json' };
  return fetch(`${tiny.baseUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

interface Assessment {
  readonly subject?: string;
  readonly bodySite?: string;
  readonly previous?: readonly object[];
  readonly token?: string;
}

async function assess(code: string, item: object, { subject, bodySite, previous, token }: Assessment = {}) {
  const body = {
    bodySite: bodySite ?? 'armLeft',
    knownCondition: { conclusion: { text: 'psoriasis' } },
    scoringSystem: { [code]: { questionnaireResponse: { item }, ...(previous && { previous }) } },
    ...(subject && { subject }),
  };
  const answer = await post('/severity-assessment/manual', body, token);
  expect(answer.status).toBe(200);
  const { patientEvolution } = (await answer.json()) as SeverityAssessmentManualResponse;
  return patientEvolution[code];
}

async function follow(body: object, token?: string, query = ''): Promise<readonly EvolutionSeries[]> {
  const answer = await post(`/evolution${query}`, body, token);
  const report: unknown = await answer.json();
  expect([answer.status, schema.Errors(report)]).toEqual([200, []]);
  return (report as EvolutionResponse).series;
}

const plaque = (grade: number) => ({ surface: 3, erythema: grade, induration: grade, desquamation: grade });
const achieved = (change: EvolutionSeries['change'] | undefined) =>
  change?.responses.filter((response) => response.achieved).map(({ name }) => name);

describe('earlier scores of a request', () => {
  it('give reduction, responses, trend, what matters to patients, and the history', async () => {
    const previous = [
      { value: 8, issued: '2026-05-01' },
      { value: 14.4, issued: '2026-03-01T10:00:00Z' },
    ];
    const pasi = await assess('pasi', plaque(2), { previous });
    expect(pasi?.score.value).toBe(3.6);
    expect(pasi?.reduction).toBe(75);
    expect(achieved(pasi?.change)).toEqual(['PASI50', 'PASI75']);
    expect(pasi?.change).toMatchObject({
      trend: 'improved',
      baseline: { value: 14.4, issued: '2026-03-01T10:00:00.000000' },
      minimalImportantDifference: { exceeded: true },
      history: [{ value: 14.4 }, { value: 8 }],
    });
  });

  it('give HiSCR where their answers come along', async () => {
    const item = { nodule: 6, abscess: 2, drainingTunnel: 2 };
    const ihs4 = await assess(
      'ihs4',
      { ...item, nodule: 3, abscess: 1 },
      { previous: [{ value: 18, item }] },
    );
    expect(achieved(ihs4?.change)).toEqual(['HiSCR']);
  });

  it('turn around where higher is better', async () => {
    const three = { manifestations: 3, qualityOfLife: 3, treatmentNotEnough: 3, overallUnderControl: 3 };
    const uct = await assess('uct', three, { previous: [{ value: 6 }] });
    expect([uct?.reduction, uct?.change?.trend]).toEqual([null, 'improved']);
  });

  it('are nothing without any: reduction and change are null', async () => {
    expect(await assess('pasi', plaque(1))).toMatchObject({ reduction: null, change: null });
  });
});

describe('the series of a patient', () => {
  it('joins the assessments of one key, by form and by body site', async () => {
    const subject = 'patient-4711';
    await assess('pasi', plaque(4), { subject });
    await assess('pasi', plaque(3), { subject, bodySite: 'legLeft' });
    const later = await assess('pasi', plaque(1), { subject });
    expect(later?.reduction).toBe(75);
    const series = await follow({ subject });
    expect(
      series.map(({ form, bodySite, points }) => [form, bodySite?.code, points.map(({ value }) => value)]),
    ).toEqual([
      ['pasiLocal', 'armLeft', [7.2, 1.8]],
      ['pasiLocal', 'legLeft', [10.8]],
    ]);
    expect(series[0]?.change).toMatchObject({ reductionPercent: 75, trend: 'improved' });
    expect(series[0]?.points[0]?.category).toEqual({ code: 'severe', text: 'Severe' });
    expect(series[1]?.change).toBeNull();
  });

  it('can be asked for one system, and in another language', async () => {
    const subject = 'patient-4712';
    await assess('pasi', plaque(4), { subject });
    await assess('pure4', { question1: 1, question2: 0, question3: 0, question4: 1 }, { subject });
    expect((await follow({ subject, scoringSystem: 'pure4' })).map(({ code }) => code)).toEqual(['pure4']);
    const [spanish] = await follow({ subject, scoringSystem: 'pure4' }, undefined, '?locale=es');
    expect(spanish?.points[0]?.category).toEqual({ code: 'positive', text: 'Positivo' });
  });

  it('is empty for a key never used, and never that of another account', async () => {
    const subject = 'patient-4713';
    await assess('pasi', plaque(4), { subject });
    expect(await follow({ subject: 'nobody' })).toEqual([]);
    expect(await follow({ subject }, otherAuthorization)).toEqual([]);
    const foreign = await assess('pasi', plaque(1), { subject, token: otherAuthorization });
    expect(foreign?.change).toBeNull();
    expect((await follow({ subject })).flatMap(({ points }) => points)).toHaveLength(1);
  });

  it('keeps no key of a patient anywhere in the data folder', async () => {
    const subject = 'Zacharias-Quantermaine-1959';
    await assess('pasi', plaque(2), { subject });
    // What was kept of it is found this way; the key is not.
    expect(await findInFolder(tiny.dataDir, 'pasiLocal')).not.toEqual([]);
    expect(await findInFolder(tiny.dataDir, subject)).toEqual([]);
  });
});

describe('what does not fit', () => {
  it.each([
    [{}, 'body.subject', 'Field required'],
    [{ subject: '' }, 'body.subject', 'at least 1 character'],
    [{ subject: 'x'.repeat(201) }, 'body.subject', 'at most 200 characters'],
    [{ subject: 7 }, 'body.subject', 'valid string'],
    [{ subject: 'p', scoringSystem: 'pazi' }, 'body.scoringSystem', 'pasi'],
  ])('%j is refused', async (body, place, words) => {
    const answer = await post('/evolution', body);
    const { detail } = (await answer.json()) as FieldErrorsResponse;
    expect([answer.status, detail.map(({ loc }) => loc.join('.'))]).toEqual([422, [place]]);
    expect(detail[0]?.msg).toContain(words);
  });

  it('asks for a token', async () => {
    expect((await post('/evolution', { subject: 'p' }, 'Bearer none')).status).toBe(401);
  });

  it.each([
    [{ value: 73 }, 'value', '[0, 72]'],
    [{ value: 3, issued: '2026-02-30' }, 'issued', 'ISO 8601'],
    [{ value: 3, item: { surface: 9 } }, 'item', 'Allowed for surface'],
  ])('an earlier score %j is refused by name', async (point, field, words) => {
    const body = {
      bodySite: 'armLeft',
      knownCondition: { conclusion: { text: 'psoriasis' } },
      scoringSystem: { pasi: { questionnaireResponse: { item: plaque(1) }, previous: [point] } },
    };
    const answer = await post('/severity-assessment/manual', body);
    const { detail } = (await answer.json()) as FieldErrorsResponse;
    expect(answer.status).toBe(422);
    expect(detail[0]?.loc.slice(0, 6)).toEqual(['body', 'scoringSystem', 'pasi', 'previous', 0, field]);
    expect(detail.map(({ msg }) => msg).join()).toContain(words);
  });
});
