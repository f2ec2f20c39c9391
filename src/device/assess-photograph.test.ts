// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { createValidity } from '../../test/fixtures/sample-analyses.ts';
import {
  createEyeReading,
  createReading,
  createSeverityReading,
  readingThatShows,
} from '../../test/fixtures/sample-severity-readings.ts';
import { type Album, createAlbumDesk, photo } from '../../test/fixtures/severity-album.ts';
import type { MediaValidity } from '../record/image-analysis.ts';
import { scoringSystems } from '../scoring/systems.ts';
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

const notSkin: MediaValidity = {
  ...createValidity(true),
  isValid: false,
  domain: { isDermatological: false, skinProbability: 0.1 },
  reasons: ['notSkin'],
};

function open(given: Album = album, changes: Partial<AssessPhotographDependencies> = {}) {
  const desk = createAlbumDesk(given, changes);
  return { ...desk, work: createAssessPhotograph(desk.dependencies).start('account') };
}

async function assess(changes: Partial<PhotographRequest> = {}, given: Album = album) {
  const { work, jobs, kept } = open(given);
  for (const name of Object.keys(given)) work.addImage(photo(name));
  return { result: await work.finish({ ...request, ...changes }), jobs, kept };
}

const examples = scoringSystems
  .filter(({ input }) => input === 'photograph')
  .map(({ code, example, forms }) => ({ code, example, items: forms[0]?.items ?? {} }));

describe('assessPhotograph', () => {
  it.each(examples)('reads the example of $code off a photograph', async ({ code, example, items }) => {
    const asked = Object.entries(example.answers).filter(([item]) => {
      const question = items[item];
      return question?.kind !== 'group' && question?.by === 'asked';
    });
    const scores = [{ code, answers: Object.fromEntries(asked), previous: [] }];
    const reading = createSeverityReading([readingThatShows(code, example.answers)]);
    const { result } = await assess({ bodySite: example.site ?? 'armLeft', scores }, { one: reading });
    const [score] = result.scores;
    expect(score).toMatchObject({ code, value: example.value, category: example.category });
    const values = Object.entries(score?.items ?? {}).map(([item, { value }]) => [item, value]);
    expect(Object.fromEntries(values)).toEqual(example.answers);
    for (const [item, read] of Object.entries(score?.items ?? {}))
      expect(read.source).toBe(asked.some(([each]) => each === item) ? 'answer' : 'photograph');
  });

  it('says what was read and answered, and keeps all of it but the pictures', async () => {
    const { result, kept, jobs } = await assess();
    expect(result).toMatchObject({
      bodySite: 'trunkFront',
      condition: 'psoriasis',
      photograph: { bodySite: 'trunkFront', title: 'trunk.jpg', contentType: 'image/jpeg', widthPx: 640 },
      scores: [{ code: 'apasi', form: 'apasiLocal', value: 6.3, globalScoreContribution: 6.3, warnings: [] }],
    });
    expect(result.durationS).toBeGreaterThan(0);
    const [score] = result.scores;
    expect(score?.items['surface']).toEqual({
      value: 3,
      source: 'answer',
      method: null,
      confidence: null,
      figures: {},
    });
    expect(score?.items['erythema']).toMatchObject({ value: 3, method: 'measured', confidence: 0.8 });
    expect([score?.detections, score?.pictures]).toEqual([plaques.detections, plaques.pictures]);
    const scores = result.scores.map((each) => ({ ...each, pictures: [] }));
    expect(kept).toEqual([
      {
        id: result.id,
        accountId: 'account',
        kind: 'severity-local',
        subjectHash: null,
        createdAtMs: result.issuedAtMs,
        softwareVersion: '1.2.3',
        result: { ...result, scores },
      },
    ]);
    expect(jobs).toMatchObject([
      {
        requestId: result.id,
        lookFor: ['plaques'],
        withPictures: true,
        withPhotograph: false,
        encoding: 'base64',
      },
    ]);
  });

  it('looks once, for everything that several scores need', async () => {
    const eczema = createEyeReading('eczema', {
      signs: Object.fromEntries(
        ['erythema', 'induration', 'swelling', 'crusting', 'excoriation', 'lichenification', 'dryness'].map(
          (sign, step) => [sign, createReading(step / 6)],
        ),
      ),
    });
    const scores = [
      { code: 'aeasi', answers: { surface: 60, patientAge: 40 }, previous: [] },
      { code: 'ascorad', answers: { surface: 60, pruritus: 5, sleeplessness: 7 }, previous: [] },
      apasi,
    ];
    const { result, jobs } = await assess({ scores }, { one: createSeverityReading([plaques, eczema]) });
    expect(jobs.map(({ lookFor }) => lookFor)).toEqual([['eczema', 'plaques']]);
    expect(result.scores.map(({ code }) => code)).toEqual(['aeasi', 'ascorad', 'apasi']);
    // Induration 1/6, swelling 2/6: the thicker counts.
    expect(result.scores[0]?.items['thickness']).toMatchObject({ value: 1 });
    expect(result.scores[1]?.components).toMatchObject({ surfaceAreaOverBsa: 10.8 });
  });

  it('tells figures beside the items that they were graded from', async () => {
    const wheals = createEyeReading('wheals', { figures: { wheals: createReading(33) } });
    const skin = createEyeReading('unspecific', {
      signs: { dryness: createReading(0.1), erythema: createReading(0.4) },
      figures: { inflammations: createReading(7) },
    });
    const scores = [
      { code: 'auas', answers: { pruritus: 1 }, previous: [] },
      { code: 'nsil', answers: {}, previous: [] },
    ];
    const { result } = await assess({ scores }, { one: createSeverityReading([wheals, skin]) });
    expect(result.scores[0]?.items['wheals']).toMatchObject({ value: 2, figures: { whealsCount: 33 } });
    expect(result.scores[1]?.items).toMatchObject({
      dryness: { value: 0 },
      erythema: { value: 2 },
      inflammations: { value: 2, figures: { inflammatoryLesionCount: 7 } },
    });
  });

  it('takes for present what is more probable than not', async () => {
    const figures = Object.fromEntries(
      Object.keys(examples.find(({ code }) => code === 'awosi')?.items ?? {}).map((item) => [
        item,
        createReading(0.49),
      ]),
    );
    const wound = createEyeReading('wound', {
      signs: { erythema: createReading(0.2) },
      figures: { ...figures, tissueInWoundBedSlough: createReading(0.5) },
    });
    const scores = [{ code: 'awosi', answers: {}, previous: [] }];
    const { result } = await assess({ scores }, { one: createSeverityReading([wound]) });
    expect(result.scores[0]?.items).toMatchObject({
      tissueInWoundBedSlough: { value: 1, figures: { presenceProbability: 0.5 } },
      tissueInWoundBedNecrotic: { value: 0, figures: { presenceProbability: 0.49 } },
    });
  });

  it('is never confident of what is not skin', async () => {
    const { result } = await assess({}, { one: createSeverityReading([plaques], { validity: notSkin }) });
    const [score] = result.scores;
    expect(score?.warnings).toEqual(['unusablePhotograph', 'lowConfidence']);
    expect(score?.items['erythema']?.confidence).toBeCloseTo(0.08);
    expect(result.photograph.validity.isValid).toBe(false);
  });

  it('marks nothing with confidence on what is not skin', async () => {
    const box = { x1: 1, y1: 2, x2: 3, y2: 4 };
    const marked = { ...plaques, detections: [{ code: 'pustule', confidence: 0.5, box }] };
    const { result } = await assess({}, { one: createSeverityReading([marked], { validity: notSkin }) });
    const { skinProbability } = notSkin.domain;
    expect(result.scores[0]?.detections).toEqual([
      { code: 'pustule', confidence: 0.5 * skinProbability, box },
    ]);
    const onSkin = await assess({}, { one: createSeverityReading([marked]) });
    expect(onSkin.result.scores[0]?.detections[0]?.confidence).toBe(0.5);
  });

  it('takes what nothing could read of an unusable photograph for absent, without confidence', async () => {
    const blank = createSeverityReading([createEyeReading('plaques')], { validity: notSkin });
    const { result } = await assess({}, { one: blank });
    expect(result.scores[0]).toMatchObject({ value: 0, items: { erythema: { value: 0, confidence: 0 } } });
  });

  it('gives no score of what the device cannot see', async () => {
    const blank = createSeverityReading([createEyeReading('acne')]);
    const scores = [{ code: 'aladin', answers: {}, previous: [] }];
    await expect(assess({ scores }, { one: blank })).rejects.toMatchObject({
      code: 'invalidRequest',
      details: {
        problems: [
          { loc: ['body', 'scoringSystem', 'aladin'], msg: expect.stringContaining('acne, acneDensity') },
        ],
      },
    });
  });

  it.each([
    [0.29, ['lowConfidence']],
    [0.3, []],
  ])('warns of a reading with a confidence of %d: %j', async (confidence, warnings) => {
    const unsure = { ...plaques, signs: { ...plaques.signs, induration: createReading(0.5, confidence) } };
    const { result } = await assess({}, { one: createSeverityReading([unsure]) });
    expect(result.scores[0]?.warnings).toEqual(warnings);
  });

  it('warns where a score was not made for the condition', async () => {
    const { result } = await assess({ condition: { text: 'acne', codes: [] } });
    expect(result.scores[0]?.warnings).toEqual(['notForCondition']);
  });

  it('says which photograph could not be read', async () => {
    const { work } = open({ broken: 'damagedImage' });
    work.addImage(photo('broken'));
    await expect(work.finish(request)).rejects.toMatchObject({
      code: 'damagedImage',
      details: { imageNumber: 0 },
    });
  });

  it('stops reading when the client is gone', async () => {
    const { work, stopped, kept } = open({ slow: 'never' });
    work.addImage(photo('slow'));
    const finished = work.finish(request);
    work.abandon();
    await expect(finished).rejects.toThrow('aborted');
    expect([stopped, kept]).toEqual([['slow'], []]);
  });

  it('keeps the photograph before the record, where photographs are kept', async () => {
    const order: string[] = [];
    const { work, jobs } = open(album, {
      photographs: { keep: async (_, photographs) => void order.push(`${photographs.length} photograph`) },
      assessments: { keep: async () => void order.push('record') },
    });
    work.addImage(photo('plaque'));
    await work.finish(request);
    expect(order).toEqual(['1 photograph', 'record']);
    expect(jobs[0]?.withPhotograph).toBe(true);
  });

  it('gives no answer that could not be kept', async () => {
    const { work } = open(album, { assessments: { keep: () => Promise.reject(new Error('disk full')) } });
    work.addImage(photo('plaque'));
    await expect(work.finish(request)).rejects.toThrow('disk full');
  });
});
