// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawPlain, drawSkin } from '../../test/fixtures/skin-picture.ts';
import { tinyConditionLabels, tinyInputPx, writeTinyModels } from '../../test/fixtures/tiny-models.ts';
import { chooseHeatMaps } from './choose-heat-maps.ts';
import { type ConditionReading, classifyCondition } from './classify-condition.ts';
import { drawHeatMaps } from './heat-map.ts';
import { type LoadedModel, loadModel } from './load-model.ts';
import type { ActivationMaps } from './run-net.ts';

let modelsDir: string;
let model: LoadedModel;

beforeAll(async () => {
  modelsDir = await writeTinyModels(await mkdtemp(join(tmpdir(), 'openderm-classify-')));
  model = await loadModel(join(modelsDir, 'condition-default'));
});
afterAll(() => rm(modelsDir, { recursive: true }));

const brown = [130, 80, 60] as const;
const read = (rgb: readonly [number, number, number]) =>
  classifyCondition(model, drawPlain(tinyInputPx, tinyInputPx, rgb));

/** What the tiny net must say of one colour, by hand: linear in the normalised colour, softmax at 1.5. */
function expectedByLabel(rgb: readonly [number, number, number]): Map<string, number> {
  const { mean, std } = model.manifest.input;
  const colour = rgb.map((value, channel) => (value - (mean[channel] ?? 0)) / (std[channel] ?? 1));
  const logits = tinyConditionLabels.map(
    ({ rgb: weights, bias }) =>
      bias + weights.reduce((sum, weight, at) => sum + weight * (colour[at] ?? 0), 0),
  );
  const powers = logits.map((logit) => Math.exp(logit / 1.5));
  const sum = powers.reduce((left, right) => left + right, 0);
  return new Map(tinyConditionLabels.map(({ label }, at) => [label, (powers[at] ?? 0) / sum]));
}

describe('classifyCondition', () => {
  it('gives calibrated probabilities, spread by shares and merged by condition', async () => {
    const labels = expectedByLabel(brown);
    const { evidence, otherProbability } = await read(brown);
    const found = new Map(evidence.map(({ condition, probability }) => [condition, probability]));
    expect(found.get('melanoma')).toBeCloseTo(labels.get('melanoma') ?? -1, 5);
    const merged = 0.75 * (labels.get('keratosis') ?? 0) + (labels.get('secondKeratosis') ?? 0);
    expect(found.get('actinicKeratosis')).toBeCloseTo(merged, 5);
    expect(found.get('seborrhoeicKeratosis')).toBeCloseTo(0.25 * (labels.get('keratosis') ?? 0), 5);
    expect(found.get('nonSpecificFinding')).toBeCloseTo(labels.get('normalSkin') ?? -1, 5);
    expect(otherProbability).toBeCloseTo(labels.get('other') ?? -1, 5);
  });

  it('sorts the evidence, and all of it sums to 1 with other', async () => {
    const { evidence, otherProbability } = await read(brown);
    const values = evidence.map(({ probability }) => probability);
    expect(values).toEqual([...values].sort((left, right) => right - left));
    expect(values.reduce((left, right) => left + right, otherProbability)).toBeCloseTo(1, 5);
  });

  it('names the top label with its operating point, and none where none was measured', async () => {
    expect((await read(brown)).topLabel).toMatchObject({ sensitivity: 0.8, specificity: 0.9 });
    expect((await read([20, 40, 250])).topLabel).toEqual({
      label: 'other',
      sensitivity: null,
      specificity: null,
    });
  });
});

/** A reading with these probabilities; labels numbered as listed, `other` last. */
function makeReading(probabilities: readonly number[], otherProbability: number): ConditionReading {
  const evidence = probabilities.map((probability, labelIndex) => ({
    condition: `condition${labelIndex}`,
    probability,
    labelIndex,
  }));
  const maps: ActivationMaps = {
    values: new Float32Array(0),
    widthCells: 1,
    heightCells: 1,
    rowOfLabel: (index) => index,
  };
  const topLabel = { label: 'x', sensitivity: null, specificity: null };
  const otherLabelIndex = probabilities.length;
  return { evidence, otherProbability, otherLabelIndex, topLabel, maps, inferenceS: 0 };
}

describe('chooseHeatMaps', () => {
  it('draws the five strongest', () => {
    const chosen = chooseHeatMaps(makeReading([0.4, 0.2, 0.1, 0.1, 0.08, 0.02], 0.1), 0.05);
    expect(chosen.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4]);
  });

  it('adds other when one of its conditions may enter the first five, exactly', () => {
    const probabilities = [0.3, 0.1, 0.05, 0.03, 0.025, 0.02];
    expect(chooseHeatMaps(makeReading(probabilities, 0.5), 0.05).at(-1)).toEqual({
      condition: 'other',
      row: 6,
    });
    expect(chooseHeatMaps(makeReading(probabilities, 0.5), 0.049)).toHaveLength(5);
  });

  it('adds other when there are fewer than five conditions', () => {
    const chosen = chooseHeatMaps(makeReading([0.9, 0.05], 0.05), 0.01);
    expect(chosen.map(({ condition }) => condition)).toEqual(['condition0', 'condition1', 'other']);
  });

  it('draws nothing that the net has no map for', () => {
    const reading = makeReading([0.5, 0.4], 0.1);
    expect(chooseHeatMaps({ ...reading, maps: undefined }, 1)).toEqual([]);
    const onlyFirst = {
      ...(reading.maps as ActivationMaps),
      rowOfLabel: (at: number) => (at === 0 ? 0 : undefined),
    };
    expect(chooseHeatMaps({ ...reading, maps: onlyFirst }, 1).map(({ condition }) => condition)).toEqual([
      'condition0',
    ]);
  });
});

describe('drawHeatMaps', () => {
  const photograph = drawSkin(400, 300);
  const draw = (values: readonly number[]) =>
    drawHeatMaps(
      photograph,
      { values: Float32Array.from(values), widthCells: 4, heightCells: 3, rowOfLabel: (at) => at },
      [{ condition: 'melanoma', row: 0 }],
    );

  it('keeps the shape of the photograph at 284 px', async () => {
    const [map] = await draw([0, 0, 0, 0, 0, 9, 9, 0, 0, 0, 0, 0]);
    expect(map).toMatchObject({ condition: 'melanoma', image: { widthPx: 284, heightPx: 213 } });
    const bytes = Buffer.from(map?.image.jpeg ?? []);
    expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect(bytes.includes('Exif')).toBe(false);
  });

  it('paints where the net looked and leaves the rest as it was', async () => {
    const { decodeImage } = await import('./decode-image.ts');
    const hot = await draw([9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const cold = await draw([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    const limits = { maxPixels: 1e6, neededPx: 200 };
    const pixels = async (maps: typeof hot) =>
      (await decodeImage(maps[0]?.image.jpeg ?? new Uint8Array(), limits)).working.pixelsHwc;
    const [painted, plain] = [await pixels(hot), await pixels(cold)];
    const differenceAt = (x: number, y: number): number =>
      [0, 1, 2].reduce((sum, channel) => {
        const at = 3 * (y * 284 + x) + channel;
        return sum + Math.abs((painted[at] ?? 0) - (plain[at] ?? 0));
      }, 0);
    expect(differenceAt(20, 20)).toBeGreaterThan(60);
    expect(differenceAt(260, 190)).toBeLessThan(12);
  });
});
