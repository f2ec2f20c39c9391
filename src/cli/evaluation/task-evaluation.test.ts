// SPDX-License-Identifier: Apache-2.0
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTinyModels } from '../../../test/fixtures/tiny-models.ts';
import { writeTinyNet } from '../../../test/fixtures/tiny-nets.ts';
import { createImageReader, defaultReaderLimits } from '../../vision/create-image-reader.ts';
import type { ImageReader } from '../../vision/image-reader.ts';
import { createOutliner, type Outliner } from '../../vision/nets/create-outliner.ts';
import { readLabelFile } from './read-label-file.ts';
import { evaluateFigure, evaluateOutlines, toNumber } from './task-evaluation.ts';

let folder: string;
let outliner: Outliner;

/** A picture of 64 x 64 with a square in one colour on a ground in another. */
const square = (ground: string, colour: string) =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: ground } })
    .composite([
      {
        input: { create: { width: 32, height: 32, channels: 3, background: colour } },
        left: 16,
        top: 16,
      },
    ])
    .png()
    .toBuffer();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openderm-outlines-'));
  await mkdir(join(folder, 'masks'));
  await writeFile(join(folder, 'wound.png'), await square('#ffffff', '#ff0000'));
  await writeFile(join(folder, 'skin.png'), await square('#ffffff', '#ffffff'));
  await writeFile(join(folder, 'broken.png'), 'no picture');
  await writeFile(join(folder, 'masks/square.png'), await square('#000000', '#ffffff'));
  await writeFile(join(folder, 'masks/nothing.png'), await square('#000000', '#000000'));
  const rows = [
    'file,mask,group,split',
    'wound.png,masks/square.png,one,val',
    'skin.png,masks/square.png,one,val',
    'skin.png,masks/nothing.png,two,val',
    'broken.png,masks/square.png,two,val',
    'skin.png,,two,val',
    'wound.png,masks/nothing.png,three,train',
  ];
  await writeFile(join(folder, 'labels.csv'), rows.join('\n'));
  const net = { name: 'outlines', task: 'lesion-segmentation' } as const;
  outliner = await createOutliner(await writeTinyNet(folder, net), 1e6);
});

afterAll(async () => {
  await outliner.close();
  await rm(folder, { recursive: true });
});

describe('evaluateOutlines', () => {
  it('compares the outlines of the rows asked for with their masks', async () => {
    const labels = join(folder, 'labels.csv');
    const files = await readLabelFile(labels, { split: 'val', by: 'group', truth: 'mask' });
    const read: number[] = [];
    const subject = { labels, split: 'val', of: 'wound', by: 'group' };
    const evaluation = await evaluateOutlines(
      { files, subject, masksDir: folder, onRead: () => read.push(1) },
      outliner,
    );
    const { dice, outlinedWhereNothingIs } = evaluation.figures;
    expect(dice?.n).toBe(2);
    expect(dice?.value).toBeGreaterThan(0.4);
    expect(dice?.value).toBeLessThanOrEqual(0.5);
    expect(outlinedWhereNothingIs).toMatchObject({ n: 1, value: 0 });
    expect(evaluation.unreadable.map(({ path }) => path)).toEqual([join(folder, 'broken.png')]);
    expect(evaluation.models).toMatchObject([{ name: 'outlines', task: 'lesion-segmentation' }]);
    expect(read).toHaveLength(4);
  });
});

describe('evaluateFigure', () => {
  let reader: ImageReader;
  let labels: string;

  beforeAll(async () => {
    const modelsDir = await writeTinyModels(join(folder, 'models'));
    await writeTinyNet(modelsDir, { name: 'acne-default', task: 'acne-detection' });
    reader = await createImageReader({
      modelsDir,
      modelSet: 'default',
      workers: 1,
      limits: { ...defaultReaderLimits, jobTimeoutMs: 60_000 },
      qualityAcceptableFrom: 41,
      priorPeak: 0.05,
      log: () => undefined,
    });
    labels = join(folder, 'figures.csv');
    // The tiny net sees lesions in red; the redder the whole, the higher the grade.
    const rows = [
      'file,count,grade,group,split',
      'skin.png,0,grade0,one,val',
      'wound.png,16,grade3,two,val',
      'broken.png,4,grade1,two,val',
      'wound.png,several,unknown,three,val',
      'wound.png,3,grade1,four,train',
    ];
    await writeFile(labels, rows.join('\n'));
  });
  afterAll(() => reader?.close());

  const evaluate = async (task: 'counting' | 'grading', truth: string, of: string) => {
    const files = await readLabelFile(labels, { split: 'val', by: 'group', truth });
    const subject = { labels, split: 'val', of, by: 'group' };
    const taskFolder = { files, subject, masksDir: folder, onRead: () => undefined };
    return evaluateFigure(taskFolder, { task, lookFor: 'acne' }, reader);
  };

  it('compares counts that the device read with those of people', async () => {
    const { task, figures, unreadable, models } = await evaluate('counting', 'count', 'acne');
    expect(task).toBe('counting');
    expect(figures['meanAbsoluteError']?.n).toBe(2);
    expect(figures).toMatchObject({ spearman: { value: 1 } });
    expect(unreadable).toMatchObject([{ path: join(folder, 'broken.png') }]);
    expect(models.map(({ name }) => name)).toContain('acne-default');
  });

  it('compares grades that the device read with those of people', async () => {
    const { task, figures, unreadable } = await evaluate('grading', 'grade', 'acneGrade');
    expect(task).toBe('grading');
    expect(Object.keys(figures).toSorted()).toEqual(
      expect.arrayContaining(['balancedAccuracy', 'quadraticKappa']),
    );
    expect(figures['balancedAccuracy']?.n).toBe(2);
    expect(unreadable).toHaveLength(1);
  });

  it('bases its figures on nothing where the device says nothing of what is asked for', async () => {
    const { figures } = await evaluate('counting', 'count', 'warts');
    expect(Object.values(figures).map(({ n }) => n)).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('toNumber', () => {
  it('reads a number however sets write it', () => {
    expect(['7', 'grade2', 'levle3_12', 'none', ''].map(toNumber)).toEqual([7, 2, 12, undefined, undefined]);
  });
});
