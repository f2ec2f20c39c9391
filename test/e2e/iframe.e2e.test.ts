// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../fixtures/chromium.ts';
import {
  desktop,
  type FramedOptions,
  type FramedVisit,
  phone,
  smallPhone,
  visitFramed,
} from '../fixtures/framed-visit.ts';
import { canRun } from '../fixtures/guards.ts';
import { startHostPage } from '../fixtures/host-page.ts';
import { type IframeDesk, startIframeDesk } from '../fixtures/iframe-desk.ts';
import { examplePhoto, primary, reload, stepOf, waitForStep, walkTo } from '../fixtures/iframe-walk.ts';

const found = findChromium();
// Runs in the browser: what of a visit stays there, as text.
const keptInBrowser = `(() => {
  const ofHistory = () => JSON.stringify(history.state.visit);
  try {
    return sessionStorage.length > 1 ? 'too much' : sessionStorage.getItem('openderm.visit') ?? ofHistory();
  } catch {
    return ofHistory();
  }
})()`;
const everything = { enableAnamnesis: '1', forcedScoringSystems: 'auas', isForPatient: '1' };
const locales = ['en', 'es', 'fr', 'de', 'pt'] as const;

describe.runIf(canRun('chromium', found.missing))('the page inside a host page of another site', () => {
  let desk: IframeDesk;

  beforeAll(async () => {
    desk = await startIframeDesk();
  });

  afterAll(() => desk?.close());

  /** A visit that ends with nothing having gone wrong unseen. */
  async function during(options: FramedOptions, act: (visit: FramedVisit) => Promise<void>): Promise<void> {
    const visitor = await visitFramed(desk, options);
    try {
      await act(visitor);
      expect(visitor.troubles).toEqual([]);
    } finally {
      await visitor.end();
    }
  }

  /** The report that the host was told of, as its backend fetches it. */
  async function fetchReport({ messages }: FramedVisit) {
    const completed = await messages('analysis_completed');
    expect(completed).toHaveLength(1);
    const { status, body } = await desk.backend.read(encodeURIComponent(completed[0]?.id ?? ''));
    expect(status).toBe(200);
    return body.data;
  }

  test.each([
    { reader: 'a clinician', isForPatient: '0', size: desktop },
    { reader: 'a patient', isForPatient: '1', size: phone },
  ])('$reader goes from the first question to the result', ({ isForPatient, size }) =>
    during({ ...size, parameters: { isForPatient, visitIdentifier: 'visit-7' } }, async (visitor) => {
      const { screen } = visitor;
      const passed = await walkTo(screen, 'result');
      expect(passed.slice(0, 5)).toEqual(['welcome', 'concern', 'bodySite', 'photos', 'analysis']);
      await screen.getByTestId('result').waitFor();
      // What was shown while the page came is gone.
      expect(await screen.locator('.starting').isVisible()).toBe(false);
      const report = await fetchReport(visitor);
      expect(report).toMatchObject({ visitIdentifier: 'visit-7', bodySite: { code: 'palmRight' } });
    }),
  );

  test('the host hears of every step in one envelope, and of nothing else', () =>
    during(phone, async (visitor) => {
      await walkTo(visitor.screen, 'result');
      const heard = await visitor.heard();
      expect(new Set(heard.map(({ origin }) => origin))).toEqual(new Set([desk.tiny.origin]));
      const messages = await visitor.messages();
      // More may come between two looks; what is no message of ours would stay the difference.
      const countOthers = async () => (await visitor.heard()).length - (await visitor.messages()).length;
      await expect.poll(countOthers).toBe(0);
      expect(messages.map((message) => Object.keys(message).toSorted())).toEqual(
        messages.map(() => ['id', 'message', 'payload']),
      );
      expect(messages[0]?.message).toBe('openderm_ready');
      const stepsTold = async () => (await visitor.messages('openderm_step')).map(({ payload }) => payload);
      const expected = expect.arrayContaining(['welcome', 'photos', 'analysis', 'result']);
      await expect.poll(stepsTold).toEqual(expected);
      const steps = await stepsTold();
      expect(steps.indexOf('photos')).toBeLessThan(steps.indexOf('analysis'));
    }));

  test('clinicians read a ranked list, patients neither a condition nor a figure', async () => {
    const readResult = async (isForPatient: string) => {
      let text = '';
      await during({ ...desktop, parameters: { isForPatient } }, async ({ screen }) => {
        await walkTo(screen, 'result');
        text = await screen.getByTestId('result').innerText();
      });
      return text;
    };
    expect(await readResult('0')).toMatch(/\d %/);
    const plain = await readResult('1');
    expect(plain).not.toMatch(/\d\s?%|melanoma|naevus|keratosis/i);
    expect(plain).toMatch(/clinician/i);
  });

  test('without a result the page thanks, and the host alone has the report', () =>
    during({ ...phone, parameters: { enableResult: '0', isForPatient: '1' } }, async (visitor) => {
      await walkTo(visitor.screen, 'done');
      await visitor.screen.getByTestId('done').waitFor();
      expect(await visitor.screen.getByTestId('result').count()).toBe(0);
      await visitor.screen.getByText('Do not wait for an answer if it gets worse quickly').waitFor();
      expect(await visitor.screen.locator('.step-ways').count()).toBe(0);
      expect((await fetchReport(visitor)).result.conclusions.length).toBeGreaterThan(0);
    }));

  test.each(locales)('all of it speaks %s', (locale) =>
    during({ ...phone, parameters: { ...everything, locale } }, async (visitor) => {
      const { screen } = visitor;
      await screen.locator(`html[lang=${locale}]`).waitFor({ state: 'attached' });
      const headings: string[] = [];
      await walkTo(screen, 'result', {
        onStep: async () => {
          headings.push(await screen.getByRole('heading', { level: 1 }).innerText());
          expect(await visitor.overflowPx()).toBeLessThanOrEqual(0);
        },
      });
      // Every step asks something of its own, and no key shows where a text is missing.
      expect(new Set(headings).size).toBe(headings.length);
      expect(headings.filter((heading) => /^\w+(\.\w+)+$|^[a-z][A-Za-z]*$|\{\{/.test(heading))).toEqual([]);
      expect((await fetchReport(visitor)).anamnesisGeneral).toHaveLength(1);
    }),
  );

  test('a place that the host names is not asked for', () =>
    during({ ...phone, parameters: { bodySite: 'armLeft' } }, async (visitor) => {
      const passed = await walkTo(visitor.screen, 'result');
      expect(passed).not.toContain('bodySite');
      expect((await fetchReport(visitor)).bodySite.code).toBe('armLeft');
    }));

  test('what severity asks is answered on a screen of its own and scored in the report', () =>
    during({ ...phone, parameters: { forcedScoringSystems: 'auas' } }, async (visitor) => {
      const passed = await walkTo(visitor.screen, 'result');
      expect(passed).toContain('questions');
      const { scoringSystems } = (await fetchReport(visitor)).result;
      expect(scoringSystems.map(({ scoringSystem }) => scoringSystem.code)).toContain('auasLocal');
    }));

  test('several photographs and one of the surroundings make one report', () =>
    during({ ...phone, parameters: { macroscopicMedia: 'required' } }, async (visitor) => {
      const photos = [examplePhoto('melanoma-1'), examplePhoto('melanocytic-naevus-1')];
      const passed = await walkTo(visitor.screen, 'result', { photos });
      expect(passed).toContain('contextPhoto');
      const { result } = await fetchReport(visitor);
      expect(result.observations).toHaveLength(2);
    }));

  test('a wrong turn is taken back, with the button of the page and with that of the browser', () =>
    during(phone, async ({ page, screen }) => {
      await walkTo(screen, 'bodySite');
      await screen.getByRole('button', { name: 'Back' }).click();
      await waitForStep(screen, 'concern');
      expect(await screen.getByRole('radio').first().isChecked()).toBe(true);
      await screen.getByRole('radio').nth(1).check();
      await primary(screen).click();
      await waitForStep(screen, 'bodySite');
      await page.evaluate('history.back()');
      await waitForStep(screen, 'concern');
      expect(await screen.getByRole('radio').nth(1).isChecked()).toBe(true);
      await page.evaluate('history.forward()');
      await waitForStep(screen, 'bodySite');
    }));

  test.each([
    ['a browser that denies storage to frames of another site', 'localhost'],
    ['a portal of the same site', '127.0.0.1'],
  ] as const)('in %s a reload goes on where it was, and nothing but the handle is kept', async (_, name) => {
    const portal = await startHostPage(name);
    await desk.allow(portal.origin);
    await during({ ...phone, portal }, async ({ page, screen, frame }) => {
      await walkTo(screen, 'photos');
      await reload(frame());
      await waitForStep(screen, 'photos');
      const kept = await frame().evaluate<string>(keptInBrowser);
      expect(Object.keys(JSON.parse(kept)).toSorted()).toEqual(['address', 'handle', 'step']);
      expect(await page.context().cookies()).toEqual([]);
    });
    await portal.close();
  });

  test('two frames of one address make a report each, and a reload joins neither to the other', async () => {
    const portal = await startHostPage('127.0.0.1');
    await desk.allow(portal.origin);
    await during({ ...phone, portal }, async ({ page, screen, frame }) => {
      await walkTo(screen, 'bodySite');
      await page.evaluate(`(() => {
        const second = document.querySelector('iframe').cloneNode();
        second.title = 'Second';
        document.querySelector('main').append(second);
      })()`);
      const second = page.frameLocator('iframe[title="Second"]');
      await waitForStep(second, 'welcome');
      await walkTo(second, 'photos');
      expect(await stepOf(screen)).toBe('bodySite');
      // The visit that was kept last is that of the second, which goes on with it: the first begins anew.
      await reload(frame());
      await waitForStep(screen, 'welcome');
      expect(await stepOf(second)).toBe('photos');
    });
    await portal.close();
  });

  test('values that mean nothing are named on the console and change nothing', async () => {
    const address = await desk.makeAddress({
      locale: 'xx',
      primary: 'notAColour',
      macroscopicMedia: 'perhaps',
      fontFamily: 'Comic',
      bodySite: 'elbowOfTheMoon',
      nonsense: '1',
    });
    const visitor = await visitFramed(desk, { ...smallPhone, address });
    await waitForStep(visitor.screen, 'welcome');
    expect(await primary(visitor.screen).isVisible()).toBe(true);
    for (const name of ['locale', 'primary', 'macroscopicMedia', 'fontFamily', 'bodySite'])
      expect(visitor.troubles.join('\n')).toContain(name);
    await visitor.end();
  });
});
