// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failingDisk } from '../../../test/fixtures/failing-disk.ts';
import { createPhotographFolder } from './create-photograph-folder.ts';

const id = '01a1fc25-2b09-7879-ba63-5f401be61fdf';
let base: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'openderm-photographs-'));
});
afterEach(() => rm(base, { recursive: true }));

describe('kept photographs', () => {
  it('lie under the id of their analysis, numbered, whole, and private', async () => {
    const folder = join(base, 'photographs');
    const pictures = [Uint8Array.of(1, 2, 3), new Uint8Array(100_000).fill(7)];
    await createPhotographFolder(base).keep(id, pictures);
    expect(await readdir(join(folder, id))).toEqual(['1.jpg', '2.jpg']);
    for (const [index, bytes] of pictures.entries())
      expect(new Uint8Array(await readFile(join(folder, id, `${index + 1}.jpg`)))).toEqual(bytes);
    expect((await stat(join(folder, id))).mode & 0o077).toBe(0);
    expect((await stat(join(folder, id, '1.jpg'))).mode & 0o077).toBe(0);
  });

  it.each([
    ['ENOSPC', 'storageFull'],
    ['EIO', 'notReady'],
  ])('are kept all or none when the disk fails with %s at any call', async (code, expected) => {
    const pictures = [1, 2, 3].map((value) => Uint8Array.of(value));
    const whole = failingDisk(Number.POSITIVE_INFINITY, code);
    await createPhotographFolder(join(base, 'whole'), whole.disk).keep(id, pictures);
    for (let nth = 1; nth <= whole.calls.length; nth += 1) {
      const keeping = createPhotographFolder(base, failingDisk(nth, code).disk).keep(id, pictures);
      await expect(keeping, `call ${nth}`).rejects.toMatchObject({ code: expected });
      expect(await readdir(join(base, 'photographs')).catch(() => [])).toEqual([]);
    }
  });

  it('go with their analysis, and no others', async () => {
    const folder = createPhotographFolder(base);
    await folder.remove(id);
    const other = id.replace('01a1', '01a2');
    for (const kept of [id, other]) await folder.keep(kept, [Uint8Array.of(1)]);
    await folder.remove(id);
    expect(await readdir(join(base, 'photographs'))).toEqual([other]);
  });

  it('that cannot be removed say so', async () => {
    await createPhotographFolder(base).keep(id, [Uint8Array.of(1)]);
    const broken = createPhotographFolder(base, failingDisk(1, 'EIO').disk);
    await expect(broken.remove(id)).rejects.toMatchObject({ code: 'notReady' });
  });

  it('never leave their folder', async () => {
    const folder = createPhotographFolder(base);
    await folder.remove('..');
    await expect(folder.keep('../../elsewhere', [])).rejects.toThrow(TypeError);
    expect(await readdir(base)).toEqual([]);
  });
});
