// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTinyModels } from '../../test/fixtures/tiny-models.ts';
import type { MeasuredQuality, QualityGrades } from '../quality/measure-quality.ts';
import { type LoadedModel, loadModel } from './load-model.ts';
import { interpretQuality, judgeMediaValidity } from './media-validity.ts';

let modelsDir: string;
let judgeModel: LoadedModel;
let freeModel: LoadedModel;

beforeAll(async () => {
  modelsDir = await writeTinyModels(await mkdtemp(join(tmpdir(), 'openderm-validity-')));
  judgeModel = await loadModel(join(modelsDir, 'validity-default'));
  freeModel = await loadModel(join(modelsDir, 'validity-free'));
});
afterAll(() => rm(modelsDir, { recursive: true }));

const flawless: QualityGrades = {
  lowResolution: 1,
  tooDark: 1,
  tooBright: 1,
  blur: 1,
  noise: 1,
  compression: 1,
  glare: 1,
  lowContrast: 1,
};
const good: MeasuredQuality = { score: 90, grades: flawless, reasons: [] };
const blurred: MeasuredQuality = { score: 12, grades: { ...flawless, blur: 0.1 }, reasons: ['blur'] };

const judge = (quality: MeasuredQuality, probabilities: readonly number[], model = judgeModel) =>
  judgeMediaValidity(quality, { model, probabilities: Float32Array.from(probabilities) }, 41);

describe('judgeMediaValidity', () => {
  it.each([
    [[0.1, 0.7, 0.2], 'Clinical'],
    [[0.1, 0.2, 0.7], 'Dermoscopic'],
    [[0.9, 0.06, 0.04], 'None'],
  ] as const)('reads %j as %s', (probabilities, modality) => {
    const validity = judge(good, probabilities);
    expect(validity.modality.value).toBe(modality);
    expect(validity.modality.clinicalProbability).toBeCloseTo(probabilities[1], 6);
    expect(validity.modality.dermoscopicProbability).toBeCloseTo(probabilities[2], 6);
    expect(validity.domain.skinProbability).toBeCloseTo(1 - probabilities[0], 6);
  });

  it('tells no modality when the model has none', () => {
    const validity = judge(good, [0.1, 0.9], freeModel);
    expect(validity.modality).toEqual({ value: 'None', clinicalProbability: 0, dermoscopicProbability: 0 });
    expect(validity.isValid).toBe(true);
  });

  it('is valid only when it shows skin and is good enough', () => {
    expect(judge(good, [0.1, 0.9, 0]).isValid).toBe(true);
    expect(judge(good, [0.9, 0.1, 0])).toMatchObject({ isValid: false, reasons: ['notSkin'] });
    expect(judge(blurred, [0.1, 0.9, 0])).toMatchObject({ isValid: false, reasons: ['blur'] });
  });

  it('names what is wrong with the photograph before what it shows when it is too poor to tell', () => {
    expect(judge(blurred, [0.9, 0.1, 0]).reasons).toEqual(['blur', 'notSkin']);
  });

  it('always has a reason for an unacceptable picture', () => {
    const grades = { ...flawless, noise: 0.7, blur: 0.65 };
    expect(judge({ score: 40, grades, reasons: [] }, [0, 1, 0]).reasons).toEqual(['blur']);
  });

  it('is acceptable from the configured score on, exactly', () => {
    expect(judge({ ...good, score: 41 }, [0, 1, 0]).quality.isAcceptable).toBe(true);
    expect(judge({ ...good, score: 40 }, [0, 1, 0]).quality.isAcceptable).toBe(false);
  });
});

describe('interpretQuality', () => {
  it.each([
    [0, 'Bad'],
    [20, 'Bad'],
    [21, 'Poor'],
    [40, 'Poor'],
    [41, 'Fair'],
    [60, 'Fair'],
    [61, 'Good'],
    [80, 'Good'],
    [81, 'Excellent'],
    [100, 'Excellent'],
  ])('calls %i %s', (score, word) => {
    expect(interpretQuality(score)).toBe(word);
  });
});
