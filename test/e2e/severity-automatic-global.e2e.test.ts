// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { SeverityAssessmentGlobalResponse } from '@openderm/contract';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewPercents } from '../../src/scoring/whole-body-views.ts';
import { photographSystems } from '../fixtures/photograph-systems.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

/* The committed models, on the sample photographs. */
let house: TinyServer;
let authorization: string;
beforeAll(async () => {
  house = await startTinyServer({ OPENDERM_MODELS_DIR: 'models' });
  authorization = `Bearer ${await house.logIn()}`;
});
afterAll(() => house?.close());

const schema = Compile(SeverityAssessmentGlobalResponse);

async function assess(scoringSystem: object, query = '?pictures=none') {
  const answer = await fetch(`${house.baseUrl}/severity-assessment/automatic/global${query}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ knownCondition: { conclusion: { text: 'vitiligo' } }, scoringSystem }),
  });
  const report: unknown = await answer.json();
  if (answer.status !== 200) throw new Error(JSON.stringify(report));
  expect(schema.Errors(report)).toEqual([]);
  return report as SeverityAssessmentGlobalResponse;
}

const sitesOf = (codes: readonly string[], name = 'melanoma-1', more: object = {}) => {
  const data = readFileSync(`examples/photos/${name}.jpg`).toString('base64');
  return Object.fromEntries(
    codes.map((code) => [code, { payload: { contentAttachment: { data } }, ...more }]),
  );
};
const views = Object.keys(viewPercents);

describe('a whole-body series', () => {
  it('of seventeen views is answered site by site and together', async () => {
    const { patientEvolution } = await assess({ avasi: { item: sitesOf(views) } });
    const { avasi } = patientEvolution;
    expect(Object.keys(avasi?.item ?? {}).toSorted()).toEqual(views.toSorted());
    expect(avasi?.coverage).toMatchObject({ percent: 93.5, sites: { length: 17 } });
    expect(avasi?.media).toEqual({ attachment: null, detection: [] });
    const added = Object.values(avasi?.item ?? {}).map(
      ({ score }) => score.additionalData.globalScoreContribution?.value ?? Number.NaN,
    );
    expect(avasi?.score.value).toBeCloseTo(
      added.reduce((sum, value) => sum + value, 0),
      6,
    );
  });

  it('may be a part of the body, and says so', async () => {
    const { avasi } = (await assess({ avasi: { item: sitesOf(['faceFront', 'legsBack']) } }))
      .patientEvolution;
    expect(avasi?.coverage).toEqual({ percent: 23, sites: ['faceFront', 'legsBack'] });
    expect(avasi?.warnings.map(({ code }) => code)).toContain('partOfTheBody');
  });

  it('has the pictures of each site with it, of the size of its photograph', async () => {
    const item = { ...sitesOf(['faceFront']), ...sitesOf(['legsBack'], 'not-skin') };
    const { avasi } = (await assess({ avasi: { item } }, '')).patientEvolution;
    const sizes = Object.values(avasi?.item ?? {}).map(({ media }) =>
      Object.values(media.attachment ?? {}).map(({ width, height }) => `${width} x ${height}`),
    );
    expect(sizes).toEqual([Array(5).fill('300 x 300'), Array(5).fill('960 x 720')]);
    expect(Object.values(avasi?.item ?? {}).map(({ mediaValidity }) => mediaValidity.isValid)).toEqual([
      true,
      false,
    ]);
  });

  it('takes answers of sites with them and those of the person once', async () => {
    const item = sitesOf(['armLeftTop', 'trunkFront'], 'melanoma-1', {
      questionnaireResponse: { item: { surface: 40 } },
    });
    const person = { questionnaireResponse: { item: { pruritus: 5, sleeplessness: 7 } } };
    const { ascorad } = (await assess({ ascorad: { item, ...person } })).patientEvolution;
    expect(ascorad?.personItem).toMatchObject({ pruritus: { value: 5 }, sleeplessness: { value: 7 } });
    expect(ascorad?.item['armLeftTop']?.item?.['surface']).toMatchObject({ value: 40, method: 'answer' });
    expect(ascorad?.score.value).toBeGreaterThanOrEqual(12);
  });

  it('measures how much is affected where nobody said', async () => {
    const { apasi } = (await assess({ apasi: { item: sitesOf(['armLeftTop', 'trunkFront']) } }))
      .patientEvolution;
    const { item, warnings } = apasi?.item['trunkFront'] ?? {};
    expect(item?.['surface']).toMatchObject({ method: expect.stringMatching(/measured|learned/) });
    expect([...(warnings ?? []), ...(apasi?.warnings ?? [])].map(({ code }) => code)).toContain(
      'measuredSurface',
    );
  });

  it.each([
    ['aeasi', ['armLeftTop', 'legsFront'], { patientAge: 6 }],
    ['aihs4', ['axillaLeft', 'groin'], {}],
    ['aladin', ['faceLeft', 'faceRight'], {}],
    ['apasi', ['armLeftTop', 'legsFront'], {}],
    ['asalt', ['headTop', 'headBack', 'headLeft', 'headRight'], {}],
    ['ascorad', ['armLeftTop', 'legsFront'], { pruritus: 1, sleeplessness: 0 }],
    ['avasi', ['armLeftTop', 'legsFront'], {}],
  ])('is scored by %s', async (code, codes, person) => {
    const questionnaireResponse = { item: person };
    const { patientEvolution } = await assess({ [code]: { item: sitesOf(codes), questionnaireResponse } });
    const evolution = patientEvolution[code];
    expect(evolution?.score.value).toBeGreaterThanOrEqual(0);
    expect(evolution?.score.interpretation?.category).toMatch(/./);
    expect(Object.keys(evolution?.item ?? {})).toEqual(codes);
    const { items } = photographSystems.find((each) => each.code === code) ?? {};
    for (const each of Object.values(evolution?.item ?? {})) expect(each.item === null).toBe(items === null);
  });
});
