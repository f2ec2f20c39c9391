// SPDX-License-Identifier: Apache-2.0
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../fixtures/chromium.ts';
import { phone, visitFramed } from '../fixtures/framed-visit.ts';
import { canRun } from '../fixtures/guards.ts';
import { type Heard, type HostPage, startHostPage } from '../fixtures/host-page.ts';
import { type IframeDesk, startIframeDesk } from '../fixtures/iframe-desk.ts';
import { stepOf, waitForStep, walkTo } from '../fixtures/iframe-walk.ts';
import { visit } from '../fixtures/page-visit.ts';

const found = findChromium();

/** What somebody may send who hopes that the page listens. */
const forged = [
  { message: 'analysis_completed', id: 'forged', payload: null },
  { message: 'openderm_step', id: null, payload: 'result' },
  { message: 'openderm_restart', id: null, payload: null },
  { message: '__proto__', id: 'constructor', payload: { __proto__: { isForPatient: false } } },
  { type: 'draft', handle: 'openderm_nonsense', step: 'result' },
  'result',
  null,
  42,
];

describe.runIf(canRun('chromium', found.missing))('strangers around the page', () => {
  let desk: IframeDesk;
  let stranger: HostPage;

  beforeAll(async () => {
    [desk, stranger] = await Promise.all([startIframeDesk(), startHostPage()]);
  });

  afterAll(async () => {
    await desk?.close();
    await stranger?.close();
  });

  /** A visit to a page of the stranger's, with what it asked our server for. */
  async function visitStranger(address: string) {
    const visitor = await visit(desk.browser, desk.tiny.origin, { ...phone, hostOrigin: stranger.origin });
    const calls = recordCalls(visitor.page);
    await visitor.page.goto(address, { waitUntil: 'load' });
    return { ...visitor, calls, heard: () => visitor.page.evaluate<readonly Heard[]>('window.heard') };
  }

  test('a page that is not on the list shows nothing, hears nothing and begins nothing', async () => {
    const { page, calls, heard, end } = await visitStranger(stranger.showing(await desk.makeAddress()));
    await page.waitForFunction('window.frames.length === 1');
    expect(page.frames().map((frame) => frame.url())).not.toContainEqual(
      expect.stringContaining(`${desk.tiny.origin}/iframe?`),
    );
    expect([calls, await heard()]).toEqual([[], []]);
    await end();
  });

  test('nor does a page around a host that is on the list', async () => {
    const inner = desk.host.showing(await desk.makeAddress());
    const { page, calls, heard, end } = await visitStranger(stranger.showing(inner));
    const host = page.frames().find((frame) => frame.url().startsWith(desk.host.origin));
    await host?.waitForFunction('window.frames.length === 1');
    expect([calls, await heard(), await host?.evaluate('window.heard')]).toEqual([[], [], []]);
    await end();
  });

  test('nor one that opens the page in a window of its own', async () => {
    const { page, heard, end } = await visitStranger(stranger.showing('about:blank'));
    const address = await desk.makeAddress();
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate(`window.opened = window.open(${JSON.stringify(address)}); undefined`),
    ]);
    await waitForStep(popup, 'welcome');
    expect(await popup.evaluate('window.opener')).toBe(null);
    expect(await page.evaluate('window.opened.closed')).toBe(true);
    expect(await heard()).toEqual([]);
    await end();
  });

  test('scripts of another origin get no draft, even with a key that is known', async () => {
    const { page, end } = await visitStranger(stranger.showing('about:blank'));
    const appKey = await desk.makeKey();
    const ask = (init: object) =>
      page.evaluate<string>(
        `fetch('${desk.tiny.origin}/iframe/api/drafts', ${JSON.stringify({
          method: 'POST',
          body: JSON.stringify({ appKey, parameters: {} }),
          ...init,
        })}).then((answer) => answer.type, (error) => error.name)`,
      );
    const asJson = { headers: { 'content-type': 'application/json' } };
    expect(await ask(asJson)).toBe('TypeError');
    // Without asking first, browsers send a plain text and hide its answer.
    expect(await ask({ mode: 'no-cors', headers: { 'content-type': 'text/plain' } })).toMatch(
      /opaque|TypeError/,
    );
    const plain = await fetch(`${desk.tiny.origin}/iframe/api/drafts`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', origin: stranger.origin },
      body: JSON.stringify({ appKey, parameters: {} }),
    });
    expect(plain.status).toBe(422);
    expect(plain.headers.has('access-control-allow-origin')).toBe(false);
    await end();
  });

  test('a frame beside the page hears nothing of it and cannot look into it', async () => {
    const visitor = await visitFramed(desk, { ...phone, portal: desk.host });
    const { page, screen, end } = visitor;
    await waitForStep(screen, 'welcome');
    const beside = stranger.showing('about:blank');
    await page.evaluate(
      `new Promise((resolve) => {
        const frame = Object.assign(document.createElement('iframe'), { src: ${JSON.stringify(beside)}, onload: resolve });
        document.body.append(frame);
      })`,
    );
    await walkTo(screen, 'bodySite');
    const neighbour = page.frames().find((frame) => frame.url() === beside);
    expect(await neighbour?.evaluate('window.heard')).toEqual([]);
    const look = `(() => { try { return parent.frames[0].document.title } catch (error) { return error.name } })()`;
    expect(await neighbour?.evaluate(look)).toBe('SecurityError');
    await end();
  });

  test('messages to the page are not listened to, whoever sends them', async () => {
    const { page, screen, troubles, messages, end } = await visitFramed(desk, phone);
    await walkTo(screen, 'concern');
    const calls = recordCalls(page);
    const toldStep = async () => (await messages('openderm_step')).at(-1)?.payload;
    await expect.poll(toldStep).toBe('concern');
    const before = (await messages()).length;
    await page.evaluate(
      `for (const message of ${JSON.stringify(forged)}) frames[0].postMessage(message, '*'); undefined`,
    );
    await screen.getByRole('radio').first().check();
    expect(await stepOf(screen)).toBe('concern');
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['PATCH']);
    const more = (await messages()).slice(before).filter(({ message }) => message !== 'openderm_height');
    expect([more, troubles]).toEqual([[], []]);
    await end();
  });

  test.each([
    ['that nobody knows', async () => 'x'.repeat(64)],
    ['that has expired', (of: IframeDesk) => of.makeKey(-1000)],
    ['that is none', async () => '"><script>parent.postMessage(1, "*")</script>'],
  ])('a key %s is told as such to anybody, and nothing else is', async (_, makeKey) => {
    const key = await makeKey(desk);
    const address = `${desk.tiny.origin}/iframe?company=${encodeURIComponent(key)}`;
    const { page, calls, heard, troubles, end } = await visitStranger(stranger.showing(address));
    await page.waitForFunction('window.heard.length > 0');
    expect(await heard()).toEqual([
      { origin: desk.tiny.origin, data: { message: 'invalid_company_key', id: key, payload: null } },
    ]);
    expect(await page.frameLocator('iframe').locator('body').innerText()).toBe('');
    expect([calls, troubles]).toEqual([[], []]);
    await end();
  });

  test('a key that expires before the first question is told too, on a page that says so in words', async () => {
    const address = await desk.makeAddress();
    const { page, end } = await visit(desk.browser, desk.tiny.origin, {
      ...phone,
      hostOrigin: desk.host.origin,
    });
    // The server's own answer to a key that it does not know, as if time had passed meanwhile.
    await page.route('**/iframe/api/drafts', async (route) => {
      const asked = route.request().postDataJSON() as object;
      await route.continue({ postData: JSON.stringify({ ...asked, appKey: 'x'.repeat(64) }) });
    });
    await page.goto(desk.host.showing(address));
    await page.frameLocator('iframe').getByRole('alert').waitFor();
    const key = new URL(address).searchParams.get('company');
    expect(await page.evaluate('window.heard')).toEqual([
      { origin: desk.tiny.origin, data: { message: 'invalid_company_key', id: key, payload: null } },
    ]);
    await end();
  });
});

/** Calls of the draft API from now on, e.g. `POST /iframe/api/drafts`. */
function recordCalls(page: Page): readonly string[] {
  const calls: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/iframe/api/')) calls.push(`${request.method()} ${pathname}`);
  });
  return calls;
}
