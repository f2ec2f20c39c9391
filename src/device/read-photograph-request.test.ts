// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { photographSystems } from '../../test/fixtures/photograph-systems.ts';
import { createSeverityReading, readingThatShows } from '../../test/fixtures/sample-severity-readings.ts';
import { type Album, createAlbumDesk, photo } from '../../test/fixtures/severity-album.ts';
import {
  type AssessPhotographDependencies,
  createAssessPhotograph,
  type PhotographRequest,
} from './assess-photograph.ts';
import type { RequestedScore } from './read-score.ts';

const signs = { erythema: 3, induration: 2, desquamation: 2 };
const apasi: RequestedScore = { code: 'apasi', answers: { surface: 3 }, previous: [] };
const request: PhotographRequest = {
  accountId: 'account',
  bodySite: 'trunkFront',
  condition: { text: 'psoriasis', codes: [] },
  scores: [apasi],
  subject: null,
  image: { imageNumber: 0, title: 'trunk.jpg', contentType: 'image/jpeg' },
  withPictures: true,
  problems: [],
};
const plaques = readingThatShows('apasi', signs);
const album: Album = { plaque: createSeverityReading([plaques]) };

function open(given: Album = album, changes: Partial<AssessPhotographDependencies> = {}) {
  const desk = createAlbumDesk(given, changes);
  return { ...desk, work: createAssessPhotograph(desk.dependencies).start('account') };
}

/** What is wrong with a request: where, and in which words. No photograph was read for it. */
async function problemsOf(changes: Partial<PhotographRequest>) {
  const { work, jobs, kept } = open();
  work.addImage(photo('plaque'));
  const error = await work.finish({ ...request, ...changes }).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'invalidRequest', details: { problems: expect.anything() } });
  expect([jobs, kept]).toEqual([[], []]);
  const { problems } = (error as { details: { problems: { loc: unknown[]; msg: string }[] } }).details;
  return problems.map(({ loc, msg }) => [loc.join('.'), msg] as const);
}

describe('a request for scores of one photograph', () => {
  it.each([
    ['surface', {}, 'Field required'],
    ['surface', { surface: 7 }, 'Value error, Allowed for surface: 0, 1, 2, 3, 4, 5, 6'],
    [
      'erythema',
      { surface: 3, erythema: 2 },
      'Value error, erythema is read off the photograph; leave it out',
    ],
    [
      'surfase',
      { surface: 3, surfase: 2 },
      'Value error, there is no item "surfase"; nearest: surface; there are surface',
    ],
  ])('refuses the answer %s of %j', async (item, answers, msg) => {
    const scores = [{ ...apasi, answers }];
    expect(await problemsOf({ scores })).toEqual([
      [`body.scoringSystem.apasi.questionnaireResponse.item.${item}`, msg],
    ]);
  });

  it('says that nothing is asked where nothing is', async () => {
    const scores = [{ code: 'agppga', answers: { mood: 1 }, previous: [] }];
    expect(await problemsOf({ scores })).toEqual([
      [
        'body.scoringSystem.agppga.questionnaireResponse.item.mood',
        'Value error, there is no item "mood"; nothing is asked here',
      ],
    ]);
  });

  it.each([
    ['pasi', 'pasi is answered by a person: send it to /v1/severity-assessment/manual'],
    ['apasy', 'there is no scoring system "apasy" for photographs; nearest: apasi'],
  ])('refuses %s', async (code, text) => {
    const scores = [{ ...apasi, code }];
    const [problem] = await problemsOf({ scores });
    expect(problem?.[0]).toBe(`body.scoringSystem.${code}`);
    expect(problem?.[1]).toContain(text);
  });

  it('refuses asalt off the head', async () => {
    const scores = [{ code: 'asalt', answers: {}, previous: [] }];
    expect(await problemsOf({ scores, bodySite: 'armLeft' })).toEqual([
      ['body.bodySite', expect.stringContaining('asalt cannot be scored on armLeft; it can on headTop')],
    ]);
  });

  it('refuses a request without a score and without a photograph, and names all that is wrong', async () => {
    const condition = { text: 'psoriassis', codes: [] };
    const problems = await problemsOf({ scores: [], image: undefined, condition, bodySite: 'arm' });
    expect(problems.map(([loc]) => loc)).toEqual([
      'body.bodySite',
      'body.knownCondition.conclusion.text',
      'body.scoringSystem',
      'body.payload.contentAttachment.data',
    ]);
  });

  it('hands on what the door has found, once', async () => {
    const found = [
      { type: 'missing', msg: 'Field required', loc: ['body', 'payload'] },
      { type: 'type_error', msg: 'Input should be a valid object', loc: ['body', 'scoringSystem', 'apasi'] },
      { type: 'missing', msg: 'Field required', loc: ['body', 'scoringSystem', 'pasi', 'x'] },
    ] as const;
    const scores = [
      { ...apasi, answers: undefined },
      { ...apasi, code: 'pasi' },
    ];
    const problems = await problemsOf({ problems: found, image: undefined, scores });
    expect(problems.map(([loc]) => loc)).toEqual([
      'body.payload',
      'body.scoringSystem.apasi',
      'body.scoringSystem.pasi',
    ]);
  });

  it('takes part of what is known of an earlier visit, and refuses what cannot be', async () => {
    const earlier = { value: 12, atMs: null, answers: { surface: 3, erythema: 4 } };
    const asked: unknown[] = [];
    const { work } = open(album, {
      findChange: async (each) => {
        asked.push(each);
        return { subjectHash: 'hash', change: null };
      },
    });
    work.addImage(photo('plaque'));
    await work.finish({ ...request, subject: 'patient 7', scores: [{ ...apasi, previous: [earlier] }] });
    expect(asked).toMatchObject([
      {
        subject: 'patient 7',
        previous: [earlier],
        form: { identifier: 'apasiLocal' },
        bodySite: 'trunkFront',
        score: { value: 6.3, answers: { surface: 3, ...signs } },
      },
    ]);
    const impossible = { value: 73, atMs: null, answers: { erythema: 9 } };
    const problems = await problemsOf({ scores: [{ ...apasi, previous: [impossible] }] });
    expect(problems.map(([loc]) => loc)).toEqual([
      'body.scoringSystem.apasi.previous.0.value',
      'body.scoringSystem.apasi.previous.0.item.erythema',
    ]);
  });

  it('takes back what an earlier answer said of a wound', async () => {
    const asked: unknown[] = [];
    const codes = Object.keys(photographSystems.find(({ code }) => code === 'awosi')?.items ?? {});
    const shown = Object.fromEntries(codes.map((code) => [code, 0]));
    const wound = createSeverityReading([readingThatShows('awosi', shown)]);
    const { work } = open(
      { wound },
      {
        findChange: async (score) => {
          asked.push(...score.previous.map(({ answers }) => answers));
          return { change: null, subjectHash: null };
        },
      },
    );
    work.addImage(photo('wound'));
    const item = { erythema: 2, bordersDamaged: true, exudationBloody: false, exudationSerous: 1 };
    const scores = [{ code: 'awosi', answers: {}, previous: [{ value: 5, atMs: null, answers: item }] }];
    await work.finish({ ...request, scores });
    expect(asked).toMatchObject([{ erythema: 2, bordersDamaged: 1, exudationBloody: 0, exudationSerous: 1 }]);
    const strange = { value: 5, atMs: null, answers: { erythema: true } };
    expect(await problemsOf({ scores: [{ code: 'awosi', answers: {}, previous: [strange] }] })).toEqual([
      [
        'body.scoringSystem.awosi.previous.0.item.erythema',
        'Value error, Allowed for erythema: 0, 1, 2, 3, 4',
      ],
    ]);
  });
});
