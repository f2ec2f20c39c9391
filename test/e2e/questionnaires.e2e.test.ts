// SPDX-License-Identifier: Apache-2.0
import type { FieldErrorsResponse, QuestionnairesResponse } from '@openderm/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scoringSystems } from '../../src/scoring/systems.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

let tiny: TinyServer;
beforeAll(async () => {
  tiny = await startTinyServer();
});
afterAll(() => tiny?.close());

const get = (query: string, version = 'v1') => fetch(`${tiny.origin}/${version}/questionnaires${query}`);

async function list(query = ''): Promise<QuestionnairesResponse> {
  const answer = await get(query);
  expect([query, answer.status]).toEqual([query, 200]);
  return (await answer.json()) as QuestionnairesResponse;
}

async function problemsOf(query: string): Promise<readonly (readonly [string, string])[]> {
  const answer = await get(query);
  expect([query, answer.status]).toEqual([query, 422]);
  const { detail } = (await answer.json()) as FieldErrorsResponse;
  return detail.map(({ loc, msg }) => [loc.join('.'), msg] as const);
}

const identifiers = (questionnaires: QuestionnairesResponse) =>
  questionnaires.map(({ identifier }) => identifier);

describe('the questionnaires', () => {
  it('are every form of every scoring system, each under a name of its own', async () => {
    const forms = scoringSystems.flatMap((system) => system.forms.map(({ identifier }) => identifier));
    const listed = identifiers(await list());
    expect(listed).toEqual(forms);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('are the same under both versions of the path', async () => {
    const [one, two] = await Promise.all([get('?code=pasi'), get('?code=pasi', 'v2.0')]);
    expect(await one.text()).toBe(await two.text());
    expect(one.headers.get('etag')).toBe(two.headers.get('etag'));
  });

  it('have texts in every language, none of them empty', async () => {
    const texts = collectTexts(await list());
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) {
      expect(Object.keys(text)).toEqual(['en_GB', 'es_ES', 'fr_FR', 'de_DE']);
      expect(Object.values(text).filter((each) => each.trim() === '')).toEqual([]);
    }
  });

  it('say what a psoriasis area and severity index asks, how it is counted and on whose word', async () => {
    const [local, whole] = await list('?code=pasi');
    expect(local).toMatchObject({
      identifier: 'pasiLocal',
      mode: 'local',
      path: '/severity-assessment/manual',
      item: [
        { code: 'surface', path: ['surface'], alias: 'area', type: 'choice', suppliedBy: 'answer' },
        { code: 'erythema' },
        { code: 'induration' },
        { code: 'desquamation' },
      ],
      resultItem: [],
      conditions: [{ code: 'EA90', text: 'Psoriasis' }],
      bodySites: expect.not.arrayContaining(['nails']),
      bandsScaledBySite: true,
      direction: 'higherIsWorse',
      range: { range: '[0, 72]', from: 0, fromInclusive: true, to: 72, toInclusive: true },
      licence: { terms: 'open', textLoaded: false, textLocales: [] },
      verification: 'pending',
      pendingFacts: ['responses', 'minimalImportantDifference'],
    });
    expect(local?.bands?.at(1)).toMatchObject({
      code: 'mild',
      category: { en_GB: 'Mild' },
      range: '(0, 7)',
      from: 0,
      fromInclusive: false,
      to: 7,
      toInclusive: false,
      intensity: 1,
      severity: 1,
    });
    const [head] = whole?.item ?? [];
    expect(head).toMatchObject({ code: 'headNeck', type: 'group', required: true });
    expect(head?.type === 'group' && head.item[1]?.path).toEqual(['headNeck', 'erythema']);
  });
});

type LocaleTexts = Readonly<Record<string, string>>;

/** Every object in an answer that is keyed by locale. */
function collectTexts(value: unknown): readonly LocaleTexts[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en_GB' in value) return [value as LocaleTexts];
  return Object.values(value).flatMap(collectTexts);
}

describe('the filter by code', () => {
  it('gives the forms of one system', async () => {
    expect(identifiers(await list('?code=pasi'))).toEqual(['pasiLocal', 'pasi']);
  });

  it.each(['pazi', 'PASI', ''])('refuses "%s" and says what comes near', async (code) => {
    const [[loc, msg] = ['', '']] = await problemsOf(`?code=${code}`);
    expect(loc).toBe('query.code');
    expect(msg).toContain(`there is no scoring system "${code}"`);
    expect(msg).toContain('pasi');
  });

  it('refuses two codes at once', async () => {
    expect((await problemsOf('?code=pasi&code=dlqi'))[0]?.[0]).toBe('query.code');
  });
});

describe('the filter by pathology', () => {
  it.each(['EA90', 'EA90.0', 'EA90.40'])(
    'gives the systems for psoriasis and those for any: %s',
    async (code) => {
      const chosen = await list(`?pathology=${code}`);
      expect(identifiers(chosen)).toEqual(expect.arrayContaining(['pasi', 'pasiLocal']));
      const strangers = chosen.filter(({ conditions }) =>
        conditions?.every((each) => !each.code.startsWith('EA90')),
      );
      expect(identifiers(strangers)).toEqual([]);
    },
  );

  it('leaves out those for other conditions', async () => {
    const chosen = await list('?pathology=ED92.0');
    expect(identifiers(chosen)).not.toContain('pasi');
    const forAny = (await list()).filter(({ conditions }) => conditions === null);
    expect(identifiers(chosen)).toEqual(expect.arrayContaining(identifiers(forAny)));
  });

  it.each([
    ['psoriasis', 'is not an ICD-11 code'],
    ['ea90', 'nearest: EA90'],
    ['L40.0', 'is not an ICD-11 code'],
    ['XZ99', 'no condition of the catalogue has the code XZ99'],
    ['EA99.9', 'no condition of the catalogue has the code EA99.9'],
  ])('refuses %s: %s', async (code, text) => {
    const [[loc, msg] = ['', '']] = await problemsOf(`?pathology=${code}`);
    expect([loc, msg]).toEqual(['query.pathology', expect.stringContaining(text)]);
  });

  it('goes with the one by code', async () => {
    expect(identifiers(await list('?code=pasi&pathology=EA90.0'))).toEqual(['pasiLocal', 'pasi']);
    expect(await list('?code=pasi&pathology=ED92.0')).toEqual([]);
    const problems = await problemsOf('?code=pazi&pathology=psoriasis');
    expect(problems.map(([loc]) => loc)).toEqual(['query.code', 'query.pathology']);
  });

  it('is cacheable like the whole list', async () => {
    const first = await get('?pathology=EA90');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
    const again = await fetch(`${tiny.baseUrl}/questionnaires?pathology=EA90`, {
      headers: { 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
    expect((await get('?pathology=ED92.0')).headers.get('etag')).not.toBe(etag);
  });
});
