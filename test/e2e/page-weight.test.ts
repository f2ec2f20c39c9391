// SPDX-License-Identifier: Apache-2.0
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltPages, buildPages } from '../fixtures/built-pages.ts';
import { firstLoadLimitBytes, measureFirstLoad } from '../fixtures/first-load.ts';

const names = [
  'index.html',
  'docs.html',
  'instructions.html',
  'scores.html',
  'admin.html',
  'iframe.html',
  'playground.html',
];

let pages: BuiltPages;

beforeAll(async () => {
  pages = await buildPages();
});

afterAll(() => pages.remove());

const readPage = (name: string) => readFile(join(pages.dir, name), 'utf8');

test.each(names)('%s loads at most 100 kB of scripts and styles first', async (name) => {
  const { files, gzippedBytes } = await measureFirstLoad(pages.dir, name);
  console.info(`${name}: ${gzippedBytes} bytes gzipped in ${files} files`);
  expect(files).toBeGreaterThan(1);
  expect(gzippedBytes).toBeLessThanOrEqual(firstLoadLimitBytes);
});

test.each([...names, 'iframe-inert.html'])(
  '%s runs under a policy without inline code and stays on its origin',
  async (name) => {
    const html = await readPage(name);
    expect(html).not.toMatch(/<style|style=|\son\w+=|javascript:/);
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
    expect(html).not.toMatch(/(?:src|href)="(?!\/)/);
  },
);

test('the page of a key that opens nothing is hardly more than its message', async () => {
  const { files, gzippedBytes } = await measureFirstLoad(pages.dir, 'iframe-inert.html');
  expect(files).toBeGreaterThan(0);
  expect(gzippedBytes).toBeLessThan(firstLoadLimitBytes / 50);
});

test('no built file names another host', async () => {
  const assets = (await readdir(join(pages.dir, 'assets'))).filter((name) => /\.(js|css|svg)$/.test(name));
  expect(assets.length).toBeGreaterThan(0);
  for (const asset of assets) {
    const text = await readFile(join(pages.dir, 'assets', asset), 'utf8');
    const hosts = [...text.matchAll(/https?:\/\/([a-z0-9.-]+\.[a-z]{2,})/gi)].map(([, host]) => host);
    // The names of SVG and MathML are addresses that nobody fetches; those in .invalid are never anybody's.
    expect(hosts.filter((host) => host !== 'www.w3.org' && !host?.endsWith('.invalid'))).toEqual([]);
  }
});
