// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../fixtures/chromium.ts';
import {
  afterMessages,
  type EmbeddingDesk,
  elementWith,
  framedIn,
  startEmbeddingDesk,
  toldOn,
  until,
  whenTold,
} from '../fixtures/embedding-desk.ts';
import { canRun } from '../fixtures/guards.ts';

const found = findChromium();

// This runs in the browser, whose types this side of the test does not know.
const heightPx = (element: unknown) => (element as { clientHeight: number }).clientHeight;

describe.runIf(canRun('chromium', found.missing))('the loader on a site of another origin', () => {
  let desk: EmbeddingDesk;

  beforeAll(async () => {
    desk = await startEmbeddingDesk();
  });

  afterAll(() => desk?.close());

  test('is one small file that any origin may load and keep for a while', async () => {
    const answer = await fetch(`${desk.tiny.origin}/embed/openderm.js`);
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

  test('leaves the portal its focus, and shows each step from its beginning', async () => {
    const around = `<input id="own" autofocus />${elementWith(await desk.makeKey())}<pre>${'\n'.repeat(200)}</pre>`;
    const complaints = await desk.during(desk.site.page(around), async (page) => {
      await whenTold(page, 'openderm_step');
      const screen = page.locator('openderm-frame iframe').contentFrame();
      await screen.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.evaluate('document.activeElement.id')).toBe('own');
      await screen.getByRole('checkbox').check();
      await page.evaluate('scrollTo(0, 300)');
      await screen.getByTestId('next').click();
      await screen.locator('main[data-step=concern]').waitFor();
      const top = `document.querySelector('openderm-frame').getBoundingClientRect().top`;
      await until(page, `Math.abs(${top}) < 1`);
      expect(await screen.locator('h1:focus').count()).toBe(1);
    });
    expect(complaints).toEqual([]);
  });

  test('frames the page of its own server, may nothing more than that needs, and tells what it says', async () => {
    const key = await desk.makeKey();
    const complaints = await desk.during(
      desk.site.page(elementWith(key, 'locale="es" isForPatient enableResult="0"')),
      async (page) => {
        await whenTold(page, 'openderm_height');
        await whenTold(page, 'openderm_step');
        const frame = page.locator('openderm-frame iframe');
        const named = ['allow', 'sandbox', 'referrerpolicy', 'title'] as const;
        const attributes = await Promise.all(named.map((name) => frame.getAttribute(name)));
        expect(attributes).toEqual([
          'camera',
          'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox',
          'no-referrer',
          'Fotografías de la piel',
        ]);
        const { origin, pathname, searchParams } = new URL((await frame.getAttribute('src')) ?? '');
        expect(origin + pathname).toBe(`${desk.tiny.origin}/iframe`);
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
    await desk.during(desk.site.page(elementWith(await desk.makeKey())), async (page) => {
      await whenTold(page, 'openderm_height');
      const frame = framedIn(page);
      // The page has told its last height when what it observes has gone: those told here come after it.
      await frame?.evaluate(`new Promise((resolve) => {
        document.body.replaceChildren();
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
      })`);
      const tell = async (payload: unknown) => {
        const message = JSON.stringify({ message: 'openderm_height', id: null, payload });
        await frame?.evaluate(`parent.postMessage(${message}, '${desk.site.origin}')`);
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
    const body = `<div><openderm-frame company="${await desk.makeKey()}" sizing="fill"></openderm-frame></div>`;
    await desk.during(desk.site.page(body, filling), async (page) => {
      await whenTold(page, 'openderm_height');
      expect((await page.locator('openderm-frame iframe').boundingBox())?.height).toBe(321);
    });
  });

  test('says when a key opens nothing, and shows the page once it is given another', async () => {
    await desk.during(desk.site.page(elementWith('expired')), async (page) => {
      await whenTold(page, 'invalid_company_key');
      expect((await toldOn(page)).map(({ type, detail }) => [type, detail.id])).toEqual([
        ['invalid_company_key', 'expired'],
      ]);
      const key = await desk.makeKey();
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
      expect(asked).toEqual([`${desk.tiny.origin}/iframe?company=${key}&primary=0b6660&locale=fr`]);
      expect(await page.locator('openderm-frame iframe').count()).toBe(1);
    });
  });

  test('waits for a key, and ends with its element', async () => {
    await desk.during(desk.site.page('<main><openderm-frame></openderm-frame></main>'), async (page) => {
      await until(page, `customElements.get('openderm-frame') !== undefined`);
      expect(await page.locator('openderm-frame iframe').count()).toBe(0);
      const key = await desk.makeKey();
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

  test('shrinks again when a step is shorter than the one before', async () => {
    await desk.during(desk.site.page(elementWith(await desk.makeKey())), async (page) => {
      await framedIn(page)?.getByRole('checkbox').waitFor();
      await whenTold(page, 'openderm_height');
      const heightNow = () => page.locator('openderm-frame').evaluate(heightPx);
      const before = await heightNow();
      await framedIn(page)?.evaluate(`{
        const tall = document.createElement('div');
        tall.id = 'tall';
        tall.style.height = '2000px';
        document.querySelector('main').append(tall);
      }`);
      await expect.poll(heightNow).toBeGreaterThan(before + 1900);
      await framedIn(page)?.evaluate(`document.querySelector('#tall').remove()`);
      await expect.poll(heightNow).toBeLessThan(before + 50);
    });
  });
});
