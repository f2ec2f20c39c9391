// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeviceProcess, startDevice } from '../test/fixtures/device-process.ts';
import { findCurl, findPython } from '../test/fixtures/find-python.ts';
import { canRun } from '../test/fixtures/guards.ts';
import { runCommand } from '../test/fixtures/run-command.ts';

const photograph = join(import.meta.dirname, 'photos', 'melanoma-1.jpg');
const python = findPython();

const dataDir = mkdtempSync(join(tmpdir(), 'openderm-examples-'));

let device: DeviceProcess;
beforeAll(async () => {
  device = await startDevice({ dataDir, settings: { OPENDERM_WORKERS: '1' } });
});
afterAll(async () => {
  await device?.end('SIGTERM');
  rmSync(dataDir, { recursive: true });
});

/** Runs an example as its README says, from the root of the repository. */
function runExample(command: string, args: readonly string[]) {
  return runCommand(command, args, {
    cwd: resolve(import.meta.dirname, '..'),
    env: {
      OPENDERM_URL: `${device.origin}/v1`,
      OPENDERM_EMAIL: device.email,
      OPENDERM_PASSWORD: device.password,
    },
  });
}

/** Five lines such as ` 61.40 %  Melanoma`. */
const fiveConditions = /^( *\d{1,3}\.\d\d % {2}\S.*\n){5}$/;

describe('the JavaScript examples', () => {
  it('log in', async () => {
    const { status, stdout, stderr } = await runExample(process.execPath, ['examples/login.mjs']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('access_token');
  });

  it('print the five most probable conditions', async () => {
    const result = await runExample(process.execPath, ['examples/diagnosis-support.mjs', photograph]);
    expect(result).toEqual({ status: 0, stderr: '', stdout: expect.stringMatching(fiveConditions) });
  });
});

describe.runIf(canRun('python3-requests', python.missing))('the Python examples', () => {
  it('log in', async () => {
    const { status, stdout, stderr } = await runExample(python.command, ['examples/login.py']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain("'access_token'");
  });

  it('print the five most probable conditions', async () => {
    const result = await runExample(python.command, ['examples/diagnosis_support.py', photograph]);
    expect(result).toEqual({ status: 0, stderr: '', stdout: expect.stringMatching(fiveConditions) });
  });
});

describe.runIf(canRun('curl', findCurl().missing))('the curl examples', () => {
  it('log in', async () => {
    const { status, stdout, stderr } = await runExample('sh', ['examples/login.sh']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ access_token: expect.any(String) });
  });

  it('print the answer', async () => {
    const { status, stdout, stderr } = await runExample('sh', ['examples/diagnosis-support.sh', photograph]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout).conclusion).toHaveLength(577);
  });
});
