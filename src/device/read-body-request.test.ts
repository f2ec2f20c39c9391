// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { createSeverityReading, readingThatShows } from '../../test/fixtures/sample-severity-readings.ts';
import { type Album, createAlbumDesk, photo } from '../../test/fixtures/severity-album.ts';
import { type BodyRequest, createAssessBody, type RequestedBodyScore } from './assess-body.ts';
import type { AssessPhotographDependencies } from './assess-photograph.ts';

const condition = { text: 'vitiligo', codes: [] };

/** Photographs of sites by their names, in the order of the request, and answers beside them. */
function scoreOf(
  code: string,
  sites: readonly string[],
  { answers = {}, person = {} }: { answers?: Record<string, unknown>; person?: unknown } = {},
): RequestedBodyScore {
  return {
    code,
    personAnswers: person,
    previous: [],
    sites: sites.map((bodySite, imageNumber) => ({
      bodySite,
      answers: answers[bodySite] ?? {},
      image: { imageNumber, title: bodySite, contentType: null },
    })),
  };
}

const depigmented = (percent: number) =>
  createSeverityReading([readingThatShows('avasi', { depigmentation: percent })]);

function open(album: Album, changes: Partial<AssessPhotographDependencies> = {}) {
  const desk = createAlbumDesk(album, changes);
  const work = createAssessBody(desk.dependencies).start('account');
  for (const name of Object.keys(album)) work.addImage(photo(name));
  const assess = (scores: readonly RequestedBodyScore[], rest: Partial<BodyRequest> = {}) =>
    work.finish({
      accountId: 'account',
      condition,
      scores,
      subject: null,
      withPictures: false,
      problems: [],
      ...rest,
    });
  return { ...desk, work, assess };
}

/** What is wrong with a request; no photograph was read for it. */
async function problemsOf(scores: readonly RequestedBodyScore[], rest: Partial<BodyRequest> = {}) {
  const { assess, jobs, kept } = open({ any: depigmented(1) });
  const error = await assess(scores, rest).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'invalidRequest', details: { problems: expect.anything() } });
  expect([jobs, kept]).toEqual([[], []]);
  const { problems } = (error as { details: { problems: { loc: unknown[]; msg: string }[] } }).details;
  return problems.map(({ loc, msg }) => [loc.join('.'), msg] as const);
}

const arms: Album = { armLeftTop: depigmented(40), armLeftBottom: depigmented(20) };

describe('a request for whole-body scores', () => {
  it.each([
    ['asalt', ['armLeft'], 'armLeft', 'no place for armLeft; it has for headTop, headBack, headLeft'],
    ['avasi', ['chest'], 'chest', 'no place for chest; it has for faceFront'],
    ['aihs4', ['footLeft', 'soleLeft'], 'soleLeft', 'soleLeft is part of footLeft, which is sent too'],
    ['avasi', ['armLeftTopp'], 'armLeftTopp', 'there is no body site "armLeftTopp"; nearest: armLeftTop'],
  ])('refuses %s of %j', async (code, sites, wrong, text) => {
    const [problem, ...others] = await problemsOf([scoreOf(code, sites)]);
    expect(problem).toEqual([`body.scoringSystem.${code}.item.${wrong}`, expect.stringContaining(text)]);
    expect(others).toEqual([]);
  });

  it.each([
    [
      'auas',
      'auas has no whole-body form: send its photographs one by one to /v1/severity-assessment/automatic/local; whole-body forms have aeasi, aihs4, aladin, apasi, asalt, ascorad, avasi',
    ],
    ['pasi', 'pasi is answered by a person: send it to /v1/severity-assessment/manual'],
    ['avazi', 'there is no scoring system "avazi" for photographs; nearest: avasi'],
  ])('refuses %s', async (code, text) => {
    const [problem] = await problemsOf([scoreOf(code, ['armLeftTop'])]);
    expect(problem).toEqual([`body.scoringSystem.${code}`, expect.stringContaining(text)]);
  });

  it('names every fault of every answer, each in its place', async () => {
    const answers = { trunkFront: { surface: 101, patientAge: 3, redness: 1 } };
    const person = { surface: 3, thickness: 1 };
    const problems = await problemsOf([scoreOf('aeasi', ['trunkFront'], { answers, person })]);
    const [once, site] = ['body.scoringSystem.aeasi.', 'body.scoringSystem.aeasi.item.trunkFront.'];
    const seen = 'is read off the photograph; leave it out';
    expect(problems).toEqual([
      [`${once}questionnaireResponse.item.patientAge`, 'Field required'],
      [
        `${once}questionnaireResponse.item.surface`,
        'Value error, surface belongs to a body site: send it beside its photograph',
      ],
      [`${once}questionnaireResponse.item.thickness`, `Value error, thickness ${seen}`],
      [
        `${site}questionnaireResponse.item.surface`,
        expect.stringContaining('Allowed for surface: numbers of at most 2 decimals from 0 to 100'),
      ],
      [`${site}questionnaireResponse.item.patientAge`, expect.stringContaining('patientAge is asked once')],
      [`${site}questionnaireResponse.item.redness`, `Value error, redness ${seen}`],
    ]);
  });

  it('refuses a score without a site and a site without a photograph, unless the door has', async () => {
    const bare = scoreOf('avasi', ['armLeftTop']);
    const sites = bare.sites.map((site) => ({ ...site, image: undefined }));
    const at = 'body.scoringSystem.avasi.item';
    expect(await problemsOf([scoreOf('avasi', [])])).toEqual([[at, expect.stringContaining('at least one')]]);
    expect(await problemsOf([{ ...bare, sites }])).toEqual([
      [`${at}.armLeftTop.payload.contentAttachment.data`, 'Field required'],
    ]);
    const item = { type: 'missing', msg: 'Field required', loc: at.split('.') } as const;
    expect(await problemsOf([scoreOf('avasi', [])], { problems: [item] })).toHaveLength(1);
    const payload = { ...item, loc: [...item.loc, 'armLeftTop', 'payload'] };
    expect(await problemsOf([{ ...bare, sites }], { problems: [payload] })).toHaveLength(1);
    expect((await problemsOf([])).map(([loc]) => loc)).toEqual(['body.scoringSystem']);
  });

  it('does not go on where the door has refused answers', async () => {
    const score = scoreOf('avasi', ['armLeftTop']);
    const type = { type: 'type_error', msg: 'Input should be a valid object' } as const;
    const loc = ['body', 'scoringSystem', 'avasi', 'questionnaireResponse'];
    const sites = score.sites.map((site) => ({ ...site, answers: undefined }));
    const found = await problemsOf([{ ...score, sites, personAnswers: undefined }], {
      problems: [{ ...type, loc }],
    });
    expect(found).toEqual([[loc.join('.'), type.msg]]);
  });

  it('compares with earlier scores that the request brings, and refuses answers behind them', async () => {
    const asked: unknown[] = [];
    const { assess } = open(arms, {
      findChange: async (each) => {
        asked.push(each);
        return { subjectHash: null, change: null };
      },
    });
    const previous = [{ value: 3, atMs: null, answers: {} }];
    await assess([{ ...scoreOf('avasi', Object.keys(arms)), previous }]);
    expect(asked).toMatchObject([{ previous: [{ value: 3, atMs: null, answers: {} }] }]);
    const above = { value: 101, atMs: null, answers: null };
    expect(await problemsOf([{ ...scoreOf('avasi', ['armLeftTop']), previous: [above] }])).toEqual([
      ['body.scoringSystem.avasi.previous.0.value', expect.stringContaining('[0, 100]')],
    ]);
    const answered = [above, { value: 3, atMs: null, answers: { armLeftTop: 40 } }];
    expect(await problemsOf([{ ...scoreOf('avasi', ['armLeftTop']), previous: answered }])).toEqual([
      ['body.scoringSystem.avasi.previous.0.value', expect.anything()],
      ['body.scoringSystem.avasi.previous.1.item', expect.stringContaining('leave item out')],
    ]);
  });
});
