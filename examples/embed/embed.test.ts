// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findChromium } from '../../test/fixtures/chromium.ts';
import { type CompanyBackend, openBackend } from '../../test/fixtures/company-backend.ts';
import { freshenPages } from '../../test/fixtures/fresh-pages.ts';
import { canRun } from '../../test/fixtures/guards.ts';
import { launchChromium } from '../../test/fixtures/page-visit.ts';
import { type Receiver, startReceiver } from '../../test/fixtures/receiver.ts';
import { startTinyServer, type TinyServer } from '../../test/fixtures/tiny-server.ts';

const found = findChromium();
const photograph = resolve(import.meta.dirname, '../photos/melanoma-1.jpg');
const hourMs = 3_600_000;

interface Portal {
  /** With `localhost`, as it says itself. */
  readonly origin: string;
  output(): string;
  end(): Promise<void>;
}

/** Starts the example as its README says; the system chooses its port. */
async function startPortal(env: Readonly<Record<string, string>>): Promise<Portal> {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'server.mjs')], {
    env: { PATH: process.env['PATH'], PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => parts.push(text));
  const output = () => parts.join('');
  await vi.waitFor(() => expect(output()).toContain('http://localhost:'), { timeout: 120_000 });
  return {
    origin: /http:\/\/localhost:\d+/.exec(output())?.[0] ?? '',
    output,
    async end() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

describe.runIf(canRun('chromium', found.missing))('the examples of embedding', () => {
  let tiny: TinyServer;
  let browser: Browser;
  let backend: CompanyBackend;
  let portal: Portal;

  beforeAll(async () => {
    await freshenPages();
    [tiny, browser] = await Promise.all([
      startTinyServer({ OPENDERM_QUALITY_THRESHOLD: '0' }),
      launchChromium(found.path),
    ]);
    backend = await openBackend({ origin: tiny.origin, store: tiny.server.device.store });
    portal = await startPortal({ DEVICE_ORIGIN: tiny.origin, COMPANY_TOKEN: backend.token });
    await tiny.server.device.store.companies.change(backend.company.id, (company) => ({
      ...company,
      allowedOrigins: [portal.origin],
    }));
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.end();
    await tiny?.close();
  });

  /** The page of ours says that a report is there, as it does before it asks what severity needs. */
  async function completeAnalysis(page: Page, id: string): Promise<void> {
    const told = JSON.stringify({ message: 'analysis_completed', id, payload: null });
    await page.frame({ url: /\/iframe\?/ })?.evaluate(`parent.postMessage(${told}, '*')`);
  }

  async function makeReport(): Promise<string> {
    const data = readFileSync(photograph, 'base64');
    const made = await backend.create({ bodySite: 'trunkFront', images: [data] });
    expect(made.status, made.text).toBe(200);
    return made.body.data.id;
  }

  test('plain HTML: the portal shows the page, and its backend fetches the report that was made', async () => {
    const page = await browser.newPage();
    await page.goto(portal.origin);
    await page.getByText('Please answer the questions below.').waitFor();
    await page.frameLocator('openderm-frame iframe').getByRole('checkbox').waitFor();
    const id = await makeReport();
    await completeAnalysis(page, id);
    await page.getByText('Your clinician has the report. Please go on below.').waitFor();
    await expect.poll(() => portal.output()).toContain('belongs into the record');
    await completeAnalysis(page, 'made-up');
    await page.getByText('could not be handed over').waitFor();
    await page.close();
  });

  test('plain HTML: a key that has expired is replaced, once', async () => {
    const page = await browser.newPage();
    const keys: string[] = [];
    await page.route('**/app-keys', async (route) => {
      keys.push('asked');
      await (keys.length === 1 ? route.fulfill({ json: { appKey: 'expired' } }) : route.continue());
    });
    await page.goto(portal.origin);
    await page.getByText('Please answer the questions below.').waitFor();
    expect(keys).toHaveLength(2);
    await page.close();
  });

  test('React: the component shows the page, tells of the report, and asks for another key', async () => {
    const script = await bundleComponent();
    let host: Receiver | undefined;
    try {
      host = await startReceiver((response, { path }) => {
        const isScript = path === '/host.js';
        response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
        response.end(
          isScript ? script : '<!doctype html><div></div><script type="module" src="/host.js"></script>',
        );
      });
      const { store } = tiny.server.device;
      const { company } = await openBackend(
        { origin: tiny.origin, store },
        { allowedOrigins: [host.origin] },
      );
      const key = randomUUID().replaceAll('-', '').repeat(2);
      const createdAtMs = Date.now();
      const expiresAtMs = createdAtMs + hourMs;
      await store.companies.addAppKey({ key, companyId: company.id, createdAtMs, expiresAtMs });
      const page = await browser.newPage();
      await page.goto(`${host.origin}/?${new URLSearchParams({ server: tiny.origin, key })}`);
      const frame = page.frameLocator('openderm-frame iframe');
      await frame.getByRole('checkbox').waitFor();
      expect(await frame.locator('html').getAttribute('lang')).toBe('fr');
      await completeAnalysis(page, 'the-id');
      await expect.poll(() => page.evaluate('window.told')).toEqual(['invalid key', 'report the-id']);
      await page.close();
    } finally {
      await host?.close();
    }
  });
});

/** The component in a page of its own: it begins with a key that opens nothing. */
async function bundleComponent(): Promise<string> {
  const entry = join(import.meta.dirname, 'host.ts');
  const source = `
    import { createElement, useState } from 'react';
    import { render } from 'preact';
    import { SkinPhotographs } from ${JSON.stringify(join(import.meta.dirname, 'react.tsx'))};
    const { server, key } = Object.fromEntries(new URLSearchParams(location.search));
    window.told = [];
    function Host() {
      const [appKey, setAppKey] = useState('expired');
      return createElement(SkinPhotographs, {
        server, appKey, locale: 'fr',
        onReport: (id) => window.told.push('report ' + id),
        onInvalidKey: () => { window.told.push('invalid key'); setAppKey(key); },
      });
    }
    render(createElement(Host, {}), document.querySelector('div'));`;
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { react: 'preact/compat' } },
    plugins: [
      {
        name: 'host',
        resolveId: (id) => (id === entry ? entry : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'host' } },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  return outputs.flatMap((each) => (each.type === 'chunk' ? [each.code] : [])).join('\n');
}
