// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../fixtures/chromium.ts';
import { type DeviceProcess, startDevice } from '../fixtures/device-process.ts';
import { findBarriers } from '../fixtures/find-barriers.ts';
import { freshenPages } from '../fixtures/fresh-pages.ts';
import { canRun } from '../fixtures/guards.ts';
import { analyse, choosePhotographs, launchChromium, signIn, visit } from '../fixtures/page-visit.ts';

/** axe-core looks at every element of six screens; beside other work on two cores that takes minutes. */
const timeoutMs = 300_000;

const found = findChromium();
const photos = fileURLToPath(new URL('../../examples/photos/', import.meta.url));

describe.runIf(canRun('chromium', found.missing))(
  'everybody can use the pages (WCAG 2.2 AA, axe-core)',
  () => {
    let dataDir: string;
    let device: DeviceProcess;
    let browser: Browser;

    beforeAll(async () => {
      await freshenPages();
      dataDir = mkdtempSync(join(tmpdir(), 'openderm-access-'));
      [device, browser] = await Promise.all([
        startDevice({ dataDir, settings: { OPENDERM_WORKERS: '1' } }),
        launchChromium(found.path),
      ]);
    });

    afterAll(async () => {
      await browser?.close();
      await device?.end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    });

    test.each([
      { colourScheme: 'light', widthPx: 1280 },
      { colourScheme: 'dark', widthPx: 390 },
    ] as const)(
      '$colourScheme, $widthPx px wide',
      async ({ colourScheme, widthPx }) => {
        const { page, end } = await visit(browser, device.origin, { widthPx, heightPx: 900, colourScheme });
        for (const [screen, open] of screens(device)) {
          await open(page);
          expect(await findBarriers(page), screen).toEqual([]);
        }
        await end();
      },
      timeoutMs,
    );

    test('the keyboard alone leads from the first key press to an answer', async () => {
      const { page, end } = await visit(browser, device.origin, { widthPx: 1280, heightPx: 900 });
      await page.goto('/');
      await page.getByRole('button', { name: 'Sign in' }).waitFor();
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').textContent()).toBe('Skip to the content');
      await page.getByLabel('E-mail address').focus();
      await page.keyboard.type(device.email);
      await page.keyboard.press('Tab');
      await page.keyboard.type(device.password);
      await page.keyboard.press('Enter');
      await page.locator('h1:focus', { hasText: 'Choose photographs' }).waitFor();
      await choosePhotographs(page, [`${photos}melanoma-1.jpg`]);
      await page.getByRole('button', { name: /^Analyse/ }).focus();
      await page.keyboard.press('Enter');
      await page.locator('h1:focus', { hasText: 'Answer' }).waitFor();
      await page
        .getByRole('button', { name: /^Heat map:/ })
        .first()
        .focus();
      await page.keyboard.press('Space');
      await page.getByRole('img', { name: /^Heat map over the photograph/ }).waitFor();
      await end();
    });
  },
);

type Screen = readonly [string, (page: Page) => Promise<void>];

/** The screens in the order a person meets them. */
function screens(device: DeviceProcess): readonly Screen[] {
  return [
    [
      'introduction',
      async (page) => {
        await page.goto('/');
        await page.getByRole('button', { name: 'Sign in' }).waitFor();
      },
    ],
    [
      'chosen photographs',
      async (page) => {
        await signIn(page, device);
        await choosePhotographs(page, [`${photos}melanoma-1.jpg`, `${photos}not-skin.jpg`]);
      },
    ],
    ['answer over all photographs', analyse],
    [
      'answer for one photograph, everything open',
      async (page) => {
        await page.getByRole('tab', { name: 'Photograph 2' }).click();
        await page
          .getByRole('button', { name: /^Heat map:/ })
          .first()
          .click();
        await page.getByRole('button', { name: 'Show all 577 entries' }).click();
      },
    ],
    [
      'documentation',
      async (page) => {
        await page.goto('/docs');
        await page.locator('.endpoint').first().waitFor();
      },
    ],
    [
      'instructions for use',
      async (page) => {
        await page.goto('/docs/instructions');
        await page.getByText('From 41 on').waitFor();
      },
    ],
    [
      'scores, one open',
      async (page) => {
        await page.goto('/docs/scores#pasi');
        await page.locator('#pasi .worked').waitFor();
      },
    ],
  ];
}
