// SPDX-License-Identifier: Apache-2.0
import { type FieldErrorsResponse, SeverityAssessmentManualResponse } from '@openderm/contract';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scoringSystems } from '../../src/scoring/systems.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

let tiny: TinyServer;
let authorization: string;
beforeAll(async () => {
  tiny = await startTinyServer();
  authorization = `Bearer ${await tiny.logIn()}`;
});
afterAll(() => tiny?.close());

const schema = Compile(SeverityAssessmentManualResponse);

function post(body: unknown, { query = '', headers = {} } = {}): Promise<Response> {
  return fetch(`${tiny.baseUrl}/severity-assessment/manual${query}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

type Options = Parameters<typeof post>[1];

async function assess(body: unknown, options?: Options): Promise<SeverityAssessmentManualResponse> {
  const answer = await post(body, options);
  const report: unknown = await answer.json();
  expect([answer.status, schema.Errors(report)]).toEqual([200, []]);
  return report as SeverityAssessmentManualResponse;
}

async function problemsOf(body: unknown, options?: Options): Promise<readonly (readonly [string, string])[]> {
  const answer = await post(body, options);
  const { detail } = (await answer.json()) as FieldErrorsResponse;
  expect(answer.status).toBe(422);
  return detail.map(({ loc, msg }) => [loc.join('.'), msg] as const);
}

const plaque = { surface: 3, erythema: 3, induration: 2, desquamation: 2 };
const knownCondition = { conclusion: { text: 'psoriasis' } };
const answered = (item: object, more: object = {}) => ({ questionnaireResponse: { item }, ...more });
const request = {
  bodySite: 'trunkFront',
  knownCondition,
  scoringSystem: { pasi: answered(plaque) },
};

describe('a body site', () => {
  it('may be the whole body where the score is the person’s', async () => {
    const item = { question1: 1, question2: 0, question3: 0, question4: 1 };
    const scoringSystem = { pure4: answered(item) };
    const { bodySite } = await assess({ ...request, bodySite: 'wholeBody', scoringSystem });
    expect(bodySite).toEqual({ code: 'wholeBody', name: 'Whole body' });
  });

  it('may be a group of sites where the score has a weight for it', async () => {
    const { patientEvolution } = await assess({ ...request, bodySite: 'lowerLimbs' });
    expect(patientEvolution['pasi']?.score.value).toBe(8.4);
  });
});

describe('a questionnaire', () => {
  it('is answered with its score in both shapes, every other system standing as null', async () => {
    const { patientEvolution, ...report } = await assess(request);
    expect(Object.keys(patientEvolution)).toEqual(scoringSystems.map(({ code }) => code));
    const scored = Object.keys(patientEvolution).filter((code) => patientEvolution[code] !== null);
    expect(scored).toEqual(['pasi']);
    expect(patientEvolution['pasi']?.score).toMatchObject({
      value: 6.3,
      interpretation: { category: 'Severe', intensity: 3, code: 'severe', basis: 'published' },
      severity: { value: 3, interpretations: { length: 4 } },
      additionalData: { globalScoreContribution: null },
    });
    expect(patientEvolution['pasi']?.score.severity.interpretations[2]).toEqual({
      min: 2.1,
      max: 4.5,
      text: 'Moderate',
      coding: [{ code: 2, display: 'moderate' }],
    });
    expect(report).toMatchObject({
      bodySite: { code: 'trunkFront' },
      knownCondition: { slug: 'psoriasis', conclusion: { coding: [{ code: 'EA90' }] } },
      locale: 'en',
    });
    expect(report.analysisDuration).toBeGreaterThan(0);
    expect(report.issued.slice(0, 10)).toBe(new Date().toISOString().slice(0, 10));
  });

  it('prints 6.3 as 6.3', async () => {
    expect(await (await post(request)).text()).toContain('"value":6.3,');
  });

  it('shows every answer with its question and in words', async () => {
    const { item } = (await assess(request)).patientEvolution['pasi'] ?? {};
    expect(Object.keys(item ?? {})).toEqual(Object.keys(plaque));
    expect(item?.['erythema']).toEqual({
      code: {
        text: 'Erythema',
        coding: [
          { system: null, systemDisplay: 'Legit.Health', version: null, code: 'erythema', display: null },
        ],
      },
      value: 3,
      interpretation: 'Marked',
    });
  });

  it('of regions shows the answers of each region', async () => {
    const regions = { headNeck: plaque, upperLimbs: plaque, trunk: plaque, lowerLimbs: plaque };
    const { patientEvolution } = await assess({ ...request, scoringSystem: { pasi: answered(regions) } });
    expect(patientEvolution['pasi']).toMatchObject({
      form: 'pasi',
      score: { value: 21 },
      item: { trunk: { erythema: { value: 3, code: { coding: [{ code: 'erythema' }] } } } },
    });
  });

  it('may name an item by its other name', async () => {
    const { surface: area, ...signs } = plaque;
    const { patientEvolution } = await assess({
      ...request,
      scoringSystem: { pasi: answered({ area, ...signs }) },
    });
    expect(patientEvolution['pasi']).toMatchObject({
      score: { value: 6.3 },
      item: { surface: { value: 3 } },
    });
  });

  it('is scored with a warning where the condition is another', async () => {
    const acne = { ...request, knownCondition: { conclusion: { text: 'acne' } } };
    const { patientEvolution } = await assess(acne);
    expect(patientEvolution['pasi']?.warnings).toEqual([
      { code: 'notForCondition', text: expect.stringContaining('condition') },
    ]);
    expect((await assess(request)).patientEvolution['pasi']?.warnings).toEqual([]);
  });

  it('says what of its score is still to be looked up', async () => {
    const { patientEvolution } = await assess(request);
    expect(patientEvolution['pasi']).toMatchObject({
      validated: true,
      verification: 'pending',
      pendingFacts: ['responses', 'minimalImportantDifference'],
      reduction: null,
      change: null,
    });
  });

  it('comes with photographs from some clients, megabytes of them, which change nothing', async () => {
    const contentAttachment = { data: Buffer.alloc(4_000_000, 7).toString('base64') };
    const payload = [{ contentAttachment }, { contentAttachment }];
    const more = { payload, resourceType: 'ServiceRequest', somethingElse: { nested: [1] } };
    const { patientEvolution } = await assess({ ...more, ...request });
    expect(patientEvolution).toEqual((await assess(request)).patientEvolution);
  });
});

describe('the record', () => {
  it('is there when the answer is, and says what was answered', async () => {
    const { identifier } = await assess(request);
    const record = await tiny.server.device.store.assessments.find(identifier.value);
    expect(record).toMatchObject({
      kind: 'severity-manual',
      result: {
        bodySite: 'trunkFront',
        condition: 'psoriasis',
        scores: [{ code: 'pasi', form: 'pasiLocal', value: 6.3, category: 'severe', answers: plaque }],
      },
    });
  });

  it('does not hold the photographs, nor what the client calls the patient', async () => {
    const data = Buffer.alloc(3000, 7).toString('base64');
    const more = { payload: [{ contentAttachment: { data, title: 'left arm of John' } }] };
    const { identifier } = await assess({ ...request, ...more, subject: 'patient-key-77' });
    const record = JSON.stringify(await tiny.server.device.store.assessments.find(identifier.value));
    expect(record).toContain('pasiLocal');
    for (const secret of ['patient-key-77', 'John', data.slice(0, 40)]) expect(record).not.toContain(secret);
  });
});

describe('several questionnaires at once', () => {
  it('are each scored, and each fault of each is named', async () => {
    const scoringSystem = { pasi: answered(plaque), bsa: answered({ percent: 12.5 }) };
    const { patientEvolution } = await assess({ ...request, scoringSystem });
    expect(patientEvolution['bsa']?.score.value).toBe(12.5);
    expect(patientEvolution['pasi']?.score.value).toBe(6.3);
    const faulty = { pasi: answered({ ...plaque, surface: 7 }), bsa: answered({ percent: '12' }) };
    const problems = await problemsOf({ ...request, scoringSystem: faulty });
    const item = (code: string) => `body.scoringSystem.${code}.questionnaireResponse.item`;
    expect(problems).toEqual([
      [`${item('pasi')}.surface`, 'Value error, Allowed for surface: 0, 1, 2, 3, 4, 5, 6'],
      [
        `${item('bsa')}.percent`,
        'Value error, Allowed for percent: numbers of at most 2 decimals from 0 to 100',
      ],
    ]);
  });
});

describe('the language of the answer', () => {
  it.each([
    ['?locale=es', {}, 'es', 'Grave'],
    ['?locale=de_DE', { 'accept-language': 'es' }, 'de', 'Schwer'],
    ['', { 'accept-language': 'pt, fr;q=0.8, en;q=0.7' }, 'fr', 'Sévère'],
    ['', { 'accept-language': '*' }, 'en', 'Severe'],
  ])('follows %s and %j', async (query, headers, locale, category) => {
    const report = await assess(request, { query, headers });
    const { score, item } = report.patientEvolution['pasi'] ?? {};
    expect([report.locale, score?.interpretation?.category]).toEqual([locale, category]);
    expect(score?.interpretation?.code).toBe('severe');
    expect(item?.['erythema']).toMatchObject({ code: { coding: [{ code: 'erythema' }] }, value: 3 });
    expect(report.knownCondition.conclusion.coding?.[0]?.display).toBe('Psoriasis');
  });

  it('is refused where there is none of it', async () => {
    const [[loc, msg] = ['', '']] = await problemsOf(request, { query: '?locale=pt' });
    expect([loc, msg]).toEqual(['query.locale', expect.stringContaining('en, es, fr, de')]);
  });
});

describe('the known condition', () => {
  const coding = (code: string) => [
    { system: 'https://icd.who.int/browse/2025-01/mms/en', systemDisplay: 'ICD-11', code, display: code },
  ];
  const slugOf = async (conclusion: object) =>
    (await assess({ ...request, knownCondition: { conclusion } })).knownCondition.slug;

  it.each([
    [{ text: 'Psoriasis', coding: null }, 'psoriasis'],
    [{ text: 'Schuppenflechte' }, 'psoriasis'],
    [{ text: 'acné' }, 'acne'],
    [{ text: 'EA90' }, 'psoriasis'],
    [{ text: 'EA90.42, EA90.5Y' }, 'palmoplantarPsoriasis'],
    [{ text: 'ED80.Z' }, 'acne'],
    [{ text: 'Generalised eczematous dermatitis of unspecified type' }, 'eczematousDermatitis'],
    [{ text: 'what our system calls it', coding: coding('EB05') }, 'urticaria'],
    [{ text: 'psoriasis', coding: coding('EB05') }, 'psoriasis'],
    [{ text: 'Non-specific finding', coding: null }, 'nonSpecificFinding'],
  ])('is read from %j as %s', async (conclusion, slug) => {
    expect(await slugOf(conclusion)).toBe(slug);
  });

  it.each([
    [{ text: 'psoriassis' }, 'nearest: Psoriasis'],
    [{ text: 'xyzzy', coding: coding('XX99') }, '/v1/conditions'],
    [{ text: '2F22' }, 'several conditions have the code 2F22'],
    [{ text: '' }, '/v1/conditions'],
  ])('is refused as %j: %s', async (conclusion, text) => {
    const problems = await problemsOf({ ...request, knownCondition: { conclusion } });
    expect(problems).toEqual([['body.knownCondition.conclusion.text', expect.stringContaining(text)]]);
  });

  it.each(['system', 'systemDisplay', 'code', 'display'])('needs the %s of a coding', async (key) => {
    const whole: Record<string, string> = { ...coding('EA90')[0] };
    delete whole[key];
    const conclusion = { text: 'psoriasis', coding: [whole] };
    expect(await problemsOf({ ...request, knownCondition: { conclusion } })).toEqual([
      [`body.knownCondition.conclusion.coding.0.${key}`, 'Field required'],
    ]);
  });
});
