// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../fixtures/chromium.ts';
import { type DeviceProcess, startDevice } from '../fixtures/device-process.ts';
import { freshenPages } from '../fixtures/fresh-pages.ts';
import { canRun } from '../fixtures/guards.ts';
import {
  analyse,
  choosePhotographs,
  dropPhotographs,
  launchChromium,
  signIn,
  type Visit,
  type VisitOptions,
  visit,
} from '../fixtures/page-visit.ts';

const found = findChromium();
const photos = fileURLToPath(new URL('../../examples/photos/', import.meta.url));
const naevus = `${photos}melanocytic-naevus-1.jpg`;
const melanoma = `${photos}melanoma-1.jpg`;
const notSkin = `${photos}not-skin.jpg`;

// These run in the browser, whose types this side of the test does not know.
const naturalWidthPx = (image: unknown) => (image as { naturalWidth: number }).naturalWidth;
const shownOpacity = (image: unknown) => (image as { style: { opacity: string } }).style.opacity;

const desktop = { widthPx: 1280, heightPx: 900 };
const phone = { widthPx: 390, heightPx: 844 };
const smallPhone = { widthPx: 320, heightPx: 640 };

describe.runIf(canRun('chromium', found.missing))('the pages in a real browser', () => {
  let dataDir: string;
  let device: DeviceProcess;
  let browser: Browser;

  beforeAll(async () => {
    await freshenPages();
    dataDir = mkdtempSync(join(tmpdir(), 'openderm-pages-'));
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

  /** A visit that ends with nothing having gone wrong unseen. */
  async function during(options: VisitOptions, act: (visit: Visit) => Promise<void>): Promise<void> {
    const visitor = await visit(browser, device.origin, options);
    try {
      await act(visitor);
      expect(visitor.troubles).toEqual([]);
    } finally {
      await visitor.end();
    }
  }

  test('sign in, drop a photograph, read a ranked differential with quality and heat map', () =>
    during(desktop, async ({ page }) => {
      await signIn(page, device);
      await dropPhotographs(page.locator('.drop'), [naevus]);
      await analyse(page);
      expect(await page.getByText('Preliminary. Not reviewed by a clinician.').isVisible()).toBe(true);
      const entries = page.locator('.ranked > li');
      expect(await entries.count()).toBe(5);
      const percents = await page.locator('.ranked-percent').allTextContents();
      const values = percents.map((text) => Number.parseFloat(text.replace(/[<>]/, '')));
      expect(values).toEqual(values.toSorted((left, right) => right - left));
      const barWidths = await entries
        .locator('.bar-fill')
        .evaluateAll((bars) => bars.map((bar) => bar.clientWidth));
      expect(barWidths).toEqual(barWidths.toSorted((left, right) => right - left));
      expect(await entries.first().locator('.chip.evidence').textContent()).toMatch(
        /from the picture|from frequency/,
      );
      expect(await page.locator('.quality').textContent()).toMatch(/\d+ of 100/);
      expect(await page.getByText('A low value is not an all-clear').isVisible()).toBe(true);
    }));

  test('the heat map lies exactly over the photograph and follows the slider', () =>
    during(desktop, async ({ page }) => {
      await signIn(page, device);
      await choosePhotographs(page, [naevus]);
      await analyse(page);
      await page
        .getByRole('button', { name: /^Heat map:/ })
        .first()
        .click();
      const overlay = page.getByRole('img', { name: /^Heat map over the photograph/ });
      await overlay.waitFor();
      expect(await overlay.evaluate(naturalWidthPx)).toBeGreaterThan(0);
      expect(await overlay.boundingBox()).toEqual(
        await page.getByRole('img', { name: 'The analysed photograph' }).boundingBox(),
      );
      await page.getByLabel('Heat map strength').fill('20');
      expect(await overlay.evaluate(shownOpacity)).toBe('0.2');
      await page.getByRole('radio', { name: 'Off' }).check();
      expect(await overlay.count()).toBe(0);
    }));

  test('the whole catalogue can be opened and searched by name or code', () =>
    during(desktop, async ({ page }) => {
      await signIn(page, device);
      await choosePhotographs(page, [naevus]);
      await analyse(page);
      await page.getByRole('button', { name: 'Show all 577 entries' }).click();
      expect(await page.locator('.entry-table tbody tr').count()).toBe(25);
      await page.getByLabel('Find a condition or ICD-11 code').fill('psoriasis');
      expect(await page.locator('.entry-table tbody tr').first().textContent()).toMatch(/psoriasis/i);
    }));

  test('a picture that is not skin is not judged, says why, and shows no low value as safe', () =>
    during(phone, async ({ page }) => {
      await signIn(page, device);
      await choosePhotographs(page, [notSkin]);
      await analyse(page);
      expect(await page.getByText('This photograph cannot be judged reliably.').isVisible()).toBe(true);
      expect(await page.getByText('How to retake it').isVisible()).toBe(true);
      expect(await page.getByText('It does not seem to show skin').isVisible()).toBe(true);
      expect(await page.getByText('These values are not meaningful here').isVisible()).toBe(true);
    }));

  test('several photographs make one answer and keep their own, reached with the arrow keys', () =>
    during(desktop, async ({ page }) => {
      await signIn(page, device);
      await choosePhotographs(page, [melanoma, naevus, notSkin]);
      await analyse(page);
      await page.getByText('Some photographs were left out.').waitFor();
      // It takes the focus a frame after it is shown.
      await page.locator('h1:focus').waitFor();
      await page.getByRole('tab', { name: 'All together' }).focus();
      await page.keyboard.press('ArrowRight');
      expect(await page.getByRole('tab', { name: 'Photograph 1' }).getAttribute('aria-selected')).toBe(
        'true',
      );
      expect(await page.getByRole('img', { name: 'The analysed photograph' }).isVisible()).toBe(true);
      await page.keyboard.press('End');
      expect(await page.getByText('This photograph cannot be judged reliably.').isVisible()).toBe(true);
    }));

  test.each([phone, smallPhone])('everything fits a phone of $widthPx px', (size) =>
    during(size, async ({ page, overflowPx }) => {
      await page.goto('/');
      await page.getByRole('button', { name: 'Sign in' }).waitFor();
      expect(await overflowPx()).toBeLessThanOrEqual(0);
      await signIn(page, device);
      await choosePhotographs(page, [naevus, notSkin]);
      expect(await page.getByText('Take a photograph').isVisible()).toBe(true);
      expect(await overflowPx()).toBeLessThanOrEqual(0);
      await analyse(page);
      await page.getByRole('tab', { name: 'Photograph 1' }).click();
      await page
        .getByRole('button', { name: /^Heat map:/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Show all 577 entries' }).click();
      expect(await overflowPx()).toBeLessThanOrEqual(0);
      await page.goto('/docs');
      await page
        .getByRole('heading', { name: 'Ranked differential of one or more skin photographs' })
        .waitFor();
      expect(await overflowPx()).toBeLessThanOrEqual(0);
    }),
  );

  test('wrong credentials, a damaged picture and a file of another kind are answered in human words', () =>
    during(desktop, async ({ page }) => {
      await signIn(page, { email: device.email, password: 'wrong' });
      await page.getByText('This e-mail address and password do not fit together.').waitFor();
      await signIn(page, device);
      const broken = join(dataDir, 'broken.jpg');
      const document = join(dataDir, 'notes.pdf');
      writeFileSync(broken, 'not a picture at all');
      writeFileSync(document, '%PDF-1.7');
      await choosePhotographs(page, [naevus, broken, document]);
      expect(await page.getByText('notes.pdf is not a JPEG').isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Analyse 2 photographs' }).click();
      await page.getByText(/^Photograph 2 could not be read/).waitFor();
      expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    }));

  test('the session outlives a reload, ends with sign out, and leaves no cookie and no password behind', () =>
    during(desktop, async ({ page }) => {
      await signIn(page, device);
      await page.getByRole('heading', { name: 'Choose photographs' }).waitFor();
      await page.reload();
      await page.getByRole('heading', { name: 'Choose photographs' }).waitFor();
      const kept = await page.evaluate(
        'JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie])',
      );
      expect(kept).not.toContain(device.password);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('button', { name: 'Sign in' }).waitFor();
      expect(
        await page.evaluate('sessionStorage.length + localStorage.length + document.cookie.length'),
      ).toBe(0);
      expect(await page.context().cookies()).toEqual([]);
    }));

  test('speaks the language of the browser and the one chosen', () =>
    during({ ...desktop, language: 'es-ES' }, async ({ page }) => {
      await page.goto('/');
      await page.getByRole('button', { name: 'Entrar' }).waitFor();
      await page.locator('html[lang=es]').waitFor({ state: 'attached' });
      await page.getByLabel('Idioma').selectOption('en');
      await page.getByRole('button', { name: 'Sign in' }).waitFor();
    }));

  test('the documentation shows every documented endpoint, its examples and its samples', () =>
    during(desktop, async ({ page }) => {
      const openapi = (await (await fetch(`${device.origin}/openapi.json`)).json()) as {
        paths: Record<string, object>;
      };
      await page.goto('/docs');
      await page.locator('.endpoint').first().waitFor();
      const shown = await page.locator('.endpoint-address').allTextContents();
      for (const [path, item] of Object.entries(openapi.paths))
        for (const method of Object.keys(item))
          expect(shown.join('\n')).toContain(method.toUpperCase() + path);
      await page.getByRole('radio', { name: 'Python' }).first().check();
      expect(await page.getByText('import requests').first().isVisible()).toBe(true);
      expect(await page.locator('#limits').textContent()).toContain('50 megapixels');
    }));
});
