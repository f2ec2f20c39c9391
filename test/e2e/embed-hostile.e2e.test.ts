// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../fixtures/chromium.ts';
import {
  afterMessages,
  type EmbeddingDesk,
  elementWith,
  startEmbeddingDesk,
  toldOn,
  until,
  whenTold,
} from '../fixtures/embedding-desk.ts';
import { canRun } from '../fixtures/guards.ts';

const found = findChromium();

// This runs in the browser, whose types this side of the test does not know.
const leadAway = (frame: unknown, address: string) => {
  (frame as { src: string }).src = address;
};

describe.runIf(canRun('chromium', found.missing))('the loader and hostile hosts', () => {
  let desk: EmbeddingDesk;

  beforeAll(async () => {
    desk = await startEmbeddingDesk();
  });

  afterAll(() => desk?.close());

  test('believes no message of another window or another origin, and none of another form', async () => {
    const forged = `const message = { message: 'analysis_completed', id: 'forged', payload: null };`;
    const key = await desk.makeKey();
    const body = `${elementWith(key)}<iframe id="other" src="SERVER/iframe?company=nobody"></iframe>`;
    const heard = `window.heard = []; addEventListener('message', ({ origin, data }) => window.heard.push({ origin, data }));`;
    await desk.during(desk.site.page(body, heard), async (page) => {
      // The height is told before it.
      await whenTold(page, 'openderm_step');
      // The right origin, another window: the second frame really says this.
      await until(
        page,
        `window.heard.some(({ data }) => data.message === 'invalid_company_key' && data.id === 'nobody')`,
      );
      // The host's own window, and a frame of its own.
      await page.evaluate(`${forged} postMessage(message, '*')`);
      // The right window and origin, other forms.
      const framed = page.frame({ url: ({ searchParams }) => searchParams.get('company') === key });
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
      const elsewhere = desk.stranger.page('', `${forged} parent.postMessage(message, '*');`);
      await page.locator('openderm-frame iframe').evaluate(leadAway, elsewhere);
      await until(page, `window.heard.some(({ origin }) => origin === '${desk.stranger.origin}')`);
      expect((await toldOn(page)).filter(({ type }) => type === 'analysis_completed')).toEqual([]);
    });
  });

  test('hears the right window and origin say that a report is there', async () => {
    await desk.during(desk.site.page(elementWith(await desk.makeKey())), async (page) => {
      await whenTold(page, 'openderm_ready');
      const told = { message: 'analysis_completed', id: 'an/id+of=a', payload: null };
      await page
        .frame({ url: /\/iframe\?/ })
        ?.evaluate(`parent.postMessage(${JSON.stringify(told)}, '${desk.site.origin}')`);
      await whenTold(page, 'analysis_completed');
      const completed = { type: 'analysis_completed', detail: { id: told.id, payload: null } };
      expect(await toldOn(page)).toContainEqual(completed);
    });
  });

  test('a stranger who frames the page of a company hears nothing but silence', async () => {
    const script = `
      import { mountFrame } from 'SERVER/embed/openderm.js';
      window.said = []; window.heard = [];
      addEventListener('message', ({ origin }) => window.heard.push(origin));
      mountFrame(document.body, {
        parameters: { company: '${await desk.makeKey()}', extraData: { visit: 7 }, forcedScoringSystems: ['pasi', 'dlqi'] },
        patienceMs: 1500,
        onMessage: (message) => window.said.push(message),
      });`;
    await desk.during(desk.stranger.page('', script), async (page) => {
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
    const complaints = await desk.during(
      desk.site.page(elementWith('key', attributes.join(' '))),
      async (page) => {
        await whenTold(page, 'openderm_error');
        expect((await toldOn(page)).map(({ detail }) => detail.payload)).toEqual(['bad_address']);
        expect(await page.locator('openderm-frame iframe').count()).toBe(0);
      },
    );
    expect(complaints).toEqual([expect.stringMatching(/^OpenDerm: Expected /)]);
  });
});
