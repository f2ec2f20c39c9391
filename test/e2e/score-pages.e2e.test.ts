// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scoringSystems } from '../../src/scoring/systems.ts';
import { findChromium } from '../fixtures/chromium.ts';
import { type DeviceProcess, startDevice } from '../fixtures/device-process.ts';
import { freshenPages } from '../fixtures/fresh-pages.ts';
import { canRun } from '../fixtures/guards.ts';
import { launchChromium, type Visit, type VisitOptions, visit } from '../fixtures/page-visit.ts';

const found = findChromium();
const desktop = { widthPx: 1280, heightPx: 900 };

describe.runIf(canRun('chromium', found.missing))('the page of scores in a real browser', () => {
  let dataDir: string;
  let device: DeviceProcess;
  let browser: Browser;

  beforeAll(async () => {
    await freshenPages();
    dataDir = mkdtempSync(join(tmpdir(), 'openderm-scores-'));
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
      await visitor.page.goto('/docs/scores');
      await visitor.page.locator('.score').first().waitFor();
      await act(visitor);
      expect(visitor.troubles).toEqual([]);
    } finally {
      await visitor.end();
    }
  }

  test('lists every score, and shows for each the worked example that the tests execute', () =>
    during(desktop, async ({ page }) => {
      expect(await page.locator('.score').count()).toBe(scoringSystems.length);
      for (const { code, example } of scoringSystems) {
        await openScore(page, code);
        const result = page.locator(`#${code} .worked tfoot`);
        expect(await result.textContent(), code).toContain(`Score${example.value}`);
      }
    }));

  test('shows items, formula, bands with their cut-offs, source and licence', () =>
    during(desktop, async ({ page }) => {
      await openScore(page, 'pasi');
      const shown = (await page.locator('#pasi').textContent()) ?? '';
      for (const text of [
        'erythema',
        '30 to 49 %',
        '0.1 head',
        '≥\u00a07, <\u00a015',
        'Fredriksson',
        'Licence',
      ])
        expect(shown).toContain(text);
      expect(await page.locator('#pasi .score-body .band-number').allTextContents()).toEqual([
        '0',
        '',
        '7',
        '15',
      ]);
      const widths = await widthsOf(page, '#pasi .score-body .band-part');
      expect(widths.at(-1)).toBeGreaterThan(4 * (widths[1] ?? 0));
    }));

  test('finds by words, by condition and by who answers, and starts over', () =>
    during(desktop, async ({ page }) => {
      await page.getByLabel('Name, code or sign').fill('redness psoriasis');
      await page.getByLabel('Condition').selectOption('EA90');
      await page.getByRole('radio', { name: 'Photographs' }).check();
      expect(await page.locator('#pasi').count()).toBe(0);
      await page.getByLabel('Name, code or sign').fill('no such score');
      await page.getByText('No score fits.').waitFor();
      await page.getByRole('button', { name: 'Show all' }).click();
      expect(await page.locator('.score').count()).toBe(scoringSystems.length);
    }));

  test('opens the score that the address names', () =>
    during(desktop, async ({ page }) => {
      await page.goto('/docs');
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Scores' }).click();
      await page.locator('.score').first().waitFor();
      await page.goto('/docs/scores#apasi');
      await page.locator('#apasi .worked').waitFor();
    }));

  test('speaks Spanish, clinical words included', () =>
    during({ ...desktop, language: 'es-ES' }, async ({ page }) => {
      expect(await page.getByRole('heading', { name: 'Escalas' }).isVisible()).toBe(true);
      await openScore(page, 'pasi');
      expect(await page.locator('#pasi').textContent()).toContain('Eritema');
    }));

  test.each([
    { widthPx: 320, heightPx: 640, colourScheme: 'dark' },
    { widthPx: 390, heightPx: 844, forcedColours: true },
  ] as const)('fits $widthPx px with every score open', (size) =>
    during(size, async ({ page, overflowPx }) => {
      for (const { code } of scoringSystems) await openScore(page, code);
      await page
        .locator('.worked')
        .nth(scoringSystems.length - 1)
        .waitFor();
      expect(await overflowPx()).toBeLessThanOrEqual(0);
    }),
  );

  test('bands differ without colour', () =>
    during({ ...desktop, forcedColours: true }, async ({ page }) => {
      await openScore(page, 'pasi');
      const patterns = await page.evaluate<readonly string[]>(
        "[...document.querySelectorAll('#pasi .score-body .band-part .band-fill')].map((fill) => getComputedStyle(fill).background)",
      );
      expect(new Set(patterns).size).toBe(4);
    }));
});

async function openScore(page: Page, code: string): Promise<void> {
  await page.locator(`#${code} > summary`).click();
  await page.locator(`#${code} .worked`).waitFor();
}

async function widthsOf(page: Page, selector: string): Promise<readonly number[]> {
  return page.locator(selector).evaluateAll((parts) => parts.map((part) => part.clientWidth));
}
