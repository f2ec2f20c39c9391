// SPDX-License-Identifier: Apache-2.0
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AdminDesk, startAdminDesk } from '../fixtures/admin-desk.ts';
import { addCompany, enterAdmin } from '../fixtures/admin-visit.ts';
import { findChromium } from '../fixtures/chromium.ts';
import { findBarriers } from '../fixtures/find-barriers.ts';
import { freshenPages } from '../fixtures/fresh-pages.ts';
import { canRun } from '../fixtures/guards.ts';
import { launchChromium, visit } from '../fixtures/page-visit.ts';

const found = findChromium();
/** axe-core looks at every element of every part; beside other work on two cores that takes minutes. */
const timeoutMs = 300_000;

describe.runIf(canRun('chromium', found.missing))(
  'the page for administrators (WCAG 2.2 AA, axe-core)',
  () => {
    let desk: AdminDesk;
    let browser: Browser;

    beforeAll(async () => {
      await freshenPages();
      [desk, browser] = await Promise.all([startAdminDesk(), launchChromium(found.path)]);
    });
    afterAll(async () => {
      await browser?.close();
      await desk?.close();
    });

    test.each([
      { colourScheme: 'light', widthPx: 1280 },
      { colourScheme: 'dark', widthPx: 320 },
    ] as const)(
      '$colourScheme, $widthPx px: everybody can use it and nothing sticks out',
      async ({ colourScheme, widthPx }) => {
        const { page, overflowPx, troubles, end } = await visit(browser, desk.tiny.origin, {
          colourScheme,
          widthPx,
          heightPx: 800,
        });
        const look = async (screen: string) => {
          expect([screen, await overflowPx(), await findBarriers(page)]).toEqual([screen, 0, []]);
        };
        await page.goto('/admin');
        await page.getByRole('button', { name: 'Sign in' }).waitFor();
        await look('sign in');
        await enterAdmin(page, desk.tiny);
        await page.getByLabel('Name').waitFor();
        await page.getByLabel('Works for').waitFor();
        await look('companies and accounts');
        await addCompany(page, `A clinic with a very long name ${'and more '.repeat(8)}${widthPx}`);
        await page.getByRole('button', { name: 'Add a question' }).click();
        await page.getByLabel('Main colour').fill('red');
        await page.getByRole('button', { name: 'Save settings' }).click();
        await page.getByText('Nothing was saved').waitFor();
        await look('settings with faults');
        await page.getByRole('link', { name: 'Keys' }).click();
        await page.getByLabel('What it is for').fill('production');
        await page.getByRole('form', { name: 'Make a token' }).getByRole('button', { name: 'Make' }).click();
        await page.locator('.secret-text').waitFor();
        await page.getByRole('button', { name: 'Revoke production' }).click();
        await look('keys with a new token');
        await page.getByRole('link', { name: 'Reports' }).click();
        await page.getByText('There is no report.').waitFor();
        await look('reports');
        await page.getByRole('link', { name: 'Webhooks' }).click();
        await page.getByLabel('Address').fill(`https://clinic.example/${'long/'.repeat(12)}`);
        await page.getByRole('form', { name: 'Add a webhook' }).getByRole('button', { name: 'Add' }).click();
        await page.locator('.secret-text').waitFor();
        await page.getByText('Deliveries', { exact: true }).click();
        await page.getByText('Nothing was delivered yet.').waitFor();
        await page.getByRole('button', { name: 'Remove' }).click();
        await look('webhooks');
        await page.getByRole('link', { name: 'Audit log' }).click();
        await page.getByRole('button', { name: 'Check the whole log' }).click();
        await page.getByText(/^The log is whole: entries 1 to/).waitFor();
        await look('audit log');
        expect(troubles).toEqual([]);
        await end();
      },
      timeoutMs,
    );
  },
);
