// SPDX-License-Identifier: Apache-2.0
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type CompanyBackend, openBackend } from '../fixtures/company-backend.ts';
import { canRun } from '../fixtures/guards.ts';
import { findSmallDiskBarrier, mountSmallDisk } from '../fixtures/small-disk.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

/* Real disks that are really full: of pictures, and of the database. */

/** Room for the database and a handful of photographs. */
const diskMegabytes = 8;

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

/** Takes all that is left, as somebody else's files do. */
async function fill(disk: string): Promise<string> {
  const path = join(disk, 'somebody-else');
  const chunk = Buffer.alloc(100_000, 1);
  for (const size of [100_000, 4000, 100]) {
    for (;;) {
      const grown = writeFile(path, chunk.subarray(0, size), { flag: 'a' });
      if (
        !(await grown.then(
          () => true,
          () => false,
        ))
      )
        break;
    }
  }
  return path;
}

async function paint(): Promise<string> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const create = { width: 640, height: 480, channels: 3, background: 'black', noise } as const;
  return (await sharp({ create }).jpeg().toBuffer()).toString('base64');
}

const settings = { OPENDERM_QUALITY_THRESHOLD: '0', OPENDERM_LOG_LEVEL: 'silent' };

async function openDesk(tiny: TinyServer): Promise<CompanyBackend> {
  return await openBackend({ origin: tiny.origin, store: tiny.server.device.store });
}

const full = { success: false, data: null, errorCode: 'storageFull' };
const barrier = findSmallDiskBarrier();

describe.runIf(canRun('small disk', barrier))('a server whose disk is full', () => {
  it.each([
    ['of pictures', (disk: string) => ({ OPENDERM_STORAGE_URL: `file:${disk}` })],
    ['altogether', (disk: string) => ({ OPENDERM_DATA_DIR: join(disk, 'data') })],
  ])('%s says so, keeps nothing by halves, and goes on when there is space', async (_, toSettings) => {
    await using disk = await mountSmallDisk(diskMegabytes);
    await using opened = new AsyncDisposableStack();
    const tiny = await startTinyServer({ ...settings, ...toSettings(disk.path) });
    opened.defer(() => tiny.close());
    const backend = await openDesk(tiny);
    const images = [await paint()];
    const create = () => backend.create({ bodySite: 'trunkFront', images });
    const made = await create();
    expect(made.status).toBe(200);
    const filler = await fill(disk.path);
    const pictures = await listFiles(disk.path);
    for (const { status, headers, body } of [await create(), ...(await Promise.all([create(), create()]))])
      expect([status, headers.get('retry-after'), body]).toMatchObject([507, '60', full]);
    expect(await listFiles(disk.path)).toEqual(pictures);
    // What was answered can still be read.
    expect((await backend.read(made.body.data.id)).status).toBe(200);
    await rm(filler);
    const after = await create();
    expect(after.status).toBe(200);
    expect((await backend.read(after.body.data.id)).status).toBe(200);
    const { reports } = tiny.server.device.store;
    expect((await reports.list(backend.company.id, 100)).length).toBe(2);
  });
});
