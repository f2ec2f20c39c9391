// SPDX-License-Identifier: Apache-2.0
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportRecord } from '../../src/record/report-record.ts';
import { createMediaFolder } from '../../src/store/media/create-media-folder.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type CompanyBackend, openBackend } from '../fixtures/company-backend.ts';
import { type DeviceProcess, startDevice } from '../fixtures/device-process.ts';
import type { DeathPoint } from '../fixtures/die-at.ts';
import { toJpeg } from '../fixtures/pictures.ts';
import { reportsPath } from '../fixtures/report-desk.ts';
import { createReportLedger, startReportClients } from '../fixtures/report-ledger.ts';
import { writeTinyModels } from '../fixtures/tiny-models.ts';

/** Each one starts the whole product: about five seconds of processor time. */
const KILLS = process.env['OPENDERM_TEST_NO_SKIPS'] === '1' ? 50 : 10;
const CLIENTS = 4;
/** Nothing is timed here: only a machine that has stopped moving is given up. */
const PATIENCE_MS = 5_400_000;

const log = { warn: () => undefined };
const dieAt = new URL('../fixtures/die-at.ts', import.meta.url).href;

let folder = '';
let dataDir = '';
let store: Store;
let device: DeviceProcess;
let backend: CompanyBackend;
let photograph = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openderm-report-kill-'));
  dataDir = join(folder, 'data');
  await writeTinyModels(join(folder, 'models'));
  photograph = (await toJpeg()).toString('base64');
  device = await start();
  // Beside the running server, as the commands of an operator are.
  store = await openStore({ dataDir, log });
  backend = await openBackend({ origin: device.origin, store }, { confidenceThreshold: 0.1 });
});
afterAll(async () => {
  await store?.close();
  await device?.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function start(more: Readonly<Record<string, string>> = {}): Promise<DeviceProcess> {
  const settings = {
    OPENDERM_WORKERS: '1',
    OPENDERM_MODELS_DIR: join(folder, 'models'),
    OPENDERM_QUALITY_THRESHOLD: '0',
    OPENDERM_LOG_LEVEL: 'fatal',
    // Restarts compile no source twice.
    NODE_COMPILE_CACHE: compiledDir(),
    ...more,
  };
  const port = device === undefined ? undefined : Number(new URL(device.origin).port);
  return startDevice({ dataDir, settings, ...(port !== undefined && { port }) });
}

function compiledDir(): string {
  return join(folder, 'compiled');
}

async function listRecords(): Promise<readonly ReportRecord[]> {
  const listed = await store.reports.list(backend.company.id, 100_000);
  const found = await Promise.all(listed.map(({ id }) => store.reports.find(backend.company.id, id)));
  return found.filter((record) => record !== undefined);
}

/** Pictures of a report that are not there as they were made. */
async function findTorn({ id, images, heatMaps }: ReportRecord): Promise<readonly string[]> {
  const media = createMediaFolder(dataDir);
  const kept = [...images, ...heatMaps.map((each) => each.media)];
  const read = await Promise.all(kept.map((each) => media.read(backend.company.id, id, each.id)));
  const hashes = read.map((bytes) => bytes && createHash('sha256').update(bytes).digest('hex'));
  return kept.filter(({ sha256 }, index) => sha256 !== hashes[index]).map((each) => `${id} ${each.id}`);
}

describe('killed while reports are being made', () => {
  it('has kept what it compiled, for the next start', async () => {
    const kept = await readdir(compiledDir(), { recursive: true, withFileTypes: true });
    expect(kept.some((each) => each.isFile())).toBe(true);
  });

  it(`has every report that was acknowledged once and whole, after ${KILLS} kills`, {
    timeout: PATIENCE_MS,
  }, async () => {
    const ledger = createReportLedger();
    const url = `${device.origin}${reportsPath}`;
    const options = { url, apiToken: backend.token, photograph, count: CLIENTS, ledger };
    const clients = startReportClients(options);
    for (let killed = 0; killed < KILLS; killed += 1) {
      const before = ledger.answered.size;
      await expect
        .poll(() => ledger.answered.size, { timeout: PATIENCE_MS, interval: 2 })
        .toBeGreaterThan(before + CLIENTS);
      // Another moment of making reports each time.
      await sleep((killed * 37) % 101);
      await device.end('SIGKILL');
      device = await start();
    }
    await clients.stop();
    expect(ledger.wrong).toEqual([]);
    expect(ledger.broken).toBeGreaterThanOrEqual(KILLS);
    const records = await listRecords();
    expect(ledger.asked.size).toBeGreaterThan(KILLS);
    // Nothing lost and nothing doubled: as many reports as visits, one of each.
    expect(records.map((each) => each.visitIdentifier).toSorted()).toEqual([...ledger.asked].toSorted());
    expect((await Promise.all(records.map(findTorn))).flat()).toEqual([]);
    for (const [visit, said] of ledger.answered) {
      const { id } = JSON.parse(said).data;
      const read = await backend.read(id);
      expect([read.status, read.body.data.visitIdentifier]).toEqual([200, visit]);
    }
    console.info(`[kill] ${KILLS} kills, ${records.length} reports, ${ledger.broken} requests broken off`);
  });
});

/** What the server was about to do when it ended, and how many reports it had kept by then. */
const namedPoints: readonly (readonly [string, DeathPoint, number])[] = [
  ['the key is taken', { statement: 'commit', after: 'insert into "idempotency_keys"' }, 0],
  ['its files are kept', { statement: 'insert into "reports"', isBefore: true }, 0],
  [
    'all is written but the commit',
    { statement: 'commit', after: 'insert into "reports"', isBefore: true },
    0,
  ],
  ['it is committed', { statement: 'commit', after: 'insert into "reports"' }, 1],
  ['half of its answer is kept', { statement: 'insert into "idempotency_pieces"' }, 1],
  [
    'its answer is kept and not sent',
    { statement: 'update "idempotency_keys"', after: 'insert into "idempotency_pieces"' },
    1,
  ],
];

describe('a report whose server is killed', () => {
  const pointFile = () => join(folder, 'die-at.json');
  const startMortal = () => start({ DIE_AT_FILE: pointFile(), NODE_OPTIONS: `--import ${dieAt}` });

  beforeAll(async () => {
    await device.end('SIGKILL');
    device = await startMortal();
  });

  it.each(namedPoints)(
    'when %s is made once by whoever asks again',
    {
      timeout: PATIENCE_MS,
    },
    async (_, point, committed) => {
      const before = await listRecords();
      await writeFile(pointFile(), JSON.stringify(point));
      const key = randomUUID();
      const body = JSON.stringify({ bodySite: 'trunkFront', images: [photograph], visitIdentifier: key });
      const ask = () =>
        fetch(`${device.origin}${reportsPath}`, {
          method: 'POST',
          headers: {
            'x-api-token': backend.token,
            'content-type': 'application/json',
            'idempotency-key': key,
          },
          body,
        });
      await expect(ask()).rejects.toThrow();
      await device.end('SIGKILL');
      expect(await listRecords()).toHaveLength(before.length + committed);
      await rm(pointFile());
      device = await startMortal();
      const made = await ask();
      expect([made.status, made.headers.get('idempotent-replayed')]).toEqual([
        200,
        committed === 1 ? 'true' : null,
      ]);
      const said = await made.text();
      expect(await (await ask()).text()).toBe(said);
      const records = await listRecords();
      const own = records.filter(({ visitIdentifier }) => visitIdentifier === key);
      expect([records.length, own.length]).toEqual([before.length + 1, 1]);
      expect((await Promise.all(own.map(findTorn))).flat()).toEqual([]);
      expect((await backend.read(JSON.parse(said).data.id)).body.data.visitIdentifier).toBe(key);
    },
  );

  it('leaves no half-written file where reports are', async () => {
    const records = await listRecords();
    const reports = join(dataDir, 'reports', backend.company.id);
    const files = await Promise.all(records.map(({ id }) => readdir(join(reports, id))));
    expect(files.flat().filter((name) => !name.endsWith('.jpg'))).toEqual([]);
  });
});
