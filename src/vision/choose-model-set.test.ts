// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tinyConditionLabels, writeTinyModel, writeTinyModels } from '../../test/fixtures/tiny-models.ts';
import { chooseModelSet } from './choose-model-set.ts';
import { listModels } from './list-models.ts';

let shelf: string;

beforeAll(async () => {
  shelf = await writeTinyModels(await mkdtemp(join(tmpdir(), 'openderm-shelf-')));
  await writeTinyModel(shelf, {
    name: 'my-net',
    task: 'condition-classification',
    labels: tinyConditionLabels,
  });
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

  it('names what is missing and what is there', async () => {
    await expect(chooseModelSet(shelf, 'gold')).rejects.toThrow(
      /no folder "condition-gold"; there are: condition-default, .*\n.*no folder "validity-gold"/,
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
