// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tinyConditionLabels, writeTinyModel, writeTinyModels } from '../../test/fixtures/tiny-models.ts';
import { writeTinyNet } from '../../test/fixtures/tiny-nets.ts';
import { chooseModelSet, modelsOf } from './choose-model-set.ts';
import { listModels } from './list-models.ts';

let shelf: string;

beforeAll(async () => {
  shelf = await writeTinyModels(await mkdtemp(join(tmpdir(), 'openderm-shelf-')));
  await writeTinyModel(shelf, {
    name: 'my-net',
    task: 'condition-classification',
    labels: tinyConditionLabels,
  });
  await writeTinyNet(shelf, { name: 'segmentation-default', task: 'lesion-segmentation' });
  await writeTinyNet(shelf, { name: 'acne-default', task: 'acne-detection' });
  await writeTinyNet(shelf, { name: 'my-spots', task: 'acne-detection' });
});

afterAll(() => rm(shelf, { recursive: true }));

describe('chooseModelSet', () => {
  it.each([
    ['default', 'condition-default', 'validity-default'],
    ['free', 'condition-free', 'validity-free'],
    ['my-net', 'my-net', 'validity-default'],
    ['my-net+validity-free', 'my-net', 'validity-free'],
  ])('reads "%s" as %s beside %s', async (set, condition, validity) => {
    const chosen = await chooseModelSet(shelf, set);
    expect(basename(chosen.condition.dir)).toBe(condition);
    expect(basename(chosen.validity.dir)).toBe(validity);
  });

  it.each([
    ['default', ['condition-default', 'validity-default', 'segmentation-default', 'acne-default']],
    ['free', ['condition-free', 'validity-free']],
    ['my-net', ['my-net', 'validity-default', 'segmentation-default', 'acne-default']],
    ['my-net+validity-free', ['my-net', 'validity-free']],
    ['my-net+validity-free++my-spots', ['my-net', 'validity-free', 'my-spots']],
  ])('takes the nets of "%s" where there are some', async (set, folders) => {
    const chosen = await chooseModelSet(shelf, set);
    expect(modelsOf(chosen).map(({ dir }) => basename(dir))).toEqual(folders);
  });

  it('wants a net that was named', async () => {
    await expect(chooseModelSet(shelf, 'my-net+validity-free+my-spots')).rejects.toThrow(
      'task: is "acne-detection", but "lesion-segmentation" is needed here',
    );
    await expect(chooseModelSet(shelf, 'my-net+validity-free++gold')).rejects.toThrow('no folder "gold"');
  });

  it('names what is missing and what is there', async () => {
    await expect(chooseModelSet(shelf, 'gold')).rejects.toThrow(
      /no folder "condition-gold"; there are: acne-default, condition-default, .*\n.*no folder "validity-gold"/,
    );
  });

  it('refuses a model for another task', async () => {
    await expect(chooseModelSet(shelf, 'validity-free')).rejects.toThrow(
      'validity-free/model.json: task: is "media-validity", but "condition-classification" is needed here',
    );
  });

  it('never leaves the shelf', async () => {
    await expect(chooseModelSet(shelf, '../../etc+validity-free')).rejects.toThrow('no folder "../../etc"');
  });
});

describe('listModels', () => {
  it('gives every folder by name, and nothing for a shelf that is not there', async () => {
    const folders = (await listModels(shelf)).map((model) => model.folder);
    expect(folders).toEqual([...folders].sort());
    expect(folders).toContain('condition-free');
    expect(await listModels(join(shelf, 'nowhere'))).toEqual([]);
  });
});
