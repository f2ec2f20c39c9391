// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeviceProcess, startDevice } from '../fixtures/device-process.ts';
import { canRun } from '../fixtures/guards.ts';
import { type Ledger, startClients } from '../fixtures/ledger-clients.ts';
import { isAlive, killIfThere, processesUnder, workersOf } from '../fixtures/process-tree.ts';
import { readKeptIds } from '../fixtures/read-kept-ids.ts';
import {
  endlessGraph,
  tinyConditionLabels,
  tinyValidityLabels,
  writeTinyModel,
} from '../fixtures/tiny-models.ts';

const WORKERS = 2;
const CLIENTS = 4;
/** With the loops below (each costs the ten seconds after which a photograph is given up): 52 kills. */
const WORKER_KILLS = 40;
const ENDLESS_LOOPS = 4;
const SERVER_KILLS = 8;
/** Nothing is timed here: only a machine that has stopped moving is given up. */
const PATIENCE_MS = 120_000;
const TEST_PATIENCE_MS = 900_000;

const missing = existsSync('/proc/self/stat')
  ? undefined
  : 'worker processes are found through /proc, which only Linux has';

describe.runIf(canRun('procfs', missing))('killed in the middle of requests', () => {
  let folder = '';
  let device: DeviceProcess;
  let token = '';
  let photograph: Buffer;
  let endlessPicture: Buffer;
  const ledger: Ledger = { acknowledged: [], refused: [], broken: 0 };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openderm-kill-'));
    photograph = await readFile(new URL('../../examples/photos/melanoma-1.jpg', import.meta.url));
    endlessPicture = await sharp({ create: { width: 400, height: 400, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    await writeModels(join(folder, 'models'));
    device = await start();
    token = await device.login();
  });
  afterAll(async () => {
    await device?.end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  function start(port?: number): Promise<DeviceProcess> {
    const settings = {
      OPENDERM_WORKERS: String(WORKERS),
      OPENDERM_MODELS_DIR: join(folder, 'models'),
      // What loops for ever is waited for to the end.
      OPENDERM_READ_TIMEOUT_S: '10',
    };
    return startDevice({ dataDir: join(folder, 'data'), settings, ...(port !== undefined && { port }) });
  }

  function sendForever(picture: Buffer, count: number) {
    return startClients(device.origin, { photograph: picture, token, count, ledger });
  }

  /** Something new was answered: the device works again, and the next kill will hit a request. */
  async function untilAnswered(): Promise<void> {
    const before = ledger.acknowledged.length;
    await expect
      .poll(() => ledger.acknowledged.length, { timeout: PATIENCE_MS, interval: 5 })
      .toBeGreaterThan(before);
  }

  /** The oldest is the likeliest to have a photograph in hand; killing one that still starts would only slow the rest. */
  async function killWorker(turn: number): Promise<void> {
    const [victim] = workersOf(device.pid);
    if (victim !== undefined) killIfThere(victim, turn % 2 === 0 ? 'SIGKILL' : 'SIGSEGV');
    await untilAnswered();
  }

  /** Whoever was interrupted was told so, and when to come back; on a slow machine a kill may look like a hang. */
  function expectRefusals(): void {
    const told = ledger.refused.map(({ status, code }) => `${status} ${code}`);
    expect(new Set(told).difference(new Set(['503 workerLost', '503 workerTimeout']))).toEqual(new Set());
    expect(ledger.refused.every(({ retryAfterS }) => retryAfterS > 0)).toBe(true);
  }

  it('answers 503 with a code and Retry-After when a worker dies, and goes on', {
    timeout: TEST_PATIENCE_MS,
  }, async () => {
    const clients = sendForever(photograph, CLIENTS);
    await untilAnswered();
    for (let turn = 0; turn < WORKER_KILLS; turn++) await killWorker(turn);
    await clients.stop();
    expect(ledger.broken).toBe(0);
    expect(ledger.refused.length).toBeGreaterThan(WORKER_KILLS / 2);
    expectRefusals();
  });

  it('ends a worker that loops for ever and tells whoever waited for it', {
    timeout: TEST_PATIENCE_MS,
  }, async () => {
    ledger.refused.length = 0;
    const loops = sendForever(endlessPicture, WORKERS);
    // Each has sent its next one by then, which is waited for and is the last.
    await expect
      .poll(() => ledger.refused.length, { timeout: PATIENCE_MS })
      .toBeGreaterThanOrEqual(ENDLESS_LOOPS - WORKERS);
    await loops.stop();
    expect(ledger.refused.length).toBeGreaterThanOrEqual(ENDLESS_LOOPS);
    expectRefusals();
    expect(ledger.refused.filter(({ code }) => code === 'workerTimeout').length).toBeGreaterThan(0);
    const clients = sendForever(photograph, CLIENTS);
    await untilAnswered();
    await clients.stop();
  });

  it('leaves no process behind when the server is killed, and starts again at once', {
    timeout: TEST_PATIENCE_MS,
  }, async () => {
    for (let turn = 0; turn < SERVER_KILLS; turn++) {
      const clients = sendForever(photograph, CLIENTS);
      await untilAnswered();
      const family = processesUnder(device.pid);
      expect(family.length).toBeGreaterThan(WORKERS);
      await device.end('SIGKILL');
      await clients.stop();
      await expect.poll(() => family.filter(isAlive), { timeout: PATIENCE_MS }).toEqual([]);
      device = await start(Number(new URL(device.origin).port));
    }
    expect(ledger.broken).toBeGreaterThanOrEqual(SERVER_KILLS);
  });

  it('has kept every analysis that was acknowledged', async () => {
    await device.end('SIGTERM');
    const kept = new Set(await readKeptIds(join(folder, 'data')));
    expect(ledger.acknowledged.length).toBeGreaterThan(WORKER_KILLS);
    expect(ledger.acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });
});

/** A classifier of average colour that an all-white picture sends into an endless loop. */
async function writeModels(modelsDir: string): Promise<void> {
  const graph = endlessGraph(tinyConditionLabels);
  const condition = { task: 'condition-classification', labels: tinyConditionLabels, graph } as const;
  const validity = { task: 'media-validity', labels: tinyValidityLabels, withMaps: false } as const;
  await writeTinyModel(modelsDir, { name: 'condition-default', ...condition });
  await writeTinyModel(modelsDir, { name: 'validity-default', ...validity });
}
