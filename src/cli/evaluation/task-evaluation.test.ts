// SPDX-License-Identifier: Apache-2.0
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTinyNet } from '../../../test/fixtures/tiny-nets.ts';
import { createOutliner, type Outliner } from '../../vision/nets/create-outliner.ts';
import { readLabelFile } from './read-label-file.ts';
import { evaluateOutlines, toNumber } from './task-evaluation.ts';

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

describe('toNumber', () => {
  it('reads a number however sets write it', () => {
    expect(['7', 'grade2', 'levle3_12', 'none', ''].map(toNumber)).toEqual([7, 2, 12, undefined, undefined]);
  });
});
