// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../fixtures/chromium.ts';
import { openBackend } from '../fixtures/company-backend.ts';
import { freshenPages } from '../fixtures/fresh-pages.ts';
import { canRun } from '../fixtures/guards.ts';
import { launchChromium } from '../fixtures/page-visit.ts';
import { readSnippets } from '../fixtures/read-snippets.ts';
import { type Receiver, startReceiver } from '../fixtures/receiver.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

/*
 * The guide's shell snippets are typed by documents.e2e.test.ts. Its pages are opened here, each on a site of another
 * origin, with nothing replaced but the server's address and the key.
 */
const found = findChromium();
const guide = join(import.meta.dirname, '../../docs/guides/embedding.md');
const snippets = readSnippets(guide).filter(({ language }) => language === 'html');
const hourMs = 3_600_000;

describe.runIf(canRun('chromium', found.missing))('the pages of the guide to embedding', () => {
  let tiny: TinyServer;
  let browser: Browser;
  let site: Receiver;
  let shown = '';
  let makeKey: () => Promise<string>;

  beforeAll(async () => {
    await freshenPages();
    [tiny, browser] = await Promise.all([startTinyServer(), launchChromium(found.path)]);
    site = await startReceiver((response, { method, path }) => {
      if (method === 'GET' && path === '/') response.setHeader('content-type', 'text/html').end(shown);
      else if (path === '/app-keys') makeKey().then((appKey) => response.end(JSON.stringify({ appKey })));
      else response.writeHead(204).end();
    });
    const { store } = tiny.server.device;
    const { company } = await openBackend(
      { origin: tiny.origin, store },
      { allowedOrigins: [site.origin.replace('127.0.0.1', 'localhost')] },
    );
    makeKey = async () => {
      const key = randomUUID().replaceAll('-', '').repeat(2);
      const createdAtMs = Date.now();
      const expiresAtMs = createdAtMs + hourMs;
      await store.companies.addAppKey({ key, companyId: company.id, createdAtMs, expiresAtMs });
      return key;
    };
  });

  afterAll(async () => {
    await browser?.close();
    await Promise.all([tiny?.close(), site?.close()]);
  });

  async function open(code: string, key: string): Promise<Page> {
    const local = code.replaceAll('http://127.0.0.1:8080', tiny.origin).replaceAll('APP_KEY', key);
    shown = `<!doctype html><html lang="en"><title>Portal</title><body>${local}</body></html>`;
    const page = await browser.newPage();
    await page.goto(site.origin.replace('127.0.0.1', 'localhost'));
    return page;
  }

  async function tell(page: Page, told: object): Promise<void> {
    const frame = page.frame({ url: /\/iframe\?/ });
    await frame?.evaluate(`parent.postMessage(${JSON.stringify(told)}, '*')`);
  }

  /** The page of ours says that a report is there, as it does before it asks what severity needs. */
  async function completeAnalysis(page: Page): Promise<void> {
    await tell(page, { message: 'analysis_completed', id: 'the-id', payload: null });
  }

  const snippetWith = (part: string) => snippets.find(({ code }) => code.includes(part))?.code ?? '';

  test('there are three', () => {
    expect(snippets).toHaveLength(3);
  });

  test('the element shows the page, and its events reach the portal', async () => {
    const page = await open(snippetWith('<openderm-frame'), 'expired');
    // The guide's own listener brings a key that opens something.
    await page.frameLocator('openderm-frame iframe').getByRole('checkbox').waitFor();
    await completeAnalysis(page);
    await expect
      .poll(() => site.received.find(({ path }) => path === '/reports')?.body)
      .toBe('{"id":"the-id"}');
    await page.close();
  });

  test('the function shows the page, tells, and takes it away', async () => {
    const page = await open(snippetWith('mountFrame'), await makeKey());
    const logged: string[] = [];
    page.on('console', (message) => logged.push(message.text()));
    await page.frameLocator('#skin iframe').getByRole('checkbox').waitFor();
    await completeAnalysis(page);
    await expect.poll(() => logged).toContain('analysis_completed the-id null');
    // Questions and their answers come after the report.
    expect(await page.locator('#skin iframe').count()).toBe(1);
    await tell(page, { message: 'openderm_step', id: null, payload: 'done' });
    await page.locator('#skin iframe').waitFor({ state: 'detached' });
    await page.close();
  });

  test('a frame of the portal’s own hears the page, and no forged message', async () => {
    const page = await open(snippetWith('<iframe'), await makeKey());
    const logged: string[] = [];
    page.on('console', (message) => logged.push(message.text()));
    await page.frameLocator('#skin').getByRole('checkbox').waitFor();
    await page.evaluate(`postMessage({ message: 'analysis_completed', id: 'forged', payload: null }, '*')`);
    await completeAnalysis(page);
    await expect.poll(() => logged).toContain('the-id');
    expect(logged).not.toContain('forged');
    await page.close();
  });
});
