// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../fixtures/chromium.ts';
import { type DeviceCompany, openDeviceCompany } from '../fixtures/device-company.ts';
import { type DeviceProcess, startDevice } from '../fixtures/device-process.ts';
import { desktop, phone } from '../fixtures/framed-visit.ts';
import { freshenPages } from '../fixtures/fresh-pages.ts';
import { canRun } from '../fixtures/guards.ts';
import { type Heard, type HostPage, startHostPage } from '../fixtures/host-page.ts';
import { examplePhoto, walkTo } from '../fixtures/iframe-walk.ts';
import { launchChromium, visit } from '../fixtures/page-visit.ts';

const found = findChromium();

describe.runIf(canRun('chromium', found.missing))('the framed page of the whole product', () => {
  let dataDir: string;
  let device: DeviceProcess;
  let browser: Browser;
  let host: HostPage;
  let company: DeviceCompany;

  beforeAll(async () => {
    await freshenPages();
    dataDir = mkdtempSync(join(tmpdir(), 'openderm-framed-'));
    [device, browser, host] = await Promise.all([
      startDevice({ dataDir, settings: { OPENDERM_WORKERS: '1' } }),
      launchChromium(found.path),
      startHostPage(),
    ]);
    company = await openDeviceCompany(device, { name: 'Clinic North', allowedOrigins: [host.origin] });
  });

  afterAll(async () => {
    await browser?.close();
    await Promise.all([device?.end('SIGTERM'), host?.close()]);
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** Walks from the first question to the result; what the host heard and what stood on the screen. */
  async function walk(options: {
    readonly size: typeof phone;
    readonly photos: readonly string[];
    readonly isForPatient: string;
  }) {
    const { page, troubles, end } = await visit(browser, device.origin, {
      ...options.size,
      hostOrigin: host.origin,
    });
    await page.goto(host.showing(await company.makeAddress({ isForPatient: options.isForPatient })));
    const screen = page.frameLocator('iframe');
    await walkTo(screen, 'result', { photos: options.photos.map(examplePhoto) });
    const text = await screen.getByTestId('result').innerText();
    const messages = (await page.evaluate<readonly Heard[]>('window.heard')).map(
      ({ data }) => data as { readonly message: string; readonly id: string; readonly payload: unknown },
    );
    await end();
    expect(troubles).toEqual([]);
    const completed = messages.filter(({ message }) => message === 'analysis_completed');
    expect(completed).toHaveLength(1);
    return { text, messages, report: await company.readReport(completed[0]?.id ?? '') };
  }

  test('a clinician reads what the backend of the host fetches', async () => {
    const { text, report } = await walk({
      size: desktop,
      photos: ['melanoma-1', 'melanocytic-naevus-1'],
      isForPatient: '0',
    });
    const [first] = report.result.conclusions;
    expect(report.result.observations).toHaveLength(2);
    expect(text).toContain(first?.pathology.name ?? 'no conclusion');
  });

  test('a photograph that shows nothing to judge is rejected with its reasons, and no patient is reassured', async () => {
    const { text, messages, report } = await walk({
      size: phone,
      photos: ['not-skin'],
      isForPatient: '1',
    });
    const rejected = messages.filter(({ message }) => message === 'image_rejected');
    expect(rejected).toHaveLength(1);
    expect(rejected[0]?.payload).toEqual(expect.arrayContaining([expect.any(String)]));
    expect(report.result.warnings).toContain('noValidImage');
    expect(text).toMatch(/show this to a clinician/i);
    expect(text).not.toMatch(/harmless|benign|nothing to worry|no risk|\d\s?%/i);
  });
});
