// SPDX-License-Identifier: Apache-2.0
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../fixtures/chromium.ts';
import { findBarriers } from '../fixtures/find-barriers.ts';
import { desktop, phone, smallPhone } from '../fixtures/framed-visit.ts';
import { canRun } from '../fixtures/guards.ts';
import { type IframeDesk, startIframeDesk } from '../fixtures/iframe-desk.ts';
import { choosePhotos, examplePhoto, primary, stepOf, waitForStep, walkTo } from '../fixtures/iframe-walk.ts';
import { type Visit, type VisitOptions, visit } from '../fixtures/page-visit.ts';
import { pressUntil } from '../fixtures/press-keys.ts';

/** axe-core looks at every element of ten screens; beside other work on two cores that takes minutes. */
const timeoutMs = 300_000;

const found = findChromium();
const everything = { enableAnamnesis: '1', macroscopicMedia: 'optional', forcedScoringSystems: 'apasi,auas' };

/** A desktop window of 1280 by 1024 at 400 % has this many pixels of its own. @source WCAG 2.2, 1.4.10 */
const enlarged = { widthPx: 320, heightPx: 256 };

describe.runIf(canRun('chromium', found.missing))(
  'everybody can use the framed page (WCAG 2.2 AA, axe-core)',
  () => {
    let desk: IframeDesk;

    beforeAll(async () => {
      desk = await startIframeDesk();
    });

    afterAll(() => desk?.close());

    async function during(
      options: VisitOptions & { readonly parameters?: Readonly<Record<string, string>> },
      act: (visit: Visit) => Promise<void>,
    ): Promise<void> {
      const visitor = await visit(desk.browser, desk.tiny.origin, options);
      await visitor.page.goto(await desk.makeAddress({ ...everything, ...options.parameters }));
      try {
        await act(visitor);
        expect(visitor.troubles).toEqual([]);
      } finally {
        await visitor.end();
      }
    }

    test.each([
      { name: 'light, desktop, clinician', ...desktop, colourScheme: 'light', isForPatient: '0' },
      { name: 'dark, phone, patient', ...phone, colourScheme: 'dark', isForPatient: '1' },
      { name: 'dark, small phone, clinician', ...smallPhone, colourScheme: 'dark', isForPatient: '0' },
    ] as const)(
      'no barrier on any step: $name',
      ({ isForPatient, ...options }) =>
        during({ ...options, parameters: { isForPatient } }, async ({ page }) => {
          await walkTo(page, 'result', {
            onStep: async (step) => expect(await findBarriers(page), step).toEqual([]),
          });
          await page.getByTestId('result').waitFor();
          expect(await findBarriers(page), 'result').toEqual([]);
        }),
      timeoutMs,
    );

    test(
      'no barrier with the list of places open, with photographs there, or in the system colours',
      () =>
        during({ ...phone, forcedColours: true }, async ({ page }) => {
          await walkTo(page, 'bodySite');
          await page.getByRole('button', { expanded: false }).click();
          await page.getByRole('searchbox').waitFor();
          expect(await findBarriers(page), 'list of places').toEqual([]);
          await page.getByRole('radio').first().check();
          await page.getByTestId('next').click();
          await walkTo(page, 'photos');
          await choosePhotos(page, ['melanoma-1', 'blurred', 'not-skin'].map(examplePhoto));
          expect(await findBarriers(page), 'photographs').toEqual([]);
        }),
      timeoutMs,
    );

    test('a photograph that is taken again leaves the focus where the photographs are', () =>
      during(phone, async ({ page }) => {
        await walkTo(page, 'photos');
        await choosePhotos(page, ['blurred', 'melanoma-1'].map(examplePhoto));
        const again = page.locator('.photo-acts input[type=file]').first();
        await again.focus();
        await again.setInputFiles(examplePhoto('melanocytic-naevus-1'));
        await page.locator('.photo-list:focus').waitFor();
      }));

    test('what is chosen is told apart in the system colours', () =>
      during({ ...phone, forcedColours: true }, async ({ page }) => {
        await walkTo(page, 'concern');
        const lookOf = (at: number) => page.locator('.card-choice').nth(at).evaluate(outlineOf);
        await page.getByRole('radio').first().check();
        expect(await lookOf(0)).not.toBe(await lookOf(1));
      }));

    test.each([smallPhone, enlarged])('every step fits $widthPx by $heightPx px', (size) =>
      during(size, async ({ page, overflowPx }) => {
        const fits = async (step: string) => {
          expect(await overflowPx(), step).toBeLessThanOrEqual(0);
          expect(await page.evaluate<number>(coveredShare), step).toBeLessThan(0.5);
        };
        await walkTo(page, 'result', { onStep: fits, onAnswered: fits });
        await page.getByTestId('result').waitFor();
        expect(await overflowPx(), 'result').toBeLessThanOrEqual(0);
      }),
    );

    test('letters twice as large still fit', () =>
      during(phone, async ({ page, overflowPx }) => {
        await waitForStep(page, 'welcome');
        await page.evaluate('document.documentElement.style.fontSize = "200%"');
        const isInside = async (step: string) => expect(await overflowPx(), step).toBeLessThanOrEqual(0);
        await walkTo(page, 'result', { onStep: isInside, onAnswered: isInside });
        await page.getByTestId('result').waitFor();
        await isInside('result');
      }));

    test('nothing moves for those who asked for no movement', () =>
      during(phone, async ({ page }) => {
        await walkTo(page, 'result', {
          onStep: async (step) => expect(await page.evaluate(longAnimations), step).toEqual([]),
        });
      }));

    test('the keyboard alone leads from the first question to the result', () =>
      during({ ...desktop, parameters: { macroscopicMedia: 'disabled' } }, async ({ page }) => {
        await waitForStep(page, 'welcome');
        const isAtHeading = () => page.locator('h1:focus').waitFor();
        const goOn = async () => {
          const step = await stepOf(page);
          await primary(page).waitFor();
          await pressUntil(page, 'Tab', '[data-testid=next]');
          await page.keyboard.press('Enter');
          await page.locator(`main:not([data-step="${step}"])`).waitFor();
        };
        await isAtHeading();
        await pressUntil(page, 'Tab', 'input[type=checkbox]');
        await page.keyboard.press('Space');
        await goOn();
        await isAtHeading();
        await pressUntil(page, 'Tab', 'input[type=radio]');
        await page.keyboard.press('Space');
        await goOn();
        await isAtHeading();
        await choosePlace(page);
        await goOn();
        await isAtHeading();
        await pressUntil(page, 'Tab', 'textarea');
        await page.keyboard.type('Pollen');
        await goOn();
        await isAtHeading();
        await choosePhotograph(page);
        await goOn();
        await waitForStep(page, 'questions');
        await isAtHeading();
        await goOn();
        await page.getByTestId('result').waitFor();
      }));
  },
);

async function choosePlace(page: Page): Promise<void> {
  await pressUntil(page, 'Tab', 'button[aria-expanded=false]');
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox').waitFor();
  await pressUntil(page, 'Tab', 'input[type=search]');
  await page.keyboard.type('palm');
  await pressUntil(page, 'Tab', 'input[name=site]');
  await page.keyboard.press('Space');
}

/** The browser's own dialogue for files is the one thing that no page can show. */
async function choosePhotograph(page: Page): Promise<void> {
  const dialogue = page.waitForEvent('filechooser');
  await pressUntil(page, 'Tab', '[data-testid=photos]');
  await page.keyboard.press('Enter');
  await (await dialogue).setFiles(examplePhoto('melanoma-1'));
  await page.locator('[data-testid=next]:enabled').waitFor();
}

// These run in the browser, whose types this side of the test does not know.
const outlineOf = (card: unknown) =>
  (globalThis as unknown as { getComputedStyle(of: unknown): { outline: string } }).getComputedStyle(card)
    .outline;

/** How much of the window what stays in place covers: nothing where a step has no way on. */
const coveredShare = `(document.querySelector('.step-ways')?.getBoundingClientRect().height ?? 0) / innerHeight`;

/** Movement that somebody would see. */
const longAnimations = `document.getAnimations()
  .filter(({ effect }) => Number(effect.getComputedTiming().duration) > 1)
  .map((animation) => animation.animationName ?? animation.transitionProperty)`;
