// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../fixtures/chromium.ts';
import { openBackend } from '../fixtures/company-backend.ts';
import { type EmbeddingSite, startEmbeddingSite, type Told } from '../fixtures/embedding-site.ts';
import { freshenPages } from '../fixtures/fresh-pages.ts';
import { canRun } from '../fixtures/guards.ts';
import { launchChromium } from '../fixtures/page-visit.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

const found = findChromium();
const hourMs = 3_600_000;

// These run in the browser, whose types this side of the test does not know.
const heightPx = (element: unknown) => (element as { clientHeight: number }).clientHeight;
const leadAway = (frame: unknown, address: string) => {
  (frame as { src: string }).src = address;
};

describe.runIf(canRun('chromium', found.missing))('the loader on a site of another origin', () => {
  let tiny: TinyServer;
  let browser: Browser;
  let site: EmbeddingSite;
  let stranger: EmbeddingSite;
  let companyId: string;

  beforeAll(async () => {
    await freshenPages();
    [tiny, browser] = await Promise.all([startTinyServer(), launchChromium(found.path)]);
    [site, stranger] = await Promise.all([startEmbeddingSite(tiny.origin), startEmbeddingSite(tiny.origin)]);
    const { store } = tiny.server.device;
    const backend = await openBackend({ origin: tiny.origin, store }, { allowedOrigins: [site.origin] });
    companyId = backend.company.id;
  });

  afterAll(async () => {
    await browser?.close();
    await Promise.all([site?.close(), stranger?.close(), tiny?.close()]);
  });

  async function makeKey(): Promise<string> {
    const key = randomUUID().replaceAll('-', '').repeat(2);
    const createdAtMs = Date.now();
    const expiresAtMs = createdAtMs + hourMs;
    await tiny.server.device.store.companies.addAppKey({ key, companyId, createdAtMs, expiresAtMs });
    return key;
  }

  /** Opens a page in a browser of its own, and fails for what its console complains about. */
  async function during(address: string, act: (page: Page) => Promise<void>): Promise<readonly string[]> {
    const context = await browser.newContext({ viewport: { width: 800, height: 900 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    try {
      await page.goto(address);
      await act(page);
      return complaints;
    } finally {
      await context.close();
    }
  }

  const toldOn = (page: Page) => page.evaluate<readonly Told[]>('window.told');
  // The site's policy forbids what Playwright's own waiting does: evaluating text inside the page.
  const until = (page: Page, condition: string) =>
    expect.poll(() => page.evaluate<boolean>(condition), { timeout: 20_000, message: condition }).toBe(true);
  const whenTold = (page: Page, type: string) =>
    until(page, `window.told.some((each) => each.type === '${type}')`);
  /** Long enough for a message that was posted to have arrived: another one, posted later, has. */
  async function afterMessages(page: Page): Promise<void> {
    await page.evaluate(`new Promise((resolve) => {
      addEventListener('message', ({ data }) => data === 'last' && resolve());
      postMessage('last', '*');
    })`);
  }
  const element = (key: string, more = '') =>
    `<main><openderm-frame company="${key}" ${more}></openderm-frame></main>`;

  test('is one small file that any origin may load and keep for a while', async () => {
    const answer = await fetch(`${tiny.origin}/embed/openderm.js`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': expect.stringMatching(/^(text|application)\/javascript/),
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
      'x-content-type-options': 'nosniff',
      etag: expect.any(String),
    });
    const script = await answer.text();
    expect(script).not.toMatch(/\bimport\s*[({'"]|\bfrom\s*['"`]/);
    expect(script.length).toBeLessThan(10_000);
  });

  test('frames the page of its own server, may nothing more than that needs, and tells what it says', async () => {
    const key = await makeKey();
    const complaints = await during(
      site.page(element(key, 'locale="es" isForPatient enableResult="0"')),
      async (page) => {
        await whenTold(page, 'openderm_ready');
        await whenTold(page, 'openderm_height');
        const frame = page.locator('openderm-frame iframe');
        const named = ['allow', 'sandbox', 'referrerpolicy', 'title'] as const;
        const attributes = await Promise.all(named.map((name) => frame.getAttribute(name)));
        expect(attributes).toEqual([
          'camera',
          'allow-scripts allow-same-origin allow-forms allow-popups',
          'no-referrer',
          'Fotografías de la piel',
        ]);
        const { origin, pathname, searchParams } = new URL((await frame.getAttribute('src')) ?? '');
        expect(origin + pathname).toBe(`${tiny.origin}/iframe`);
        const asked = { company: key, locale: 'es', isForPatient: '1', enableResult: '0' };
        expect(Object.fromEntries(searchParams)).toEqual(asked);
        expect(await page.frameLocator('openderm-frame iframe').locator('html').getAttribute('lang')).toBe(
          'es',
        );
        const told = await toldOn(page);
        expect(told.find(({ type }) => type === 'openderm_step')?.detail).toEqual({
          id: null,
          payload: 'welcome',
        });
      },
    );
    expect(complaints).toEqual([]);
  });

  test('is as tall as the page asks for, within reason, or as what it stands in', async () => {
    await during(site.page(element(await makeKey())), async (page) => {
      await whenTold(page, 'openderm_height');
      const frame = page.frame({ url: /\/iframe\?/ });
      const tell = async (payload: unknown) => {
        const message = JSON.stringify({ message: 'openderm_height', id: null, payload });
        // The page stops telling its own height, so that the one told here is the last.
        await frame?.evaluate(
          `document.body.replaceChildren(); parent.postMessage(${message}, '${site.origin}')`,
        );
        await afterMessages(page);
        return page.locator('openderm-frame').evaluate(heightPx);
      };
      await expect.poll(() => tell(1234.2)).toBe(1235);
      await expect.poll(() => tell(3)).toBe(480);
      await expect.poll(() => tell(1e9)).toBe(20_000);
      expect(await tell('900px')).toBe(20_000);
      expect(await tell(-1)).toBe(20_000);
    });
    const filling = `document.querySelector('div').style.height = '321px';`;
    const body = `<div><openderm-frame company="${await makeKey()}" sizing="fill"></openderm-frame></div>`;
    await during(site.page(body, filling), async (page) => {
      await whenTold(page, 'openderm_height');
      expect((await page.locator('openderm-frame iframe').boundingBox())?.height).toBe(321);
    });
  });

  test('believes no message of another window or another origin, and none of another form', async () => {
    const forged = `const message = { message: 'analysis_completed', id: 'forged', payload: null };`;
    const body = `${element(await makeKey())}<iframe id="other" src="SERVER/iframe?company=nobody"></iframe>`;
    const heard = `window.heard = []; addEventListener('message', ({ origin, data }) => window.heard.push({ origin, data }));`;
    await during(site.page(body, heard), async (page) => {
      await whenTold(page, 'openderm_ready');
      // The right origin, another window: the second frame really says this.
      await until(
        page,
        `window.heard.some(({ data }) => data.message === 'invalid_company_key' && data.id === 'nobody')`,
      );
      // The host's own window, and a frame of its own.
      await page.evaluate(`${forged} postMessage(message, '*')`);
      const framed = page.frame({ url: /\/iframe\?/ });
      // The right window and origin, other forms.
      await framed?.evaluate(`for (const data of [
        'analysis_completed', null, 7, [], { message: 'analysis_completed' },
        { message: 'analysis_completed', id: '' }, { message: 'analysis_completed', id: 7 },
        { message: 'analysis_completed', id: null }, { message: 'image_rejected', id: null, payload: 'dark' },
        { message: 'openderm_step', id: null, payload: {} }, { message: 'constructor', id: null, payload: null },
        { message: 'openderm_error', id: null },
      ]) parent.postMessage(data, '*')`);
      await afterMessages(page);
      const told = (await toldOn(page)).map(({ type }) => type);
      expect(new Set(told)).toEqual(new Set(['openderm_ready', 'openderm_step', 'openderm_height']));
      // The right window, another origin: the frame was led away.
      const elsewhere = stranger.page('', `${forged} parent.postMessage(message, '*');`);
      await page.locator('openderm-frame iframe').evaluate(leadAway, elsewhere);
      await until(page, `window.heard.some(({ origin }) => origin === '${stranger.origin}')`);
      expect((await toldOn(page)).filter(({ type }) => type === 'analysis_completed')).toEqual([]);
    });
  });

  test('hears the right window and origin say that a report is there', async () => {
    await during(site.page(element(await makeKey())), async (page) => {
      await whenTold(page, 'openderm_ready');
      const told = { message: 'analysis_completed', id: 'an/id+of=a', payload: null };
      await page
        .frame({ url: /\/iframe\?/ })
        ?.evaluate(`parent.postMessage(${JSON.stringify(told)}, '${site.origin}')`);
      await whenTold(page, 'analysis_completed');
      expect((await toldOn(page)).at(-1)).toEqual({
        type: 'analysis_completed',
        detail: { id: told.id, payload: null },
      });
    });
  });

  test('says when a key opens nothing, and shows the page once it is given another', async () => {
    await during(site.page(element('expired')), async (page) => {
      await whenTold(page, 'invalid_company_key');
      expect((await toldOn(page)).map(({ type, detail }) => [type, detail.id])).toEqual([
        ['invalid_company_key', 'expired'],
      ]);
      const key = await makeKey();
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.isNavigationRequest()) asked.push(request.url());
      });
      await page.evaluate(`{
        const element = document.querySelector('openderm-frame');
        element.setAttribute('locale', 'fr');
        element.setAttribute('company', '${key}');
        element.setAttribute('primary', '0b6660');
      }`);
      await whenTold(page, 'openderm_ready');
      expect(asked).toEqual([`${tiny.origin}/iframe?company=${key}&primary=0b6660&locale=fr`]);
      expect(await page.locator('openderm-frame iframe').count()).toBe(1);
    });
  });

  test('waits for a key, and ends with its element', async () => {
    await during(site.page('<main><openderm-frame></openderm-frame></main>'), async (page) => {
      await until(page, `customElements.get('openderm-frame') !== undefined`);
      expect(await page.locator('openderm-frame iframe').count()).toBe(0);
      const key = await makeKey();
      await page.evaluate(`document.querySelector('openderm-frame').setAttribute('company', '${key}')`);
      await whenTold(page, 'openderm_ready');
      const count = (await toldOn(page)).length;
      await page.evaluate(`{
        window.gone = document.querySelector('openderm-frame');
        window.gone.remove();
      }`);
      expect(await page.evaluate(`window.gone.shadowRoot.querySelector('iframe')`)).toBe(null);
      await page.evaluate(`document.body.append(window.gone)`);
      await until(page, `window.told.filter(({ type }) => type === 'openderm_ready').length === 2`);
      expect((await toldOn(page)).length).toBeGreaterThan(count);
    });
  });

  test('a stranger who frames the page of a company hears nothing but silence', async () => {
    const script = `
      import { mountFrame } from 'SERVER/embed/openderm.js';
      window.said = []; window.heard = [];
      addEventListener('message', ({ origin }) => window.heard.push(origin));
      mountFrame(document.body, {
        parameters: { company: '${await makeKey()}', extraData: { visit: 7 }, forcedScoringSystems: ['pasi', 'dlqi'] },
        patienceMs: 1500,
        onMessage: (message) => window.said.push(message),
      });`;
    await during(stranger.page('', script), async (page) => {
      await until(page, `window.said.length > 0`);
      expect(await page.evaluate('window.said')).toEqual([
        { message: 'openderm_error', id: null, payload: 'no_answer' },
      ]);
      expect(await page.evaluate('window.heard')).toEqual([]);
      const src = new URL((await page.locator('iframe').getAttribute('src')) ?? '');
      expect(src.searchParams.get('extraData')).toBe('{"visit":7}');
      expect(src.searchParams.get('forcedScoringSystems')).toBe('pasi,dlqi');
    });
  });

  test.each([
    ['javascript:alert(1)', ''],
    ['', 'https://stranger.example/iframe?companyId=c&diagnosticReportId=r'],
  ])('shows nothing for server="%s" report-url="%s", and says so', async (server, reportUrl) => {
    const attributes = [server && `server="${server}"`, reportUrl && `report-url="${reportUrl}"`];
    const complaints = await during(site.page(element('key', attributes.join(' '))), async (page) => {
      await whenTold(page, 'openderm_error');
      expect((await toldOn(page)).map(({ detail }) => detail.payload)).toEqual(['bad_address']);
      expect(await page.locator('openderm-frame iframe').count()).toBe(0);
    });
    expect(complaints).toEqual([expect.stringMatching(/^OpenDerm: Expected /)]);
  });
});
