// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLabelFile } from './read-label-file.ts';

describe('readLabelFile', () => {
  let folder = '';
  let path = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openderm-labels-'));
    path = join(folder, 'labels.csv');
    const rows = [
      '\u{feff}file,label,licence,split',
      'nv/a.jpg,nv,"CC BY, 4.0",train',
      'mel/b.jpg,mel,,val',
      '',
    ];
    await writeFile(path, rows.join('\r\n'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('reads quoted cells, Windows line ends and a byte order mark, relative to the label file', async () => {
    expect(await readLabelFile(path, {})).toEqual([
      { path: join(folder, 'nv/a.jpg'), label: 'nv' },
      { path: join(folder, 'mel/b.jpg'), label: 'mel' },
    ]);
  });

  it('keeps the rows of one split, and looks for pictures where it is told', async () => {
    expect(await readLabelFile(path, { split: 'val', imagesDir: '/pictures' })).toEqual([
      { path: '/pictures/mel/b.jpg', label: 'mel' },
    ]);
  });

  it('names the splits there are when the one asked for is not', async () => {
    await expect(readLabelFile(path, { split: 'test' })).rejects.toThrow('it has "train", "val"');
  });

  it('names the missing column', async () => {
    const other = join(folder, 'other.csv');
    await writeFile(other, 'file,diagnosis\na.jpg,nv\n');
    await expect(readLabelFile(other, {})).rejects.toThrow('lacks the column label; it has file, diagnosis');
  });
});
