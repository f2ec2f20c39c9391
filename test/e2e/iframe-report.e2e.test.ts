// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../fixtures/chromium.ts';
import { findBarriers } from '../fixtures/find-barriers.ts';
import {
  desktop,
  type FramedOptions,
  type FramedVisit,
  phone,
  visitFramed,
} from '../fixtures/framed-visit.ts';
import { canRun } from '../fixtures/guards.ts';
import { type IframeDesk, startIframeDesk } from '../fixtures/iframe-desk.ts';
import { primary, waitForStep, walkTo } from '../fixtures/iframe-walk.ts';
import { toJpeg } from '../fixtures/pictures.ts';

const found = findChromium();

describe.runIf(canRun('chromium', found.missing))('the end of the page', () => {
  let desk: IframeDesk;

  beforeAll(async () => {
    desk = await startIframeDesk();
  });

  afterAll(() => desk?.close());

  async function during(options: FramedOptions, act: (visit: FramedVisit) => Promise<void>): Promise<void> {
    const visitor = await visitFramed(desk, options);
    try {
      await act(visitor);
      expect(visitor.troubles).toEqual([]);
    } finally {
      await visitor.end();
    }
  }

  const read = async (id: string | null | undefined) =>
    (await desk.backend.read(encodeURIComponent(id ?? ''))).body.data;

  const parameters = { forcedScoringSystems: 'ascorad' };
  const codesOf = ({ result }: Awaited<ReturnType<typeof read>>) =>
    result.scoringSystems.map(({ scoringSystem }) => scoringSystem.code);

  test('what severity asks becomes a score of the report that the host was told of, once', () =>
    during({ ...phone, parameters }, async ({ screen, frame, messages }) => {
      await walkTo(screen, 'questions');
      const form = screen.locator('.question-form', { hasText: 'Scoring of Atopic Dermatitis' });
      await form.getByRole('slider', { name: 'Itch' }).fill('7');
      await primary(screen).click();
      // One of two answers that belong together is not enough, and nothing was sent.
      await screen.getByRole('alert').waitFor();
      expect(await findBarriers(frame())).toEqual([]);
      expect(await messages('analysis_completed')).toHaveLength(1);
      // The end at which a slider stands is an answer too, once somebody has meant it.
      await form.getByRole('slider', { name: 'Loss of sleep' }).press('Home');
      await primary(screen).click();
      await waitForStep(screen, 'result');
      await screen.getByRole('heading', { name: /Scoring of Atopic Dermatitis/ }).waitFor();
      const completed = await messages('analysis_completed');
      expect(completed).toHaveLength(1);
      const steps = (await messages('openderm_step')).map(({ payload }) => payload);
      expect(steps.slice(-2)).toEqual(['questions', 'result']);
      const report = await read(completed[0]?.id);
      const score = report.result.scoringSystems.find(
        ({ scoringSystem }) => scoringSystem.code === 'ascoradLocal',
      );
      const answered = score?.facets.filter(({ method }) => method === 'answer');
      expect(answered?.map(({ facet, value }) => [facet.code, value.raw])).toEqual([
        ['pruritus', 7],
        ['sleeplessness', 0],
      ]);
    }));

  test('sliders that nobody touched answer nothing, and answers can be taken back', () =>
    during({ ...phone, parameters }, async ({ screen, messages }) => {
      await walkTo(screen, 'questions');
      const form = screen.locator('.question-form', { hasText: 'Scoring of Atopic Dermatitis' });
      await form.getByRole('slider', { name: 'Itch' }).press('Tab');
      expect(await primary(screen).textContent()).toBe('Skip');
      await form.getByRole('slider', { name: 'Itch' }).press('ArrowRight');
      expect(await primary(screen).textContent()).toBe('Next');
      await form.getByRole('button', { name: 'Take these answers back' }).click();
      await primary(screen).click();
      await waitForStep(screen, 'result');
      const completed = await messages('analysis_completed');
      expect(completed).toHaveLength(1);
      expect(codesOf(await read(completed[0]?.id))).not.toContain('ascoradLocal');
    }));

  test.each([
    { enableDiagnosisSupport: '1', place: 'takes the whole width below the rest' },
    { enableDiagnosisSupport: '0', place: 'stands beside the photographs where it is all there is' },
  ])('a score alone $place', ({ enableDiagnosisSupport }) =>
    during({ ...desktop, parameters: { ...parameters, enableDiagnosisSupport } }, async ({ screen }) => {
      await walkTo(screen, 'result');
      const edgesOf = async (selector: string) => {
        const box = await screen.locator(selector).boundingBox();
        if (box === null) throw new Error(`${selector} is not shown`);
        return { left: box.x, right: box.x + box.width };
      };
      const [card, photos, report] = [
        await edgesOf('.severity'),
        await edgesOf('.photos-shown'),
        await edgesOf('.report'),
      ];
      expect(card.right).toBeCloseTo(report.right, 0);
      if (enableDiagnosisSupport === '1') expect(card.left).toBeCloseTo(report.left, 0);
      else expect(card.left).toBeGreaterThan(photos.right);
    }),
  );

  test('a patient is asked without being told the condition that the questions are about', () =>
    during({ ...phone, parameters: { ...parameters, isForPatient: '1' } }, async ({ screen }) => {
      await walkTo(screen, 'questions');
      await screen.getByText('How much has it itched lately?').waitFor();
      const text = await screen.getByRole('main').innerText();
      expect(text).not.toMatch(/dermatitis|eczema|SCORAD/i);
    }));

  test('a patient reads no condition, figure or grade, and is told to show it to a clinician', () =>
    during({ ...phone, parameters: { isForPatient: '1' } }, async ({ screen, messages }) => {
      await walkTo(screen, 'result');
      const text = (await screen.getByTestId('result').textContent()) ?? '';
      const [completed] = await messages('analysis_completed');
      const { result } = await read(completed?.id);
      expect(text).toContain('Show this to a clinician');
      expect(text).not.toMatch(/%|\b(mild|moderate|severe|grade|malignan|benign)/i);
      expect(result.conclusions.filter(({ pathology }) => text.includes(pathology.name))).toEqual([]);
    }));

  /** The address that a report carries; the server of a test does not know its own port beforehand. */
  async function makeReportAddress(more = ''): Promise<string> {
    await desk.makeKey();
    const images = [(await toJpeg()).toString('base64')];
    const { body } = await desk.backend.create({ bodySite: 'palmRight', images });
    const { pathname, search } = new URL(body.data.url ?? '');
    return desk.tiny.origin + pathname + search + more;
  }

  test('a report is opened again by its address, in the language and for the reader it says', async () => {
    await during(
      { ...desktop, address: await makeReportAddress() },
      async ({ screen, frame, overflowPx }) => {
        await screen.getByRole('heading', { name: 'Possible conditions' }).waitFor();
        const areShown = '[...document.images].every(({ naturalWidth }) => naturalWidth > 0)';
        await expect.poll(() => frame().evaluate(areShown)).toBe(true);
        expect(await findBarriers(frame())).toEqual([]);
        expect(await overflowPx()).toBeLessThanOrEqual(0);
      },
    );
    const address = (await makeReportAddress('&isForPatient=1')).replace('locale=en', 'locale=de');
    await during({ ...phone, address }, async ({ screen, overflowPx }) => {
      await screen.getByText('Zeigen Sie dies einer Ärztin oder einem Arzt').waitFor();
      expect(await screen.getByTestId('result').textContent()).not.toContain('%');
      expect(await overflowPx()).toBeLessThanOrEqual(0);
    });
  });
});
