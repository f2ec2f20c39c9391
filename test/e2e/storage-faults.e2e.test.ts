// SPDX-License-Identifier: Apache-2.0
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type CompanyBackend, openBackend } from '../fixtures/company-backend.ts';
import { canRun } from '../fixtures/guards.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../fixtures/postgres.ts';
import { type S3Server, s3Credentials, startS3 } from '../fixtures/s3.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

/*
 * The bucket or the database goes away for a while: whoever asks is told when to come back, what was answered before is
 * there afterwards, and nothing is there that was not answered.
 */
const found = findPostgres();
/** A photograph whose file is large: a line may break in the middle of it. */
function paintNoise(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const create = { width: 640, height: 480, channels: 3, background: 'black', noise } as const;
  return sharp({ create }).jpeg().toBuffer();
}

/** A line that hangs is given up after its time, more than once. */
const timeout = 300_000;

describe.runIf(canRun('postgres', found.missing))('a server', { timeout }, () => {
  const opened = new AsyncDisposableStack();
  let s3: S3Server;
  let postgres: PostgresServer;
  let tiny: TinyServer;
  let backend: CompanyBackend;
  let photograph: string;

  beforeAll(async () => {
    for (const [name, value] of Object.entries(s3Credentials)) vi.stubEnv(name, value);
    opened.defer(() => void vi.unstubAllEnvs());
    postgres = opened.adopt(await startPostgres(found), ({ stop }) => stop());
    s3 = opened.adopt(await startS3(), ({ stop }) => stop());
    const settings = {
      OPENDERM_DATABASE_URL: await postgres.createDatabase(),
      OPENDERM_STORAGE_URL: await s3.createStorageUrl(),
      OPENDERM_QUALITY_THRESHOLD: '0',
      OPENDERM_LOG_LEVEL: 'silent',
    };
    tiny = opened.adopt(await startTinyServer(settings), ({ close }) => close());
    backend = await openBackend({ origin: tiny.origin, store: tiny.server.device.store });
    photograph = (await paintNoise()).toString('base64');
  });
  afterEach(() => s3.disturb('up'));
  afterAll(() => opened.disposeAsync());

  const create = () => backend.create({ bodySite: 'trunkFront', images: [photograph] });
  const follow = (link = '') => fetch(link);
  const isReady = async () => (await fetch(`${tiny.origin}/health/ready`)).ok;
  const countReports = async () =>
    (await tiny.server.device.store.reports.list(backend.company.id, 1000)).length;
  /** Reports that have files in the bucket. */
  const countKept = async () => (await Array.fromAsync(tiny.server.device.media.listReports())).length;

  const refusal = { errorCode: 'notReady', success: false, data: null };

  it.each(['refusing', 'breaking', 'hanging'] as const)(
    'whose bucket is %s says when to come back, and has lost nothing when it does',
    async (state) => {
      const made = await create();
      expect(made.status).toBe(200);
      const [reports, kept] = [await countReports(), await countKept()];
      s3.disturb(state);
      const refused = await Promise.all([create(), create()]);
      for (const { status, headers, body } of refused)
        expect([status, headers.get('retry-after'), body]).toMatchObject([503, '5', refusal]);
      const link = made.body.data.result.observations[0]?.media.url;
      if (state !== 'breaking') {
        const [followed, ready] = await Promise.all([follow(link), isReady()]);
        expect([followed.status, ready]).toEqual([503, false]);
      }
      // The record needs no bucket.
      expect((await backend.read(made.body.data.id)).status).toBe(200);
      s3.disturb('up');
      await expect.poll(isReady).toBe(true);
      expect(await countReports()).toBe(reports);
      // Where the line broke in the middle everything was cleared away; where it was dead nothing had come.
      expect(await countKept()).toBe(kept);
      expect((await follow(link)).status).toBe(200);
      expect((await create()).status).toBe(200);
    },
  );

  it('whose database dies, over and over, answers each with a report or a time to come back', async () => {
    const made: string[] = [];
    for (let death = 0; death < 3; death += 1) {
      const before = await countKept();
      const asked = Array.from({ length: 4 }, () => create());
      await expect.poll(countKept, { interval: 1 }).toBeGreaterThan(before);
      await postgres.kill();
      const read = backend.read('AAAA');
      for (const { status, headers, body } of await Promise.all([...asked, read])) {
        if (status === 200) made.push(body.data.id);
        else expect([status, headers.get('retry-after'), body]).toMatchObject([503, '5', refusal]);
      }
      expect(await isReady()).toBe(false);
      await postgres.start();
      await expect.poll(isReady).toBe(true);
    }
    expect((await create()).status).toBe(200);
    for (const id of made) expect((await backend.read(id)).status).toBe(200);
    await expectWhole();
  });

  /** Every record has its pictures, the ones whose answer nobody saw too. */
  async function expectWhole(): Promise<void> {
    const { store, media } = tiny.server.device;
    for (const { companyId, id } of await store.reports.list(backend.company.id, 1000)) {
      const { images = [] } = (await store.reports.find(companyId, id)) ?? {};
      expect(images.length).toBe(1);
      for (const image of images)
        expect((await media.read(companyId, id, image.id))?.length).toBe(image.bytes);
    }
  }
});
