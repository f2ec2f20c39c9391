// SPDX-License-Identifier: Apache-2.0
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AdminDesk, logIn, startAdminDesk } from '../fixtures/admin-desk.ts';
import { addCompany, enterAdmin } from '../fixtures/admin-visit.ts';
import { findChromium } from '../fixtures/chromium.ts';
import { freshenPages } from '../fixtures/fresh-pages.ts';
import { canRun } from '../fixtures/guards.ts';
import {
  type Account,
  launchChromium,
  type Visit,
  type VisitOptions,
  visit,
} from '../fixtures/page-visit.ts';
import { toJpeg } from '../fixtures/pictures.ts';

const found = findChromium();
const desktop = { widthPx: 1280, heightPx: 900 };

describe.runIf(canRun('chromium', found.missing))('the page for administrators in a real browser', () => {
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

  /** A visit that ends with nothing having gone wrong unseen. */
  async function during(options: VisitOptions, act: (visit: Visit) => Promise<void>): Promise<void> {
    const visitor = await visit(browser, desk.tiny.origin, options);
    try {
      await act(visitor);
      expect(visitor.troubles).toEqual([]);
    } finally {
      await visitor.end();
    }
  }

  const enter = (page: Page, account: Account = desk.tiny) => enterAdmin(page, account);

  test('adds a company, sets everything, and finds it again after a reload', () =>
    during(desktop, async ({ page }) => {
      await enter(page);
      await page.getByText('There is no company yet.').waitFor();
      const id = await addCompany(page, 'Clinic North');
      await page.getByLabel('Name').fill('Clínica Norte');
      await page.getByLabel('Language of reports').selectOption('pt');
      await page.getByLabel('Threshold in percent').fill('62.5');
      await page.getByLabel('Origins that may show the iframe').fill('https://a.example\nhttps://b.example/');
      await page.getByLabel('Callback addresses').fill('https://a.example/done');
      await page.getByLabel('Main colour').fill('#0b6660');
      await page.getByLabel('Font').selectOption('Roboto');
      await page.getByRole('button', { name: 'Add a question' }).click();
      await page.getByLabel('Id in answers').fill('since');
      await page.getByRole('textbox', { name: 'English' }).fill('Since when?');
      await page.getByLabel('Pictures of reports').fill('90');
      await page.getByRole('button', { name: 'Save settings' }).click();
      await page.getByText('Saved. The server uses it from now on.').waitFor();
      const company = await desk.tiny.server.device.store.companies.find(id);
      expect(company).toMatchObject({
        name: 'Clínica Norte',
        locale: 'pt',
        confidenceThreshold: 0.625,
        allowedOrigins: ['https://a.example', 'https://b.example'],
        callbackUrls: ['https://a.example/done'],
        theme: { primary: '#0b6660', secondary: null, fontFamily: 'Roboto' },
        anamnesis: [{ id: 'since', text: { en: 'Since when?' } }],
        retention: { reportsDays: null, imagesDays: 90, auditDays: null },
      });
      await page.reload();
      await page.getByRole('heading', { name: 'Clínica Norte', level: 1 }).waitFor();
      expect(await page.getByRole('textbox', { name: 'English' }).inputValue()).toBe('Since when?');
      await page.getByRole('link', { name: 'All companies' }).click();
      await page.getByRole('link', { name: 'Clínica Norte' }).waitFor();
    }));

  test('says beside each setting what is wrong with it, and saves nothing', () =>
    during(desktop, async ({ page }) => {
      await enter(page);
      const id = await addCompany(page, 'Clinic South');
      await page.getByLabel('Origins that may show the iframe').fill('http://a.example');
      await page.getByLabel('Main colour').fill('red');
      await page.getByLabel('Threshold in percent').fill('');
      await page.getByLabel('Language of reports').selectOption('de');
      await page.getByRole('button', { name: 'Save settings' }).click();
      await page.getByRole('alert').getByText('Nothing was saved').waitFor();
      await page.getByLabel('Threshold in percent').fill('101');
      await page.getByRole('button', { name: 'Save settings' }).click();
      await page.getByText('Nothing was saved: 3 settings have to be changed.').waitFor();
      const faults = await page.locator('.fault').allTextContents();
      expect(faults).toEqual([
        'confidence threshold: expected a threshold from 0 to 100 percent, received 101.',
        'allowed origins 1: expected https; http is for this machine alone, received "http://a.example".',
        'theme primary: expected a colour like #0b6660, received "red".',
      ]);
      const colour = page.getByLabel('Main colour');
      expect(await colour.getAttribute('aria-invalid')).toBe('true');
      expect(await page.locator(`#${await colour.getAttribute('aria-describedby')}`).textContent()).toContain(
        'red',
      );
      expect(await desk.tiny.server.device.store.companies.find(id)).toMatchObject({ locale: 'en' });
    }));

  test('makes a token that is shown once and works, and revokes it only when asked twice', () =>
    during(desktop, async ({ page }) => {
      await enter(page);
      const id = await addCompany(page, 'Clinic East');
      await page.getByRole('link', { name: 'Keys' }).click();
      await page.getByLabel('What it is for').fill('production');
      await page.getByRole('form', { name: 'Make a token' }).getByRole('button', { name: 'Make' }).click();
      await page.getByRole('heading', { name: 'The new token production' }).waitFor();
      const secret = (await page.locator('.secret-text').textContent()) ?? '';
      const ask = () =>
        fetch(`${desk.tiny.origin}/s2s-api/v3/anonymous-diagnostic-reports`, {
          method: 'POST',
          headers: { 'x-api-token': secret, 'content-type': 'application/json' },
          body: '{}',
        });
      expect((await ask()).status).toBe(422);
      await page.getByRole('button', { name: 'I have copied it' }).click();
      await page.reload();
      await page.getByText('production', { exact: true }).waitFor();
      expect(await page.content()).not.toContain(secret);
      await page.getByRole('button', { name: 'Revoke production' }).click();
      await page.getByRole('button', { name: 'Keep it' }).click();
      expect((await ask()).status).toBe(422);
      await page.getByRole('button', { name: 'Revoke production' }).click();
      await page.getByRole('button', { name: 'Revoke now' }).click();
      await page.getByText(/^revoked /).waitFor();
      expect((await ask()).status).toBe(401);
      await page.getByRole('form', { name: 'App keys' }).getByRole('button', { name: 'Make' }).click();
      await page.getByRole('heading', { name: /^An app key, good until/ }).waitFor();
      const key = (await page.locator('.secret-text').textContent()) ?? '';
      const { companies } = desk.tiny.server.device.store;
      expect(await companies.findAppKey(key, Date.now())).toMatchObject({ companyId: id });
    }));

  test('lists reports under the ids that the backend knows', () =>
    during(desktop, async ({ page }) => {
      const { id } = (await desk.ask<{ id: string }>('POST', '/companies', { name: 'Clinic West' })).body;
      const { secret } = (
        await desk.ask<{ secret: string }>('POST', `/companies/${id}/tokens`, { name: 'a' })
      ).body;
      const headers = { 'x-api-token': secret, 'content-type': 'application/json' };
      const path = `${desk.tiny.origin}/s2s-api/v3/anonymous-diagnostic-reports`;
      const images = [(await toJpeg()).toString('base64')];
      await fetch(path, {
        method: 'POST',
        headers,
        body: JSON.stringify({ bodySite: 'trunkFront', images }),
      });
      await enter(page);
      await page.goto(`/admin#company/${id}/reports`);
      await page.getByText('trunkFront').waitFor();
      const shown = await page.locator('.entries code').textContent();
      expect((await fetch(`${path}/${shown}`, { headers })).status).toBe(200);
    }));

  test('says when there is no such company', async () => {
    const { page, end } = await visit(browser, desk.tiny.origin, desktop);
    await page.goto('/admin#company/nobody/settings');
    await enter(page);
    await page.goto('/admin#company/nobody/settings');
    await page.getByText('There is no such company.').waitFor();
    await end();
  });

  test('adds an account for a company; that account gets nothing but a clear word here', () =>
    during(desktop, async ({ page }) => {
      await enter(page);
      await page.getByLabel('Works for').selectOption({ index: 1 });
      await page
        .getByRole('form', { name: 'Add an account' })
        .getByLabel('E-mail')
        .fill('zoe@clinic.example');
      await page.getByRole('form', { name: 'Add an account' }).getByRole('button', { name: 'Add' }).click();
      await page.getByRole('heading', { name: 'The password of zoe@clinic.example' }).waitFor();
      const password = (await page.locator('.secret-text').textContent()) ?? '';
      expect(await logIn(desk.tiny, 'zoe@clinic.example', password)).toMatch(/^ey/);
      await page
        .getByRole('form', { name: 'Add an account' })
        .getByLabel('E-mail')
        .fill('zoe@clinic.example');
      await page.getByRole('form', { name: 'Add an account' }).getByRole('button', { name: 'Add' }).click();
      await page.getByText('There is an account zoe@clinic.example already.').waitFor();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await enter(page, { ...desk.tiny, email: 'zoe@clinic.example', password });
      await page.getByText('This account is not an administrator.').waitFor();
      expect(await page.getByLabel('Name').count()).toBe(0);
    }));

  test('adds a webhook, sends again what was given up, and removes it only when asked twice', () =>
    during(desktop, async ({ page }) => {
      const { id } = (await desk.ask<{ id: string }>('POST', '/companies', { name: 'Clinic Hook' })).body;
      const { secret } = (
        await desk.ask<{ secret: string }>('POST', `/companies/${id}/tokens`, { name: 'a' })
      ).body;
      await enter(page);
      await page.getByRole('link', { name: 'Clinic Hook' }).click();
      await page.getByRole('link', { name: 'Webhooks' }).click();
      await page.getByLabel('Address').fill('http://169.254.169.254/');
      const add = page.getByRole('form', { name: 'Add a webhook' }).getByRole('button', { name: 'Add' });
      await add.click();
      await page.locator('form .note.grave').waitFor();
      await page.getByLabel('Address').fill('https://clinic.example/hooks');
      await add.click();
      expect(await page.locator('.secret-text').textContent()).toMatch(/^whsec_/);
      const images = [(await toJpeg()).toString('base64')];
      await fetch(`${desk.tiny.origin}/s2s-api/v3/anonymous-diagnostic-reports`, {
        method: 'POST',
        headers: { 'x-api-token': secret, 'content-type': 'application/json' },
        body: JSON.stringify({ bodySite: 'trunkFront', images }),
      });
      await page.reload();
      await page.getByText('Deliveries', { exact: true }).click();
      await page.getByRole('button', { name: /^Send again: report.created/ }).click();
      await page.getByText('One delivery will be sent again.').waitFor();
      await page.getByRole('button', { name: 'Remove' }).click();
      await page.getByRole('button', { name: 'Keep it' }).click();
      await page.getByRole('button', { name: 'Remove' }).click();
      await page.getByRole('button', { name: 'Remove now' }).click();
      await page.getByText('There is no webhook.').waitFor();
      expect(await desk.tiny.server.device.store.webhooks.list(id)).toEqual([]);
    }));

  test('speaks Spanish', () =>
    during({ ...desktop, language: 'es-ES' }, async ({ page }) => {
      await enter(page);
      await page.getByRole('heading', { name: 'Administración' }).waitFor();
      await page.getByRole('heading', { name: 'Cuentas' }).waitFor();
      expect(await page.title()).toBe('OpenDerm: administración');
    }));
});
