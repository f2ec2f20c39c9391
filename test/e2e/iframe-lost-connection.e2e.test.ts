// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../fixtures/chromium.ts';
import { type FramedVisit, phone, visitFramed } from '../fixtures/framed-visit.ts';
import { canRun } from '../fixtures/guards.ts';
import { type IframeDesk, startIframeDesk } from '../fixtures/iframe-desk.ts';
import { choosePhotos, examplePhoto, primary, reload, waitForStep, walkTo } from '../fixtures/iframe-walk.ts';
import { drawSkin, toSharp } from '../fixtures/skin-picture.ts';

const found = findChromium();

describe.runIf(canRun('chromium', found.missing))('a connection that is lost', () => {
  let desk: IframeDesk;
  let folder: string;

  beforeAll(async () => {
    [desk, folder] = await Promise.all([startIframeDesk(), mkdtemp(join(tmpdir(), 'openderm-lost-'))]);
  });

  afterAll(async () => {
    await desk?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Cut lines are errors on the console: here they are what is tried. */
  async function during(act: (visit: FramedVisit) => Promise<void>): Promise<void> {
    const visitor = await visitFramed(desk, phone);
    try {
      await act(visitor);
      expect(visitor.troubles.filter((trouble) => !/Failed to load resource: net::/.test(trouble))).toEqual(
        [],
      );
    } finally {
      await visitor.end();
    }
  }

  test('before the first question is said, and another try goes on', () =>
    during(async ({ page, screen }) => {
      await waitForStep(screen, 'welcome');
      await page.route('**/iframe/api/drafts', (route) => route.abort('internetdisconnected'));
      await page.reload();
      await screen.getByRole('alert').waitFor();
      await page.unroute('**/iframe/api/drafts');
      await primary(screen).click();
      await waitForStep(screen, 'welcome');
    }));

  test('while the page is loaded anew loses nothing that was sent', () =>
    during(async ({ page, screen, frame }) => {
      await walkTo(screen, 'photos');
      await cut(page, 'GET');
      await reload(frame());
      await screen.getByRole('alert').waitFor();
      await page.unrouteAll();
      await primary(screen).click();
      await waitForStep(screen, 'photos');
    }));

  test('with an answer shows the answer before, says so, and takes the next one', () =>
    during(async ({ page, screen }) => {
      await walkTo(screen, 'concern');
      const taken = page.waitForResponse('**/iframe/api/draft');
      await screen.getByRole('radio').first().check();
      await taken;
      await cut(page, 'PATCH');
      await screen.getByRole('radio').nth(1).click();
      await screen.getByRole('alert').waitFor();
      expect(await screen.getByRole('radio').first().isChecked()).toBe(true);
      await page.unrouteAll();
      await screen.getByRole('radio').nth(1).check();
      await screen.getByRole('alert').waitFor({ state: 'detached' });
      expect(await screen.getByRole('radio').nth(1).isChecked()).toBe(true);
      await walkTo(screen, 'bodySite');
    }));

  test('in the middle of a photograph costs one piece of it, once on the way there and once on the way back', () =>
    during(async ({ page, screen, messages }) => {
      const path = join(folder, 'large.jpg');
      await writeFile(path, await toSharp(drawSkin(2000, 1500)).jpeg({ quality: 97 }).toBuffer());
      await walkTo(screen, 'photos');
      const offsets = await losePieces(page, [
        async (route) => route.continue(),
        async (route) => route.abort('connectionreset'),
        async (route) => {
          await route.fetch();
          await route.abort('connectionreset');
        },
      ]);
      await choosePhotos(screen, [path]);
      const [first, lost, again, answerLost, ...rest] = offsets;
      expect([first, again, answerLost]).toEqual([0, lost, lost]);
      expect(lost).toBeGreaterThan(0);
      expect(rest).toEqual([...new Set(rest)].toSorted((left, right) => left - right));
      expect(Math.min(...rest)).toBeGreaterThan(lost ?? 0);
      await walkTo(screen, 'result', { photos: [examplePhoto('melanoma-1')] });
      expect(await messages('analysis_completed')).toHaveLength(1);
    }));

  test('during the analysis is waited for, and makes one report', () =>
    during(async ({ page, screen, messages }) => {
      await walkTo(screen, 'photos');
      await choosePhotos(screen);
      await page.context().setOffline(true);
      await primary(screen).click();
      await waitForStep(screen, 'analysis');
      await screen.getByRole('alert').waitFor();
      expect(await messages('analysis_completed')).toEqual([]);
      await page.context().setOffline(false);
      await walkTo(screen, 'result');
      const completed = await messages('analysis_completed');
      expect(completed).toHaveLength(1);
      expect((await desk.backend.read(encodeURIComponent(completed[0]?.id ?? ''))).status).toBe(200);
    }));

  test('with the report is waited for too', () =>
    during(async ({ page, screen }) => {
      await page.route('**/iframe/api/draft/report', (route) => route.abort('connectionreset'), { times: 1 });
      await walkTo(screen, 'result');
      await screen.getByTestId('result').waitFor();
      expect(await screen.getByRole('alert').count()).toBe(0);
    }));
});

/** From now on no call of this kind arrives. */
async function cut(page: Page, method: string): Promise<void> {
  await page.route('**/iframe/api/draft', (route) =>
    route.request().method() === method ? route.abort('connectionreset') : route.continue(),
  );
}

/** Treats the pieces of photographs in turn, and lets those that follow pass; where each began, in order. */
async function losePieces(
  page: Page,
  fates: readonly ((route: Route) => Promise<void>)[],
): Promise<readonly number[]> {
  const offsets: number[] = [];
  await page.route('**/iframe/api/draft/photos/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    const fate = fates[offsets.length] ?? ((each: Route) => each.continue());
    offsets.push(Number(route.request().headers()['upload-offset']));
    return fate(route);
  });
  return offsets;
}
