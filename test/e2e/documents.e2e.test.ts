// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeviceProcess, startDevice } from '../fixtures/device-process.ts';
import { findCurl, findPython } from '../fixtures/find-python.ts';
import { canRun } from '../fixtures/guards.ts';
import { readSnippets, type Snippet } from '../fixtures/read-snippets.ts';
import { runCommand } from '../fixtures/run-command.ts';

/*
 * What the documents tell a reader to type is typed here: every snippet, in order, from the root of the repository,
 * against a real server. Shell snippets of a page share one shell, so that a variable set in one is there in the next.
 * `<!-- not executed: why -->` above a fence leaves a snippet out.
 */
const root = resolve(import.meta.dirname, '../..');
const pages = ['README.md', ...['docs/guides', 'docs/reference'].flatMap(pagesIn)];
const python = findPython();

const folder = mkdtempSync(join(tmpdir(), 'openderm-documents-'));
let device: DeviceProcess;
beforeAll(async () => {
  device = await startDevice({ dataDir: join(folder, 'data'), settings: { OPENDERM_WORKERS: '1' } });
});
afterAll(async () => {
  await device?.end('SIGTERM');
  rmSync(folder, { recursive: true });
});

function pagesIn(place: string): readonly string[] {
  const names = readdirSync(join(root, place)).filter((name) => name.endsWith('.md'));
  return names.map((name) => `${place}/${name}`);
}

function run(command: string, args: readonly string[]) {
  return runCommand(command, args, {
    cwd: root,
    env: {
      OPENDERM_URL: `${device.origin}/v1`,
      OPENDERM_EMAIL: device.email,
      OPENDERM_PASSWORD: device.password,
      OPENDERM_DATA_DIR: join(folder, 'data'),
      TMPDIR: folder,
      NO_COLOR: '1',
    },
  });
}

/** The address of the documents becomes that of the server under test. */
function localise(code: string): string {
  return code.replaceAll('http://127.0.0.1:8080', device.origin);
}

function writeScript(name: string, code: string): string {
  const path = join(folder, name);
  writeFileSync(path, localise(code));
  return path;
}

const executed = (page: string, ...languages: readonly string[]): readonly Snippet[] =>
  readSnippets(join(root, page)).filter(
    ({ language, notExecuted }) => languages.includes(language) && notExecuted === undefined,
  );

/** Every command of a page runs in one test, and each may start a program of its own. */
const timeout = 900_000;

describe.each(pages)('%s', { timeout }, (page) => {
  it('names the language of every snippet', () => {
    const known = ['sh', 'js', 'ts', 'py', 'json', 'html', 'text'];
    const unknown = readSnippets(join(root, page)).filter(({ language }) => !known.includes(language));
    expect(unknown.map(({ line }) => `${page}:${line}`)).toEqual([]);
  });

  it('calls no command mere text', () => {
    const commands = /^\s*(?:[$#] +)?(?:npx|npm|node|python3?|curl|openderm)\s/m;
    const texts = readSnippets(join(root, page)).filter(({ language }) => language === 'text');
    expect(texts.filter(({ code }) => commands.test(code)).map(({ line }) => `${page}:${line}`)).toEqual([]);
  });

  it.each(executed(page, 'js', 'ts'))('has a working program at line $line', async ({ code }) => {
    const result = await run(process.execPath, ['--input-type=module-typescript', '--eval', localise(code)]);
    expect(result, result.stderr).toMatchObject({ status: 0 });
  });

  it.each(executed(page, 'json'))('has well-formed JSON at line $line', ({ code }) => {
    expect(() => JSON.parse(code)).not.toThrow();
  });
});

const pagesWith = (language: string) => pages.filter((page) => executed(page, language).length > 0);

describe.runIf(canRun('curl', findCurl().missing))('shell snippets', { timeout }, () => {
  it.each(pagesWith('sh'))('of %s work one after another', async (page) => {
    const steps = executed(page, 'sh').map(({ code, line }) => `echo "at line ${line}" >&2\n${code}`);
    const result = await run('bash', ['-euo', 'pipefail', writeScript('page.sh', steps.join('\n'))]);
    expect(result.status, result.stdout.slice(-2000) + result.stderr.slice(-2000)).toBe(0);
  });
});

describe.runIf(canRun('python3-requests', python.missing))('Python snippets', { timeout }, () => {
  it.each(pagesWith('py'))('of %s work', async (page) => {
    for (const { code, line } of executed(page, 'py')) {
      const result = await run(python.command, [writeScript(`line-${line}.py`, code)]);
      expect(result, `${page}:${line} ${result.stderr}`).toMatchObject({ status: 0 });
    }
  });
});
