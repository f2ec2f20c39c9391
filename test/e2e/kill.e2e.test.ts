// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeviceProcess, startDevice } from '../fixtures/device-process.ts';
import { canRun } from '../fixtures/guards.ts';
import { type Ledger, startClients } from '../fixtures/ledger-clients.ts';
import { isAlive, processesUnder, workersOf } from '../fixtures/process-tree.ts';
import { readKeptIds } from '../fixtures/read-kept-ids.ts';

const WORKERS = 2;
/** With both workers stopped twice (each costs the ten seconds after which a photograph is given up): 52 kills. */
const WORKER_KILLS = 40;
const HANGS = 2;
const SERVER_KILLS = 8;

const missing = existsSync('/proc/self/stat')
  ? undefined
  : 'worker processes are found through /proc, which only Linux has';

describe.runIf(canRun('procfs', missing))('killed in the middle of requests', () => {
  let dataDir = '';
  let device: DeviceProcess;
  let photograph: Buffer;
  let token = '';
  const ledger: Ledger = { acknowledged: [], refused: [], broken: 0 };

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'openderm-kill-'));
    photograph = await readFile(new URL('../../examples/photos/melanoma-1.jpg', import.meta.url));
    device = await start();
    token = await device.login();
  });
  afterAll(async () => {
    await device.end('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  });

  function start(port?: number): Promise<DeviceProcess> {
    return startDevice({
      dataDir,
      settings: { OPENDERM_WORKERS: String(WORKERS) },
      ...(port !== undefined && { port }),
    });
  }

  /** Something new was answered: the device works again, and the next kill will hit a request. */
  async function untilAnswered(): Promise<void> {
    const before = ledger.acknowledged.length;
    await expect
      .poll(() => ledger.acknowledged.length, { timeout: 20_000, interval: 10 })
      .toBeGreaterThan(before);
  }

  async function killWorker(turn: number): Promise<void> {
    const workers = workersOf(device.pid);
    const victim = workers[turn % workers.length];
    if (victim !== undefined) process.kill(victim, turn % 2 === 0 ? 'SIGKILL' : 'SIGSEGV');
    await untilAnswered();
  }

  /** To the server a stopped worker is one that loops for ever. */
  async function hangWorkers(): Promise<void> {
    await expect.poll(() => workersOf(device.pid).length, { timeout: 20_000 }).toBe(WORKERS);
    await untilAnswered();
    for (const worker of workersOf(device.pid)) process.kill(worker, 'SIGSTOP');
    await untilAnswered();
  }

  it('answers 503 with a code and Retry-After when a worker dies or hangs, and goes on', {
    timeout: 120_000,
  }, async () => {
    const clients = startClients(device.origin, { photograph, token, count: 4, ledger });
    await untilAnswered();
    for (let turn = 0; turn < WORKER_KILLS; turn++) await killWorker(turn);
    for (let turn = 0; turn < HANGS; turn++) await hangWorkers();
    await clients.stop();
    expect(ledger.broken).toBe(0);
    expect(ledger.refused.length).toBeGreaterThan(WORKER_KILLS / 2);
    for (const { status, code, retryAfterS } of ledger.refused) {
      expect(status).toBe(503);
      expect(['workerLost', 'workerTimeout']).toContain(code);
      expect(retryAfterS).toBeGreaterThan(0);
    }
  });

  it('leaves no process behind when the server is killed, and starts again at once', {
    timeout: 120_000,
  }, async () => {
    for (let turn = 0; turn < SERVER_KILLS; turn++) {
      const clients = startClients(device.origin, { photograph, token, count: 4, ledger });
      await untilAnswered();
      const family = processesUnder(device.pid);
      await device.end('SIGKILL');
      await clients.stop();
      await expect.poll(() => family.filter(isAlive), { timeout: 5_000 }).toEqual([]);
      device = await start(Number(new URL(device.origin).port));
    }
  });

  it('has kept every analysis that was acknowledged', async () => {
    await device.end('SIGTERM');
    const kept = new Set(await readKeptIds(dataDir));
    expect(ledger.acknowledged.length).toBeGreaterThan(WORKER_KILLS);
    expect(ledger.acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });
});
