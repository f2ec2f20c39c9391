// SPDX-License-Identifier: Apache-2.0
// Every screen of the pages, light and dark, on a phone and a desktop, into screenshots/: `npm run screenshots`.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCameraFilm } from '../test/fixtures/camera-film.ts';
import { findChromium } from '../test/fixtures/chromium.ts';
import { openDeviceCompany } from '../test/fixtures/device-company.ts';
import { startDevice } from '../test/fixtures/device-process.ts';
import { freshenPages } from '../test/fixtures/fresh-pages.ts';
import {
  analyse,
  choosePhotographs,
  launchChromium,
  signIn,
  type Visit,
  visit,
} from '../test/fixtures/page-visit.ts';
import { shootIframe } from './shoot-iframe.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const outDir = join(root, 'screenshots');
const photo = (name: string) => join(root, 'examples/photos', name);

const windows = [
  { name: 'desktop-light', widthPx: 1440, heightPx: 900, colourScheme: 'light' },
  { name: 'desktop-dark', widthPx: 1440, heightPx: 900, colourScheme: 'dark' },
  { name: 'phone-light', widthPx: 390, heightPx: 844, colourScheme: 'light' },
  { name: 'small-phone-dark', widthPx: 320, heightPx: 640, colourScheme: 'dark' },
] as const;

/** Taller windows take a browser minutes to paint; our longest pages have nothing at the bottom. Our own convention. */
const tallestWindowPx = 6000;

/** A bar that has just moved may be shown as one flat colour in the first frame of a new window size. */
const paintedTwice =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))';

/** The documentation is very long, and a busy machine without a graphics card slow. Our own convention. */
const longestShotMs = 180_000;

const chromium = findChromium();
if (chromium.missing !== undefined) throw new Error(chromium.missing);

await freshenPages();
mkdirSync(outDir, { recursive: true });
const dataDir = mkdtempSync(join(tmpdir(), 'openderm-screenshots-'));
const device = await startDevice({ dataDir, settings: { OPENDERM_WORKERS: '1' } });
const { flags } = await makeCameraFilm(dataDir);
const browser = await launchChromium(chromium.path, flags);
const company = await openDeviceCompany(device, {
  name: 'Clínica Ejemplo',
  allowedOrigins: ['https://clinic.example'],
  anamnesis: [{ id: 'allergies', text: { en: 'Do you have any allergies?' } }],
});
for (const { name, ...options } of windows) {
  const visitor = await visit(browser, device.origin, options);
  await tour(visitor, name);
  for (const trouble of visitor.troubles) console.warn(`${name}: ${trouble}`);
  await visitor.end();
}
await browser.close();
await device.end('SIGTERM');
rmSync(dataDir, { recursive: true, force: true });
console.log(`Screenshots are in ${outDir}`);

async function takeShot(
  { page, overflowPx }: Visit,
  ...[name, screen]: readonly [string, string]
): Promise<void> {
  const tooWidePx = await overflowPx();
  if (tooWidePx > 0) console.warn(`${name}, ${screen}: ${tooWidePx} px wider than the window`);
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  // In a window as tall as the page, what stays at the bottom of the window stands where it ends.
  const tall = await page.evaluate<number>('document.documentElement.scrollHeight');
  if (tall < tallestWindowPx) await page.setViewportSize({ ...size, height: Math.max(size.height, tall) });
  await page.evaluate(paintedTwice);
  await page.screenshot({
    path: join(outDir, `${name}-${screen}.png`),
    fullPage: true,
    timeout: longestShotMs,
  });
  await page.setViewportSize(size);
}

async function tour(visitor: Visit, name: string): Promise<void> {
  const { page } = visitor;
  const shoot = (screen: string) => takeShot(visitor, name, screen);
  await shootIframe(page, company, shoot);
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await shoot('1-introduction');
  await signIn(page, { ...device, password: 'wrong' });
  await page.getByText('do not fit together').waitFor();
  await shoot('2-wrong-password');
  await signIn(page, device);
  await choosePhotographs(page, [photo('melanoma-1.jpg')]);
  await shoot('3-chosen');
  await tourAnswers(page, shoot);
  await page.goto('/docs');
  await page.locator('.endpoint').first().waitFor();
  await shoot('8-documentation');
  await page.goto('/docs/scores');
  await page.locator('.score').first().waitFor();
  await shoot('9-scores');
  await page.goto('/docs/instructions');
  await page.locator('#versions').waitFor();
  await shoot('11-instructions');
  await page.goto('/docs/scores');
  await page.getByLabel('Name, code or sign').fill('pasi');
  await page.locator('#pasi > summary').click();
  await page.locator('#pasi .worked').waitFor();
  await shoot('10-score');
}

async function tourAnswers(page: Visit['page'], shoot: (screen: string) => Promise<void>): Promise<void> {
  const again = async (names: readonly string[]) => {
    await page.getByRole('button', { name: 'New analysis' }).click();
    await choosePhotographs(page, names.map(photo));
    await analyse(page);
  };
  await analyse(page);
  await page
    .getByRole('button', { name: /^Heat map:/ })
    .first()
    .click();
  await shoot('4-answer');
  await page.getByRole('button', { name: 'Show all 577 entries' }).click();
  await shoot('5-whole-catalogue');
  await again(['melanoma-1.jpg', 'melanocytic-naevus-1.jpg', 'not-skin.jpg']);
  await shoot('6-several');
  await again(['blurred.jpg']);
  await shoot('7-not-usable');
}
