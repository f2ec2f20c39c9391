// SPDX-License-Identifier: Apache-2.0
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewPercents } from '../../src/scoring/whole-body-views.ts';
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

/** One photograph for each view of a whole-body series; whose it is does not matter here. */
const imageFolder = join(folder, 'series');
const views = Object.keys(viewPercents);
mkdirSync(imageFolder);
for (const view of views) copyFileSync(photograph, join(imageFolder, `${view}.jpg`));

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
    .replaceAll('<path_to_your_image_folder>', imageFolder)
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

const isPlaqueScore = (text: string) => {
  const { mediaValidity, patientEvolution } = JSON.parse(text);
  expect(mediaValidity.isValid).toBe(true);
  const { score, item, media } = patientEvolution.apasi;
  const signs = item.erythema.value + item.induration.value + item.desquamation.value;
  // An arm weighs 0.2; tenths, as 0.2 has no exact binary form.
  expect(Math.round(10 * score.value)).toBe(2 * item.surface.value * signs);
  expect(item.surface.value).toBe(2);
  expect(Object.keys(media.attachment)).toEqual(['maskRaw', 'maskBinary', 'segmentation']);
};

const isVitiligoOfTheBody = (text: string) => {
  const { avasi } = JSON.parse(text).patientEvolution;
  expect(Object.keys(avasi.item).toSorted()).toEqual(views.toSorted());
  expect(avasi.coverage.percent).toBe(93.5);
  expect(avasi.score.value).toBeGreaterThanOrEqual(0);
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

  it('receive a score of a photograph', async () => {
    isPlaqueScore(await run(process.execPath, writeSnippet('severity-assessment-local.js', inProgram)));
  });

  it('receive a score of a whole-body series', async () => {
    isVitiligoOfTheBody(
      await run(process.execPath, writeSnippet('severity-assessment-global.js', inProgram)),
    );
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

  it('receive a score of a photograph', async () => {
    isPlaqueScore(await run(python.command, writeSnippet('severity-assessment-local.py', inProgram)));
  });

  it('receive a score of a whole-body series', async () => {
    isVitiligoOfTheBody(await run(python.command, writeSnippet('severity-assessment-global.py', inProgram)));
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

  it('receive a score of a photograph', async () => {
    isPlaqueScore(await run('sh', writeSnippet('severity-assessment-local.sh')));
  });
});
