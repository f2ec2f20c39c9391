// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findCurl } from '../fixtures/find-python.ts';
import { canRun } from '../fixtures/guards.ts';
import { isAlive, processesUnder } from '../fixtures/process-tree.ts';
import { runCommand } from '../fixtures/run-command.ts';
import { startTerminal, type Terminal } from '../fixtures/start-terminal.ts';

/*
 * What `npm start` promises the person at the terminal: it says how to use it, keeps what it was given, and leaves
 * nothing running.
 */
const root = resolve(import.meta.dirname, '../..');
const photograph = readFileSync(join(root, 'examples/photos/melanocytic-naevus-1.jpg'));
const folder = mkdtempSync(join(tmpdir(), 'openderm-start-'));
const procfs = existsSync('/proc/self/stat')
  ? undefined
  : 'processes are found through /proc, which only Linux has';

let dataDir: string;
let terminals: Terminal[];
beforeEach(() => {
  dataDir = mkdtempSync(join(folder, 'data-'));
  terminals = [];
});
afterEach(() => Promise.all(terminals.map((terminal) => terminal.interrupt())));
afterAll(() => rmSync(folder, { recursive: true }));

function start(settings: Readonly<Record<string, string>> = {}): Terminal {
  const terminal = startTerminal(dataDir, settings);
  terminals.push(terminal);
  return terminal;
}

interface Welcome {
  readonly origin: string;
  readonly email: string;
  readonly password: string;
}

/** Address and account, as somebody reads them off the screen. */
async function readWelcome(terminal: Terminal): Promise<Welcome> {
  await terminal.untilShown(/Stop with Ctrl-C/);
  const [, origin = ''] = await terminal.untilShown(/^ +API +(http:\S+)\/v1/m);
  const [, email = ''] = await terminal.untilShown(/^ +Login +(\S+)/m);
  const [, password = ''] = await terminal.untilShown(/^ +Password +(\S+)/m);
  return { origin, email, password };
}

async function logIn({ origin, email, password }: Welcome): Promise<string> {
  const body = new URLSearchParams({ username: email, password });
  const answer = await fetch(`${origin}/v1/login`, { method: 'POST', body });
  return JSON.parse(await answer.text()).access_token;
}

/** Identifier of the answered analysis. */
async function diagnose(welcome: Welcome): Promise<string> {
  const answer = await fetch(`${welcome.origin}/v1/diagnosis-support`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await logIn(welcome)}` },
    body: JSON.stringify({ payload: [{ contentAttachment: { data: photograph.toString('base64') } }] }),
  });
  return JSON.parse(await answer.text()).identifier.value;
}

/** What `openderm analyses show` says of it. */
function readRecord(identifier: string) {
  const args = ['src/cli/openderm.ts', 'analyses', 'show', identifier, '--json'];
  return runCommand(process.execPath, args, { cwd: root, env: { OPENDERM_DATA_DIR: dataDir } });
}

/** Several starts each; one takes seconds when the machine is idle, and half a minute when it is not. */
const timeout = 300_000;

describe('npm start', { timeout }, () => {
  it.runIf(canRun('curl', findCurl().missing))(
    'prints a command that answers with a differential',
    async () => {
      const terminal = start();
      await terminal.untilShown(/Stop with Ctrl-C/);
      const [, command = ''] = await terminal.untilShown(/Try it[^\n]*\n\n([\s\S]*?)\n\nStop with/);
      const answer = await runCommand('sh', ['-c', command], { cwd: root });
      expect(answer.stdout, command).toContain('"conclusion":[{');
    },
  );

  it('finds account and analyses again after Ctrl-C', async () => {
    const first = start();
    const before = await readWelcome(first);
    const identifier = await diagnose(before);
    expect(await first.interrupt()).toBe(0);
    const { origin } = await readWelcome(start());
    expect(await logIn({ ...before, origin })).toEqual(expect.any(String));
    expect(await readRecord(identifier)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(identifier),
    });
  });

  it('refuses a second server on the same folder, and the first goes on', async () => {
    const welcome = await readWelcome(start());
    const second = start();
    expect(await second.ended()).toBe(1);
    expect(second.output()).toContain(dataDir);
    expect(second.output()).not.toMatch(/^\s+at /m);
    expect(await logIn(welcome)).toEqual(expect.any(String));
  });

  it('names every wrong setting at once, and no stack', async () => {
    const terminal = start({ OPENDERM_PORT: 'http', OPENDERM_TOKEN_LIFETIME_MINUTES: '0' });
    expect(await terminal.ended()).toBe(1);
    expect(terminal.output()).toContain('OPENDERM_PORT');
    expect(terminal.output()).toContain('OPENDERM_TOKEN_LIFETIME_MINUTES');
    expect(terminal.output()).not.toMatch(/^\s+at /m);
  });
});

describe.runIf(canRun('procfs', procfs))('what npm start leaves running', { timeout }, () => {
  it('is nothing after Ctrl-C', async () => {
    const terminal = start({ OPENDERM_WORKERS: '2' });
    await readWelcome(terminal);
    const processes = processesUnder(terminal.pid);
    expect(processes.length).toBeGreaterThan(2);
    await terminal.interrupt();
    expect(await leftOver(processes)).toEqual([]);
  });

  it('is nothing after kill -9, and the next start is clean', async () => {
    const terminal = start({ OPENDERM_WORKERS: '2' });
    const welcome = await readWelcome(terminal);
    const identifier = await diagnose(welcome);
    const processes = processesUnder(terminal.pid);
    await terminal.kill();
    expect(await leftOver(processes)).toEqual([]);
    const { origin } = await readWelcome(start());
    expect(await logIn({ ...welcome, origin })).toEqual(expect.any(String));
    expect((await readRecord(identifier)).stdout).toContain(identifier);
  });
});

/** Workers notice within moments that nobody is there any more. */
const GONE_WITHIN_MS = 120_000;

async function leftOver(processes: readonly number[]): Promise<readonly number[]> {
  const deadlineMs = performance.now() + GONE_WITHIN_MS;
  while (processes.some(isAlive) && performance.now() < deadlineMs) await sleep(50);
  return processes.filter(isAlive);
}
