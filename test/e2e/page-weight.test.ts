// SPDX-License-Identifier: Apache-2.0
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltPages, buildPages } from '../fixtures/built-pages.ts';

/** What an old phone on a slow line should have to fetch before it sees something. @source design.md section 3: first load */
const firstLoadLimitBytes = 100_000;

let pages: BuiltPages;

beforeAll(async () => {
  pages = await buildPages();
});

afterAll(() => pages.remove());

const readPage = (name: string) => readFile(join(pages.dir, name), 'utf8');

async function gzippedBytes(path: string): Promise<number> {
  return gzipSync(await readFile(join(pages.dir, path))).length;
}

test.each(['index.html', 'docs.html', 'instructions.html', 'scores.html'])(
  '%s loads at most 100 kB of scripts and styles first',
  async (name) => {
    const html = await readPage(name);
    const paths = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(
      ([, path]) => path ?? '',
    );
    const sizes = await Promise.all(paths.map(gzippedBytes));
    const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
    console.info(`${name}: ${totalBytes} bytes gzipped in ${paths.length} files`);
    expect(paths.length).toBeGreaterThan(1);
    expect(totalBytes).toBeLessThanOrEqual(firstLoadLimitBytes);
  },
);

test.each(['index.html', 'docs.html', 'instructions.html', 'scores.html'])(
  '%s runs under a policy without inline code and stays on its origin',
  async (name) => {
    const html = await readPage(name);
    expect(html).not.toMatch(/<style|style=|\son\w+=|javascript:/);
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
    expect(html).not.toMatch(/(?:src|href)="(?!\/)/);
  },
);

test('no built file names another host', async () => {
  const assets = (await readdir(join(pages.dir, 'assets'))).filter((name) => /\.(js|css|svg)$/.test(name));
  for (const asset of assets) {
    const text = await readFile(join(pages.dir, 'assets', asset), 'utf8');
    const hosts = [...text.matchAll(/https?:\/\/([a-z0-9.-]+\.[a-z]{2,})/gi)].map(([, host]) => host);
    // The names of SVG and MathML are addresses that nobody fetches.
    expect(hosts.filter((host) => host !== 'www.w3.org')).toEqual([]);
  }
});
