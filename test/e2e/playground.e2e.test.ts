// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../fixtures/chromium.ts';
import { openBackend } from '../fixtures/company-backend.ts';
import { findBarriers } from '../fixtures/find-barriers.ts';
import { freshenPages } from '../fixtures/fresh-pages.ts';
import { canRun } from '../fixtures/guards.ts';
import { launchChromium, type Visit, type VisitOptions, visit } from '../fixtures/page-visit.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

const found = findChromium();
const desktop = { widthPx: 1280, heightPx: 900 };
const hourMs = 3_600_000;
/** The browser's remark on a frame of the page's own origin. Only here are page and frame both ours. */
const ofOneOrigin = 'has both allow-scripts and allow-same-origin for its sandbox attribute';
/** A page that nobody may frame is given the time that a slow line takes. */
const silenceMs = 60_000;

describe.runIf(canRun('chromium', found.missing))('the playground', () => {
  let tiny: TinyServer;
  let browser: Browser;

  beforeAll(async () => {
    await freshenPages();
    [tiny, browser] = await Promise.all([startTinyServer(), launchChromium(found.path)]);
  });

  afterAll(async () => {
    await browser?.close();
    await tiny?.close();
  });

  /** A key of a company that lets these origins frame its page. */
  async function makeKey(allowedOrigins: readonly string[]): Promise<string> {
    const { store } = tiny.server.device;
    const { company } = await openBackend({ origin: tiny.origin, store }, { allowedOrigins });
    const key = randomUUID().replaceAll('-', '').repeat(2);
    const createdAtMs = Date.now();
    const expiresAtMs = createdAtMs + hourMs;
    await store.companies.addAppKey({ key, companyId: company.id, createdAtMs, expiresAtMs });
    return key;
  }

  async function during(options: VisitOptions, act: (visit: Visit) => Promise<void>): Promise<void> {
    const visitor = await visit(browser, tiny.origin, options);
    try {
      await visitor.page.goto('/playground');
      await act(visitor);
    } finally {
      await visitor.end();
    }
  }

  test('shows the real page with what was chosen, and what it tells', async () => {
    const key = await makeKey([tiny.origin]);
    await during(desktop, async ({ page, troubles }) => {
      await page.getByRole('button', { name: 'Show the page' }).click();
      await page.getByText('Type an app key first.').waitFor();
      await page.getByLabel('App key').fill(key);
      await page.getByLabel(/^Language locale/).selectOption('de');
      await page.getByLabel(/^Words for patients/).check();
      await page.getByLabel(/^Show the result/).uncheck();
      await page.getByLabel(/^Main colour/).fill('#0b6660');
      await page.getByRole('button', { name: 'Show the page' }).click();
      const log = page.getByRole('log');
      await log.getByText('openderm_ready').waitFor();
      await log.getByText('"welcome"').waitFor();
      const frame = page.frameLocator('iframe');
      expect(await frame.locator('html').getAttribute('lang')).toBe('de');
      const address = `${tiny.origin}/iframe?company=${key}&locale=de&isForPatient=1&enableResult=0&primary=%230b6660`;
      expect(await page.locator('iframe').getAttribute('src')).toBe(address);
      expect(await page.locator('figure', { hasText: 'Address' }).locator('code').textContent()).toBe(
        address,
      );
      await page.getByLabel(/^Words for patients/).uncheck();
      await page.getByText('The settings have changed since.').waitFor();
      expect(troubles.filter((trouble) => !trouble.includes(ofOneOrigin))).toEqual([]);
    });
  });

  test('keeps the key in memory alone', async () => {
    await during(desktop, async ({ page }) => {
      await page.getByLabel('App key').fill('a-key-of-mine');
      const kept = await page.evaluate(
        'JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie, location.href])',
      );
      expect(kept).not.toContain('a-key-of-mine');
      await page.reload();
      expect(await page.getByLabel('App key').inputValue()).toBe('');
    });
  });

  test('says what is wrong with a key, a colour and data of one’s own', async () => {
    await during(desktop, async ({ page }) => {
      await page.getByLabel('App key').fill('never-registered');
      await page.getByLabel(/^Main colour/).fill('sky blue');
      await page.getByText('Expected three or six hexadecimal digits.').waitFor();
      await page.getByLabel(/^Your own data/).fill('{"ward": 4');
      await page.getByText('Expected a JSON object in braces.').waitFor();
      await page.getByRole('button', { name: 'Show the page' }).click();
      await page.getByText('This key opens nothing.').waitFor();
    });
  });

  test('says how to allow its origin where the company does not', { timeout: 2 * silenceMs }, async () => {
    const key = await makeKey(['https://clinic.example']);
    await during(desktop, async ({ page }) => {
      await page.getByLabel('App key').fill(key);
      await page.getByRole('button', { name: 'Show the page' }).click();
      await page.getByText('The page says nothing.').waitFor({ timeout: silenceMs });
      await page.getByText(`openderm company set COMPANY --origins "${tiny.origin}"`).waitFor();
    });
  });

  test('writes code for every place, with what was chosen and without the key', async () => {
    await during(desktop, async ({ page }) => {
      await page.getByLabel('App key').fill('a-key-of-mine');
      await page.getByLabel(/^Your own data/).fill('{"ward": "<4>"}');
      const expected = {
        HTML: [`${tiny.origin}/embed/openderm.js`, 'extraData="{&quot;ward&quot;: &quot;&lt;4>&quot;}"'],
        React: ['onanalysis_completed', 'company={appKey}'],
        iframe: ['allow="camera"', 'source !== frame.contentWindow'],
        iOS: ['name: "bridge"', 'extraData=%7B%22ward%22'],
        Android: ['"legitHealthJsObject"', 'isMainFrame'],
      };
      for (const [kind, parts] of Object.entries(expected)) {
        await page.getByRole('radio', { name: kind }).check();
        const code = await page
          .getByRole('region', { name: 'Code' })
          .locator('figure')
          .last()
          .locator('pre')
          .textContent();
        for (const part of parts) expect(code, kind).toContain(part);
        expect(code, kind).not.toContain('a-key-of-mine');
      }
    });
  });

  test('speaks Spanish, fits a small phone, and keeps nobody out', async () => {
    const key = await makeKey([tiny.origin]);
    const small = { widthPx: 320, heightPx: 640, colourScheme: 'dark', language: 'es-ES' } as const;
    await during(small, async ({ page, overflowPx }) => {
      await page.getByRole('heading', { name: 'Pruebas', level: 1 }).waitFor();
      await page.locator('html[lang=es]').waitFor({ state: 'attached' });
      await page.getByLabel('Clave de aplicación').fill(key);
      await page.getByRole('button', { name: 'Mostrar la página' }).click();
      await page.getByRole('log').getByText('openderm_ready').waitFor();
      expect(await overflowPx()).toBeLessThanOrEqual(0);
      expect(await findBarriers(page)).toEqual([]);
    });
  });
});
