// SPDX-License-Identifier: Apache-2.0
import type { ConditionsResponse, FieldErrorsResponse } from '@openderm/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

let tiny: TinyServer;
let all: ConditionsResponse;
beforeAll(async () => {
  tiny = await startTinyServer();
  all = await list('');
});
afterAll(() => tiny?.close());

const get = (query: string, version = 'v1') => fetch(`${tiny.origin}/${version}/conditions${query}`);

async function list(query: string): Promise<ConditionsResponse> {
  const answer = await get(query);
  expect([query, answer.status]).toEqual([query, 200]);
  return (await answer.json()) as ConditionsResponse;
}

async function problemsOf(query: string): Promise<FieldErrorsResponse['detail']> {
  const answer = await get(query);
  expect([query, answer.status]).toEqual([query, 422]);
  return ((await answer.json()) as FieldErrorsResponse).detail;
}

const slugs = (conditions: ConditionsResponse) => conditions.map(({ slug }) => slug);

describe('the search', () => {
  it.each([
    ['eczéma atopique', 'atopicDermatitis'],
    ['Atopisches Ekzem', 'atopicDermatitis'],
    ['dermatitis atopica', 'atopicDermatitis'],
    ['melanma', 'melanoma'],
    ['EA90', 'psoriasis'],
  ])('finds %s', async (text, slug) => {
    expect(slugs(await list(`?search=${encodeURIComponent(text)}`))[0]).toBe(slug);
  });

  it('finds all for nothing, and nothing for what is no name', async () => {
    expect(await list('?search=')).toEqual(all);
    expect(await list('?search=zzzzqqqq')).toEqual([]);
  });

  it('is the same under both versions, and cacheable', async () => {
    const [one, two] = await Promise.all([get('?search=naevus'), get('?search=naevus', 'v2.0')]);
    expect(await one.text()).toBe(await two.text());
    const etag = one.headers.get('etag') ?? '';
    expect(one.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
    const again = await fetch(`${tiny.baseUrl}/conditions?search=naevus`, {
      headers: { 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
  });
});

describe('the filters', () => {
  it.each([
    ['malignant', 'malignancy'],
    ['pigmented', 'pigmentedLesion'],
    ['urgent', 'urgentReferral'],
    ['highPriority', 'highPriorityReferral'],
  ] as const)('choose by the flag %s', async (flag, indicator) => {
    const wanted = all.filter((condition) => condition.indicator[indicator]);
    expect(wanted.length).toBeGreaterThan(5);
    expect(slugs(await list(`?flag=${flag}`))).toEqual(slugs(wanted));
  });

  it('want every flag that is named, once or twice, apart or together', async () => {
    const both = all.filter(({ indicator }) => indicator.malignancy && indicator.pigmentedLesion);
    expect(slugs(await list('?flag=malignant,pigmented'))).toEqual(slugs(both));
    expect(slugs(await list('?flag=pigmented&flag=malignant&flag=malignant'))).toEqual(slugs(both));
  });

  it('choose by an ICD-11 code or what it begins with', async () => {
    expect(slugs(await list('?icd11=EA90.0'))).toEqual(['plaquePsoriasis']);
    const psoriases = await list('?icd11=EA90');
    expect(slugs(psoriases)).toEqual(expect.arrayContaining(['psoriasis', 'palmoplantarPsoriasis']));
    expect((await list('?icd11=EA')).length).toBeGreaterThan(psoriases.length);
    expect(await list('?icd11=XZ99')).toEqual([]);
  });

  it('choose by chapter', async () => {
    const nails = await list('?category=nail');
    expect(nails.length).toBeGreaterThan(5);
    expect(new Set(nails.map(({ category }) => category))).toEqual(new Set(['nail']));
  });

  it('go together, the best fit first', async () => {
    const found = await list('?search=melanoma&flag=malignant&icd11=2C30');
    expect(found[0]?.slug).toBe('melanoma');
    expect(found.every(({ indicator }) => indicator.malignancy)).toBe(true);
  });

  it.each([
    ['?flag=dangerous', 'flag', 'there are malignant, pigmented, urgent, highPriority'],
    ['?flag=malignant,', 'flag', 'there is no flag ""'],
    ['?flag=', 'flag', 'there is no flag ""'],
    ['?icd11=psoriasis', 'icd11', 'is not an ICD-11 code'],
    ['?icd11=', 'icd11', 'is not an ICD-11 code'],
    ['?category=nails', 'category', 'nearest: nail'],
    ['?category=zzz', 'category', 'there are acneRosacea'],
    [`?search=${'x'.repeat(81)}`, 'search', 'at most 80 characters'],
    ['?search=a&search=b', 'search', 'valid string'],
  ])('refuse %s', async (query, name, text) => {
    const [problem] = await problemsOf(query);
    expect(problem?.loc).toEqual(['query', name]);
    expect(problem?.msg).toContain(text);
  });

  it('refuse all that is wrong at once', async () => {
    const problems = await problemsOf('?flag=a,b&icd11=-&category=zzz');
    expect(problems.map(({ loc }) => loc.at(-1))).toEqual(['flag', 'flag', 'icd11', 'category']);
  });
});
