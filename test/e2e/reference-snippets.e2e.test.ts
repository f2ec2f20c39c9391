// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeviceProcess, startDevice } from '../fixtures/device-process.ts';
import { findCurl, findPython } from '../fixtures/find-python.ts';
import { canRun } from '../fixtures/guards.ts';
import { runCommand } from '../fixtures/run-command.ts';

/*
 * An integration written against the reference product moves over by changing its address and credentials. So these
 * are the reference documentation's own snippets, kept as printed (comments aside, indentation restored), with nothing
 * replaced but what stands in angle brackets.
 */
const snippets = resolve(import.meta.dirname, '../fixtures/reference-snippets');
const photograph = resolve(import.meta.dirname, '../../examples/photos/basal-cell-carcinoma-1.jpg');
const folder = mkdtempSync(join(tmpdir(), 'openderm-snippets-'));
const python = findPython();

let device: DeviceProcess;
let token = '';
beforeAll(async () => {
  device = await startDevice({ dataDir: join(folder, 'data'), settings: { OPENDERM_WORKERS: '1' } });
  token = await device.login();
});
afterAll(async () => {
  await device?.end('SIGTERM');
  rmSync(folder, { recursive: true });
});

/** The snippet with its placeholders filled in, as a file; `wrap` adds what a program around it would. */
function writeSnippet(name: string, wrap: (snippet: string) => string = (snippet) => snippet): string {
  const filled = readFileSync(join(snippets, `${name}.txt`), 'utf8')
    .replaceAll('<base_url>', `${device.origin}/v1`)
    .replaceAll('<your_email>', device.email)
    .replaceAll('<your_password>', device.password)
    .replaceAll('<access_token>', token)
    .replaceAll('<path_to_image>', photograph)
    .replaceAll('<base64_encoded_image_data>', readFileSync(photograph).toString('base64'));
  const path = join(folder, name.endsWith('.js') ? `${name.slice(0, -3)}.cjs` : name);
  writeFileSync(path, wrap(filled));
  return path;
}

/** Its curl reports progress on stderr, as curl does. */
async function run(command: string, path: string): Promise<string> {
  const { status, stdout, stderr } = await runCommand(command, [path]);
  expect(status, stderr).toBe(0);
  return stdout;
}

const isDifferential = (text: string) => {
  const { conclusion } = JSON.parse(text);
  expect(conclusion).toHaveLength(577);
  expect(conclusion[0]).toMatchObject({ code: expect.anything(), probability: expect.any(Number) });
};

/** Dactylitis and a joint swollen before fifty: two of four. */
const isPositive = (text: string) => {
  const { status, patientEvolution } = JSON.parse(text);
  expect(status).toBe('preliminary');
  expect(patientEvolution.pure4.score).toMatchObject({
    value: 2,
    interpretation: { category: 'Positive', intensity: 3 },
  });
};

describe('the reference snippets in JavaScript', () => {
  it('log in', async () => {
    expect(await run(process.execPath, writeSnippet('login.js'))).toContain("expires_in_minutes: '");
  });

  const inProgram = (snippet: string) =>
    `(async () => {\n${snippet}\nconsole.log(JSON.stringify(result));\n})();`;

  it('receive a differential', async () => {
    isDifferential(await run(process.execPath, writeSnippet('diagnosis-support.js', inProgram)));
  });

  it('receive a score', async () => {
    isPositive(await run(process.execPath, writeSnippet('severity-assessment-manual.js', inProgram)));
  });
});

describe.runIf(canRun('python3-requests', python.missing))('the reference snippets in Python', () => {
  it('log in', async () => {
    expect(await run(python.command, writeSnippet('login.py'))).toContain("'expires_in_minutes': '");
  });

  const inProgram = (snippet: string) => `${snippet}\nimport json\nprint(json.dumps(result))\n`;

  it('receive a differential', async () => {
    isDifferential(await run(python.command, writeSnippet('diagnosis-support.py', inProgram)));
  });

  it('receive a score', async () => {
    isPositive(await run(python.command, writeSnippet('severity-assessment-manual.py', inProgram)));
  });
});

describe.runIf(canRun('curl', findCurl().missing))('the reference snippets in curl', () => {
  it('log in', async () => {
    const answer = JSON.parse(await run('sh', writeSnippet('login.sh')));
    expect(answer).toEqual({
      access_token: expect.any(String),
      token_type: expect.any(String),
      expires_in_minutes: expect.any(String),
    });
  });

  it('receive a differential', async () => {
    isDifferential(await run('sh', writeSnippet('diagnosis-support.sh')));
  });

  it('receive a score', async () => {
    isPositive(await run('sh', writeSnippet('severity-assessment-manual.sh')));
  });
});
