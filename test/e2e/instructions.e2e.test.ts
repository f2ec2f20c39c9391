// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../fixtures/chromium.ts';
import { type DeviceProcess, startDevice } from '../fixtures/device-process.ts';
import { freshenPages } from '../fixtures/fresh-pages.ts';
import { canRun } from '../fixtures/guards.ts';
import { launchChromium, signIn, type Visit, type VisitOptions, visit } from '../fixtures/page-visit.ts';

const found = findChromium();
const desktop = { widthPx: 1280, heightPx: 900 };

describe.runIf(canRun('chromium', found.missing))('instructions and samples in a real browser', () => {
  let dataDir: string;
  let device: DeviceProcess;
  let browser: Browser;

  beforeAll(async () => {
    await freshenPages();
    dataDir = mkdtempSync(join(tmpdir(), 'openderm-instructions-'));
    [device, browser] = await Promise.all([
      startDevice({
        dataDir,
        settings: { OPENDERM_WORKERS: '1', OPENDERM_QUALITY_THRESHOLD: '37' },
      }),
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

  test('say what it is for, its limits, warnings, photographs, numbers and versions', () =>
    during(desktop, async ({ page }) => {
      await page.goto('/docs');
      await page.getByRole('link', { name: 'Instructions for use' }).first().click();
      await page.getByText('From 37 on a photograph is acceptable').waitFor();
      expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
        'Intended use',
        'When not to use it',
        'Warnings',
        'How to photograph',
        'How to read every number',
        'Before use, and in use',
        'Versions',
      ]);
      const version: unknown = JSON.parse(readFileSync('package.json', 'utf8')).version;
      await page.getByText(`OpenDerm ${version}`).waitFor();
      expect(await page.getByText('Below 50 % a warning').isVisible()).toBe(true);
    }));

  test('name the models to whoever is signed in in this tab', () =>
    during(desktop, async ({ page }) => {
      await page.goto('/docs/instructions');
      await page.getByText('after signing in').waitFor();
      await signIn(page, device);
      await page.getByLabel('Choose files').waitFor({ state: 'attached' });
      await page.goto('/docs/instructions');
      await page.getByRole('rowheader', { name: 'condition-default' }).waitFor();
      await page.getByText('LicenseRef-OpenDerm-NonCommercial').first().waitFor();
    }));

  test('speak Spanish', () =>
    during({ ...desktop, language: 'es-ES' }, async ({ page }) => {
      await page.goto('/docs/instructions');
      await page.getByRole('heading', { name: 'Cómo leer cada número' }).waitFor();
      await page.locator('html[lang=es]').waitFor({ state: 'attached' });
      await page.getByLabel('Idioma').selectOption('en');
      await page.getByRole('heading', { name: 'How to read every number' }).waitFor();
    }));

  test.each([
    { widthPx: 320, heightPx: 640, colourScheme: 'dark' },
    { widthPx: 390, heightPx: 844, forcedColours: true },
  ] as const)('fit $widthPx px', (size) =>
    during(size, async ({ page, overflowPx }) => {
      await page.goto('/docs/instructions');
      await page.getByRole('heading', { name: 'Versions' }).waitFor();
      expect(await overflowPx()).toBeLessThanOrEqual(0);
    }),
  );

  test('samples of both cases in both views are downloaded as they are kept', () =>
    during(desktop, async ({ page }) => {
      await page.goto('/docs#reports');
      for (const name of ['confident', 'inconclusive'])
        for (const view of ['raw', 'FHIR']) {
          const [download] = await Promise.all([
            page.waitForEvent('download'),
            page.getByRole('link', { name: `Download ${name} case, ${view}` }).click(),
          ]);
          const file = `report-${name}-${view.toLowerCase()}.json`;
          expect(download.suggestedFilename()).toBe(file);
          expect(readFileSync(await download.path(), 'utf8')).toBe(
            readFileSync(`web/public/samples/${file}`, 'utf8'),
          );
        }
    }));
});
