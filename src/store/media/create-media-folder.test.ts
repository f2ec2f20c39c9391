// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failingDisk } from '../../../test/fixtures/failing-disk.ts';
import { createMediaFolder } from './create-media-folder.ts';
import { createNewMedia, testMediaStore } from './media-store.suite.ts';

let base: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'openderm-media-'));
});
afterEach(() => rm(base, { recursive: true }));

testMediaStore(() => createMediaFolder(base));

describe('a folder of pictures', () => {
  it('has one file for each, whole, under its id, and private', async () => {
    const [company, report] = [randomUUID(), randomUUID()];
    const media = [1, 2].map((value) => createNewMedia(Uint8Array.of(value)));
    await createMediaFolder(base).keep(company, report, media);
    const own = join(base, 'reports', company, report);
    expect((await readdir(own)).toSorted()).toEqual(media.map(({ media: { id } }) => `${id}.jpg`).toSorted());
    for (const path of [own, join(own, '..'), join(own, `${media[0]?.media.id}.jpg`)])
      expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it('has nothing of a report whose pictures could not all be written', async () => {
    const [company, report] = [randomUUID(), randomUUID()];
    const media = Array.from({ length: 8 }, () => createNewMedia(Uint8Array.of(1)));
    const own = join(base, 'reports', company, report);
    const inTheWay = `${media[5]?.media.id}.jpg`;
    await mkdir(join(own, inTheWay, 'x'), { recursive: true });
    await expect(createMediaFolder(base).keep(company, report, media)).rejects.toThrow();
    expect(await readdir(own)).toEqual([inTheWay]);
  });

  it('keeps what a report had when more could not be added', async () => {
    const [company, report] = [randomUUID(), randomUUID()];
    const [first, second] = [1, 2].map((value) => createNewMedia(Uint8Array.of(value)));
    if (!first || !second) throw new Error('Expected two pictures');
    const store = createMediaFolder(base);
    await store.keep(company, report, [first]);
    await mkdir(join(base, 'reports', company, report, `${second.media.id}.jpg.part`));
    await expect(store.keep(company, report, [second])).rejects.toThrow();
    expect(await store.read(company, report, first.media.id)).toEqual(Buffer.of(1));
  });

  it('does not read what was never completed', async () => {
    const [company, report, picture] = [randomUUID(), randomUUID(), randomUUID()];
    const own = join(base, 'reports', company, report);
    await mkdir(own, { recursive: true });
    await writeFile(join(own, `${picture}.jpg.part`), 'half');
    const store = createMediaFolder(base);
    expect(await store.read(company, report, picture)).toBeUndefined();
    await store.keep(company, report, [createNewMedia(Uint8Array.of(1), picture)]);
    expect(await readdir(own)).toEqual([`${picture}.jpg`]);
  });

  it('says when it cannot be read: that is not the same as nothing', async () => {
    const [company, report, picture] = [randomUUID(), randomUUID(), randomUUID()];
    const own = join(base, 'reports', company, report);
    await mkdir(join(own, `${picture}.jpg`), { recursive: true });
    await expect(createMediaFolder(base).read(company, report, picture)).rejects.toThrow('EISDIR');
  });
});

async function listFiles(dir: string): Promise<readonly string[]> {
  const entries = await fs.readdir(dir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('a disk that fails', () => {
  const pictures = () => Array.from({ length: 4 }, (_, index) => createNewMedia(Uint8Array.of(index)));

  it.each([
    ['ENOSPC', 'storageFull'],
    ['EDQUOT', 'storageFull'],
    ['EIO', 'notReady'],
    ['EMFILE', 'notReady'],
  ])('with %s at any call says so and keeps nothing', async (code, expected) => {
    const whole = failingDisk(Number.POSITIVE_INFINITY, code);
    await createMediaFolder(base, whole.disk).keep(randomUUID(), randomUUID(), pictures());
    const kept = await listFiles(base);
    expect(whole.calls.length).toBeGreaterThan(15);
    for (let nth = 1; nth <= whole.calls.length; nth += 1) {
      const keeping = createMediaFolder(base, failingDisk(nth, code).disk).keep(
        randomUUID(),
        randomUUID(),
        pictures(),
      );
      await expect(keeping, `call ${nth}`).rejects.toMatchObject({ code: expected });
      expect(await listFiles(base), `call ${nth}`).toEqual(kept);
    }
  });

  it('is not ready, and is again when it is mended', async () => {
    await expect(createMediaFolder(base, failingDisk(1, 'EROFS').disk).ping()).rejects.toMatchObject({
      code: 'notReady',
    });
    await expect(createMediaFolder(base).ping()).resolves.toBeUndefined();
    expect(await listFiles(base)).toEqual([]);
  });

  it('fails with what is a fault of ours as it is', async () => {
    const disk = failingDisk(1, 'EACCES').disk;
    await expect(createMediaFolder(base, disk).keep(randomUUID(), randomUUID(), [])).rejects.toMatchObject({
      code: 'EACCES',
    });
  });
});
