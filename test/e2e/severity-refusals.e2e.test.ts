// SPDX-License-Identifier: Apache-2.0
import type { FieldErrorsResponse } from '@openderm/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

let tiny: TinyServer;
let authorization: string;
beforeAll(async () => {
  tiny = await startTinyServer();
  authorization = `Bearer ${await tiny.logIn()}`;
});
afterAll(() => tiny?.close());

function post(body: unknown, headers: Record<string, string> = { authorization }): Promise<Response> {
  return fetch(`${tiny.baseUrl}/severity-assessment/manual`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function problemsOf(body: unknown): Promise<readonly (readonly [string, string])[]> {
  const answer = await post(body);
  const { detail } = (await answer.json()) as FieldErrorsResponse;
  expect(answer.status).toBe(422);
  return detail.map(({ loc, msg }) => [loc.join('.'), msg] as const);
}

const plaque = { surface: 3, erythema: 3, induration: 2, desquamation: 2 };
const pasi = { questionnaireResponse: { item: plaque } };
const request = {
  bodySite: 'armLeft',
  knownCondition: { conclusion: { text: 'psoriasis' } },
  scoringSystem: { pasi },
};
const withPrevious = (previous: unknown) => ({
  ...request,
  scoringSystem: { pasi: { ...pasi, previous } },
});
const required = 'Field required';

describe('a request', () => {
  it.each([{}, { authorization: 'Bearer x.y.z' }, { authorization: 'Basic eDp5' }])(
    'is refused without a token: %j',
    async (headers) => {
      const answer = await post(request, headers);
      expect([answer.status, await answer.json()]).toEqual([401, { detail: 'Not authenticated' }]);
    },
  );

  it.each([
    ['', 'body', required],
    ['{"bodySite":', 'body', 'JSON decode error'],
    ['[]', 'body', 'Input should be a valid object'],
    ['"pasi"', 'body', 'Input should be a valid object'],
  ])('that is %j is refused', async (body, loc, msg) => {
    expect(await problemsOf(body)).toEqual([[loc, msg]]);
  });

  it('of another content type is refused', async () => {
    expect((await post('a=b', { authorization, 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('without anything is told of every missing field', async () => {
    expect(await problemsOf({})).toEqual([
      ['body.bodySite', required],
      ['body.knownCondition', required],
      ['body.scoringSystem', required],
    ]);
  });

  it.each([
    ['bodySite', { ...request, bodySite: undefined }, 'body.bodySite'],
    ['conclusion', { ...request, knownCondition: {} }, 'body.knownCondition.conclusion'],
    [
      'text',
      { ...request, knownCondition: { conclusion: { coding: null } } },
      'body.knownCondition.conclusion.text',
    ],
    ['scoring system', { ...request, scoringSystem: {} }, 'body.scoringSystem'],
    [
      'questionnaireResponse',
      { ...request, scoringSystem: { pasi: {} } },
      'body.scoringSystem.pasi.questionnaireResponse',
    ],
    [
      'item',
      { ...request, scoringSystem: { pasi: { questionnaireResponse: {} } } },
      'body.scoringSystem.pasi.questionnaireResponse.item',
    ],
    ['data', { ...request, payload: [{ contentAttachment: {} }] }, 'body.payload.0.contentAttachment.data'],
  ])('without %s has exactly one fault', async (_field, body, loc) => {
    expect(await problemsOf(body)).toEqual([[loc, required]]);
  });

  it.each([
    ['a body site', { ...request, bodySite: 7 }, 'body.bodySite'],
    ['a condition', { ...request, knownCondition: 'psoriasis' }, 'body.knownCondition'],
    ['scoring systems', { ...request, scoringSystem: ['pasi'] }, 'body.scoringSystem'],
    ['a scoring system', { ...request, scoringSystem: { pasi: 3 } }, 'body.scoringSystem.pasi'],
    ['a payload', { ...request, payload: {} }, 'body.payload'],
    ['a subject', { ...request, subject: 7 }, 'body.subject'],
  ])('with %s of another type is refused', async (_field, body, loc) => {
    expect((await problemsOf(body)).map(([where]) => where)).toEqual([loc]);
  });

  it('is told of everything at once', async () => {
    const problems = await problemsOf({
      bodySite: 'armLef',
      knownCondition: { conclusion: { text: 'psoriassis' } },
      scoringSystem: {
        pasi: { questionnaireResponse: { item: { ...plaque, surface: 9, colour: 1 } } },
        pazi: {},
        apasi: pasi,
      },
      payload: [{ contentAttachment: {} }],
    });
    const item = 'body.scoringSystem.pasi.questionnaireResponse.item';
    expect(problems.map(([loc]) => loc).toSorted()).toEqual([
      'body.bodySite',
      'body.knownCondition.conclusion.text',
      'body.payload.0.contentAttachment.data',
      'body.scoringSystem.apasi',
      `${item}.colour`,
      `${item}.surface`,
      'body.scoringSystem.pazi',
    ]);
  });
});

describe('a request with more faults than are named', () => {
  const many = (count: number, value: unknown) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`system${index}`, value]));

  it.each([
    ['thousands of scoring systems', { ...request, scoringSystem: many(5000, {}) }],
    ['a hundred scoring systems', { ...request, scoringSystem: { ...many(99, {}), pasi: {} } }],
    ['a hundred earlier scores', withPrevious(Array(150).fill({}))],
    ['thousands of earlier scores', withPrevious(Array(5000).fill({ value: 999 }))],
    [
      'thousands of items',
      { ...request, scoringSystem: { pasi: { questionnaireResponse: { item: many(5000, 1) } } } },
    ],
  ])('is refused all the same: %s', async (_kind, body) => {
    const problems = await problemsOf(body);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(100);
  });
});

describe('a scoring system', () => {
  const messageFor = async (code: string) => {
    const problems = await problemsOf({ ...request, scoringSystem: { [code]: pasi } });
    expect(problems).toHaveLength(1);
    return problems[0]?.[1] ?? '';
  };

  it.each(['pazi', 'PASI', 'pasi '])('%j is not known, and what comes near is named', async (code) => {
    expect(await messageFor(code)).toContain(`there is no scoring system "${code}"; nearest: pasi`);
  });

  it.each(['', '__proto__', 'constructor', 'nothing like it'])('%j is not known', async (code) => {
    const body = JSON.stringify(request).replace('"pasi":', `${JSON.stringify(code)}:`);
    expect((await problemsOf(body))[0]?.[1]).toContain('there are');
  });

  it.each(['apasi', 'aeasi', 'asalt'])('%s is read from a photograph', async (code) => {
    expect(await messageFor(code)).toContain(`${code} is read from a photograph`);
  });
});

describe('a body site', () => {
  it.each([
    ['armLef', 'nearest: armLeft'],
    ['ARM_LEFT', 'nearest: armLeft'],
    ['wholeBody', 'pasi has no region for wholeBody'],
    ['nowhere at all', '/v1/body-sites'],
    ['nails', 'pasi has no region for nails'],
  ])('%s is refused: %s', async (bodySite, text) => {
    expect(await problemsOf({ ...request, bodySite })).toEqual([
      ['body.bodySite', expect.stringContaining(text)],
    ]);
  });
});

describe('an earlier score', () => {
  const withPrevious = (previous: unknown) => ({
    ...request,
    scoringSystem: { pasi: { ...pasi, previous } },
  });
  const at = 'body.scoringSystem.pasi.previous';

  it.each([
    [[{ value: 99 }], `${at}.0.value`],
    [[{ value: 3 }, { value: '3' }], `${at}.1.value`],
    [[{}], `${at}.0.value`],
    [[{ value: 3, issued: 'yesterday' }], `${at}.0.issued`],
    [[{ value: 3, issued: '2026-02-30' }], `${at}.0.issued`],
    [[{ value: 3, item: { ...plaque, surface: 9 } }], `${at}.0.item.surface`],
    ['3', at],
  ])('%j is refused', async (previous, loc) => {
    expect((await problemsOf(withPrevious(previous))).map(([where]) => where)).toEqual([loc]);
  });
});
