// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewPercents } from '../../src/scoring/whole-body-views.ts';
import { type DeviceProcess, startDevice } from '../fixtures/device-process.ts';
import { canRun } from '../fixtures/guards.ts';
import { insertAfterStart, jpegSegment } from '../fixtures/jpeg-segments.ts';
import { paintSkin, toJpeg } from '../fixtures/pictures.ts';
import { isAlive, processesUnder, workersOf } from '../fixtures/process-tree.ts';

const run = promisify(execFile);
const WORKERS = 2;
/** Nothing is timed here: only a machine that has stopped moving is given up. */
const PATIENCE_MS = 120_000;
const commentMarker = 0xfe;
const views = Object.keys(viewPercents);
const missing = existsSync('/proc/self/stat')
  ? undefined
  : 'worker processes are found through /proc, which only Linux has';

describe.runIf(canRun('procfs', missing))('a whole-body request of 17 photographs', () => {
  let folder = '';
  let device: DeviceProcess;
  let authorization = '';
  let photographs: ReadonlyMap<string, string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openderm-faults-'));
    device = await startDevice({
      dataDir: join(folder, 'data'),
      settings: { OPENDERM_WORKERS: String(WORKERS), OPENDERM_MODELS_DIR: 'models' },
    });
    authorization = `Bearer ${await device.login()}`;
    // Large enough that seventeen of them keep two workers busy for a while; each other bytes, so that each is read.
    const jpeg = await toJpeg(paintSkin(1200, 900));
    photographs = new Map(
      views.map((view) => {
        const comment = jpegSegment(commentMarker, Buffer.from(view));
        return [view, insertAfterStart(jpeg, comment).toString('base64')];
      }),
    );
  });
  afterAll(async () => {
    await device?.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });

  function bodyOf(changes: Readonly<Record<string, string>> = {}): string {
    const all = { ...Object.fromEntries(photographs), ...changes };
    const item = Object.fromEntries(
      Object.entries(all).map(([site, data]) => [site, { payload: { contentAttachment: { data } } }]),
    );
    const knownCondition = { conclusion: { text: 'vitiligo' } };
    return JSON.stringify({ knownCondition, scoringSystem: { avasi: { item } } });
  }

  function post(body: string, signal?: AbortSignal): Promise<Response> {
    return fetch(`${device.origin}/v1/severity-assessment/automatic/global`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body,
      ...(signal && { signal }),
    });
  }

  async function readGauge(name: 'busy' | 'queued'): Promise<number> {
    const text = await (await fetch(`${device.origin}/metrics`)).text();
    return Number(new RegExp(`^openderm_reader_${name} (\\d+)$`, 'm').exec(text)?.[1]);
  }

  const until = (name: 'busy' | 'queued', isSo: (count: number) => boolean) =>
    expect.poll(async () => isSo(await readGauge(name)), { timeout: PATIENCE_MS, interval: 10 }).toBe(true);

  /** How many assessments an operator would see. */
  async function countKept(): Promise<number> {
    const command = ['src/cli/openderm.ts', 'assessments', 'list', '--json', '--limit', '1000'];
    const env = { ...process.env, OPENDERM_DATA_DIR: join(folder, 'data') };
    const { stdout } = await run(process.execPath, command, { env, maxBuffer: 2 ** 26 });
    return (JSON.parse(stdout) as readonly unknown[]).length;
  }

  it('is answered in one piece though it is sent in many', { timeout: PATIENCE_MS }, async () => {
    const answer = await post(bodyOf());
    expect([answer.status, answer.headers.get('transfer-encoding')]).toEqual([200, 'chunked']);
    const { patientEvolution } = (await answer.json()) as {
      patientEvolution: { avasi: { item: Readonly<Record<string, { media: { attachment: object } }>> } };
    };
    const sites = Object.values(patientEvolution.avasi.item);
    expect(sites.map(({ media }) => Object.keys(media.attachment).length)).toEqual(Array(17).fill(5));
  });

  it('with a damaged one is refused at its place, and nothing is kept', {
    timeout: PATIENCE_MS,
  }, async () => {
    const before = await countKept();
    const whole = Buffer.from(photographs.get('handLeft') ?? '', 'base64');
    const half = whole.subarray(0, whole.length / 2).toString('base64');
    const answer = await post(bodyOf({ handLeft: half }));
    expect([answer.status, await answer.json()]).toEqual([
      422,
      {
        code: 'damagedImage',
        detail: [
          {
            type: 'value_error',
            msg: expect.stringContaining('damaged'),
            loc: [
              'body',
              'scoringSystem',
              'avasi',
              'item',
              'handLeft',
              'payload',
              'contentAttachment',
              'data',
            ],
          },
        ],
      },
    ]);
    await until('queued', (count) => count === 0);
    expect(await countKept()).toBe(before);
  });

  it('is told when a worker dies over it, and is answered when sent again', {
    timeout: 3 * PATIENCE_MS,
  }, async () => {
    const sent = post(bodyOf());
    await until('queued', (count) => count > 0);
    const [victim] = workersOf(device.pid);
    if (victim !== undefined) process.kill(victim, 'SIGKILL');
    const refused = await sent;
    const { code } = (await refused.json()) as { readonly code?: string };
    expect([refused.status, code]).toEqual([503, 'workerLost']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await until('queued', (count) => count === 0);
    const again = await post(bodyOf());
    expect(again.status).toBe(200);
    await again.arrayBuffer();
    await expect.poll(() => workersOf(device.pid).length, { timeout: PATIENCE_MS }).toBe(WORKERS);
  });

  it('is given up when the client leaves while it is read', { timeout: 2 * PATIENCE_MS }, async () => {
    const before = await countKept();
    const gone = new AbortController();
    const sent = post(bodyOf(), gone.signal);
    await until('queued', (count) => count > 0);
    gone.abort();
    await expect(sent).rejects.toThrow();
    await until('queued', (count) => count === 0);
    await until('busy', (count) => count === 0);
    expect(await countKept()).toBe(before);
  });

  it('leaves nothing behind when clients leave again and again while it is answered', {
    timeout: 3 * PATIENCE_MS,
  }, async () => {
    for (let turn = 0; turn < 4; turn++) {
      const gone = new AbortController();
      const answer = await post(bodyOf(), gone.signal);
      await answer.body?.getReader().read();
      gone.abort();
    }
    const answer = await post(bodyOf());
    expect(answer.status).toBe(200);
    await answer.arrayBuffer();
    expect(processesUnder(device.pid).filter(isAlive)).toHaveLength(1 + WORKERS);
  });

  it.each([21, 170])('of %i photographs instead is refused before any is read', async (count) => {
    const extra = Object.fromEntries(Array.from({ length: count - 17 }, (_, at) => [`more${at}`, 'AAAA']));
    const answer = await post(bodyOf(extra));
    expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'tooManyImages' }]);
    expect(await readGauge('busy')).toBe(0);
  });

  it('is refused by its stated length alone where that is over the limit', async () => {
    const answer = await fetch(`${device.origin}/v1/limits`);
    const limits = (await answer.json()) as { readonly request: { readonly maxBytes: number } };
    const sent = request(new URL('/v1/severity-assessment/automatic/global', device.origin), {
      method: 'POST',
      headers: {
        authorization,
        'content-type': 'application/json',
        'content-length': limits.request.maxBytes + 1,
      },
    });
    sent.flushHeaders();
    const [refused] = (await once(sent, 'response')) as [IncomingMessage];
    const said: unknown = JSON.parse((await refused.toArray()).join(''));
    sent.on('error', () => undefined).destroy();
    expect([refused.statusCode, said]).toMatchObject([413, { code: 'bodyTooLarge' }]);
  });
});
