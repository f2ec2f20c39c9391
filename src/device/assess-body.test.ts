// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { views } from '../../test/fixtures/body-score-of.ts';
import { openTemporaryStore } from '../../test/fixtures/data-folder.ts';
import { createValidity } from '../../test/fixtures/sample-analyses.ts';
import {
  createEyeReading,
  createReading,
  createSeverityReading,
  readingThatShows,
} from '../../test/fixtures/sample-severity-readings.ts';
import { type Album, createAlbumDesk, photo } from '../../test/fixtures/severity-album.ts';
import { createHashSubject } from '../gate/subject-key.ts';
import type { MediaValidity } from '../record/image-analysis.ts';
import { scoringSystems } from '../scoring/systems.ts';
import { type BodyRequest, createAssessBody, type RequestedBodyScore } from './assess-body.ts';
import type { AssessPhotographDependencies } from './assess-photograph.ts';
import { createFollowEvolution } from './follow-evolution.ts';
import { createFindChange } from './follow-subject.ts';

const condition = { text: 'vitiligo', codes: [] };
const blurred = createValidity(false);

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

const depigmented = (percent: number, validity: MediaValidity = createValidity(true)) =>
  createSeverityReading([readingThatShows('avasi', { depigmentation: percent })], { validity });

function plaques(percent: number, level: number) {
  const sign = createReading(level);
  return createSeverityReading([
    createEyeReading('plaques', {
      signs: { erythema: sign, induration: sign, desquamation: sign },
      figures: { affectedPercent: createReading(percent) },
    }),
  ]);
}

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

async function scoreAll(album: Album, scores: readonly RequestedBodyScore[]) {
  const { assess } = open(album);
  const [score] = (await assess(scores)).scores;
  if (score === undefined) throw new Error('Expected a score');
  return score;
}

const arms: Album = { armLeftTop: depigmented(40), armLeftBottom: depigmented(20) };

describe('assessBody', () => {
  it('scores the 17 views of the reference at once', async () => {
    const album = Object.fromEntries(views.map((view) => [view, depigmented(10)]));
    const { assess, jobs, kept } = open(album);
    const result = await assess([scoreOf('avasi', views)]);
    const [score] = result.scores;
    expect(score).toMatchObject({
      code: 'avasi',
      value: 9.35,
      category: 'mild',
      coveragePercent: 93.5,
      personAnswers: {},
      warnings: [],
      change: null,
    });
    expect(score?.sites.map(({ photograph }) => photograph.bodySite)).toEqual(views);
    expect(score?.sites[0]?.score).toMatchObject({
      form: 'avasiLocal',
      value: 10,
      globalScoreContribution: 0.15,
      items: { depigmentation: { value: 10, source: 'photograph' } },
      change: null,
    });
    expect(jobs).toHaveLength(17);
    expect(jobs.map(({ requestId }) => requestId)).toEqual(views.map(() => result.id));
    expect(jobs[0]).toMatchObject({ lookFor: ['depigmentation'], withPictures: false, encoding: 'base64' });
    expect(kept).toMatchObject([{ kind: 'severity-global', id: result.id, accountId: 'account' }]);
  });

  it('hands out pictures and does not keep them', async () => {
    const { assess, kept } = open(arms);
    const result = await assess([scoreOf('avasi', Object.keys(arms))], { withPictures: true });
    const pictures = result.scores[0]?.sites.map(({ score }) => score.pictures.length);
    expect(pictures).toEqual([1, 1]);
    const records = JSON.stringify(kept);
    expect(records).toContain('"pictures":[]');
    expect(records).not.toContain('maskRaw');
  });

  it('measures the affected skin where nobody said how much it is, and counts finer than in grades', async () => {
    const album = { trunkFront: plaques(28, 0.5), trunkBack: plaques(34, 0.5) };
    const answers = { trunkBack: { surface: 2 } };
    const score = await scoreAll(album, [scoreOf('apasi', ['trunkFront', 'trunkBack'], { answers })]);
    expect(score.sites.map(({ score: { items } }) => items['surface'])).toEqual([
      {
        value: 2,
        source: 'photograph',
        method: 'measured',
        confidence: 0.8,
        figures: { surfacePercent: 28 },
      },
      { value: 2, source: 'answer', method: null, confidence: null, figures: {} },
    ]);
    // Measured 28 %, answered 10 to 29 %, taken for 20 %: 24 % on the mean, grade 2.
    expect(score).toMatchObject({
      value: 3.6,
      warnings: ['regionsJudgedByParts', 'notForCondition', 'measuredSurface'],
    });
    const finer = { ...album, trunkFront: plaques(30, 0.5) };
    // Grade 3 taken for 40 % would give 30 % on the mean, and with it 5.4.
    const whole = await scoreAll(finer, [scoreOf('apasi', ['trunkFront', 'trunkBack'], { answers })]);
    expect(whole.value).toBe(3.6);
  });

  it('asks once what belongs to the person', async () => {
    const eczema = createSeverityReading([
      createEyeReading('eczema', {
        signs: Object.fromEntries(
          ['erythema', 'swelling', 'crusting', 'excoriation', 'lichenification', 'dryness'].map((sign) => [
            sign,
            createReading(1 / 3),
          ]),
        ),
        figures: { affectedPercent: createReading(12.345) },
      }),
    ]);
    const person = { pruritus: 4, sleeplessness: 2 };
    const score = await scoreAll({ trunkFront: eczema }, [scoreOf('ascorad', ['trunkFront'], { person })]);
    expect(score.personAnswers).toEqual(person);
    expect(score.sites[0]?.score.items).toMatchObject({ surface: { value: 12.35 }, erythema: { value: 1 } });
    expect(Object.keys(score.sites[0]?.score.items ?? {})).not.toContain('pruritus');
    // 37 % of the skin × 12.35 % = 4.5695 %; a fifth of it, 3.5 × 6 and 6.
    expect(score.value).toBe(27.9139);
  });

  it('leaves unusable photographs out, and shows them', async () => {
    const album = { ...arms, handLeft: depigmented(100, blurred) };
    const score = await scoreAll(album, [scoreOf('avasi', Object.keys(album))]);
    expect(score).toMatchObject({ value: 2.1, coveragePercent: 7 });
    expect(score.warnings).toEqual(['partOfTheBody', 'unusableSites']);
    expect(score.sites[2]).toMatchObject({
      photograph: { bodySite: 'handLeft', validity: { isValid: false } },
      score: { value: 100, warnings: ['unusablePhotograph', 'lowConfidence'] },
    });
  });

  it('counts unusable photographs where there are no others, and says so', async () => {
    const score = await scoreAll({ armLeftTop: depigmented(40, blurred) }, [
      scoreOf('avasi', ['armLeftTop']),
    ]);
    expect(score).toMatchObject({
      value: 1.4,
      warnings: ['partOfTheBody', 'unusablePhotograph', 'lowConfidence'],
    });
  });

  it('puts several scores together, each of its own photographs', async () => {
    const lesions = createSeverityReading([
      readingThatShows('aihs4', { nodule: 2, abscess: 1, drainingTunnel: 0 }),
    ]);
    const { assess } = open({ armLeftTop: depigmented(40), groin: lesions });
    const groin = { ...scoreOf('aihs4', ['groin']).sites[0], bodySite: 'groin', answers: {} };
    const image = { imageNumber: 1, title: null, contentType: null };
    const result = await assess([
      scoreOf('avasi', ['armLeftTop']),
      { ...scoreOf('aihs4', []), sites: [{ ...groin, image }] },
    ]);
    expect(result.scores).toMatchObject([
      { code: 'avasi', value: 1.4 },
      { code: 'aihs4', value: 4, coveragePercent: null, category: 'moderate' },
    ]);
  });

  it('says which photograph could not be read, and stops the others', async () => {
    const { assess, stopped, kept } = open({ armLeftTop: 'never', armLeftBottom: 'unsupportedImage' });
    await expect(assess([scoreOf('avasi', ['armLeftTop', 'armLeftBottom'])])).rejects.toMatchObject({
      code: 'unsupportedImage',
      details: { imageNumber: 1 },
    });
    expect([stopped, kept]).toEqual([['armLeftTop'], []]);
  });

  it('keeps the photographs before the record, in the order of the request', async () => {
    const order: string[] = [];
    const { assess } = open(arms, {
      photographs: {
        keep: async (_, photographs) =>
          void order.push(...photographs.map((each) => Buffer.from(each).toString())),
      },
      assessments: { keep: async () => void order.push('record') },
    });
    await assess([scoreOf('avasi', Object.keys(arms))]);
    expect(order).toEqual(['armLeftTop', 'armLeftBottom', 'record']);
  });

  it('follows a body over time, apart from its sites', async () => {
    await using store = await openTemporaryStore();
    const hashSubject = createHashSubject(randomBytes(32));
    const findChange = createFindChange({ assessments: store.assessments, hashSubject });
    const visit = async (percent: number, day: number) => {
      const album = { armLeftTop: depigmented(percent) };
      const id = `01985a2c-7d3e-7c41-9b52-3f6a1e0c8d4${day}`;
      const clock = { nowMs: () => Date.UTC(2026, 10, day), monotonicMs: () => 0 };
      const { assess } = open(album, {
        assessments: store.assessments,
        findChange,
        clock,
        ids: { create: () => id },
      });
      return (await assess([scoreOf('avasi', ['armLeftTop'])], { subject: 'patient 7' })).scores[0];
    };
    expect((await visit(40, 1))?.change).toBeNull();
    expect(await visit(10, 8)).toMatchObject({
      value: 0.35,
      change: { baseline: { value: 1.4 }, reductionPercent: 75, trend: 'improved' },
    });
    const follow = createFollowEvolution({
      assessments: store.assessments,
      hashSubject,
      systems: scoringSystems,
    });
    expect(await follow({ accountId: 'account', subject: 'patient 7', code: null })).toMatchObject([
      {
        system: { code: 'avasi' },
        form: { identifier: 'avasiGlobal', mode: 'global' },
        bodySite: null,
        points: [{ value: 1.4, answers: { armLeftTop: { depigmentation: 40 } } }, { value: 0.35 }],
        change: { reductionPercent: 75 },
      },
    ]);
  });
});
