// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCameraFilm } from '../fixtures/camera-film.ts';
import { findChromium } from '../fixtures/chromium.ts';
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

const found = findChromium();

describe.runIf(canRun('chromium', found.missing))('the camera inside the page', () => {
  let desk: IframeDesk;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openderm-camera-'));
    const { flags } = await makeCameraFilm(folder);
    desk = await startIframeDesk({ browserFlags: flags });
  });

  afterAll(async () => {
    await desk?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function during(options: FramedOptions, act: (visit: FramedVisit) => Promise<void>): Promise<void> {
    const visitor = await visitFramed(desk, options);
    try {
      await act(visitor);
      expect(visitor.troubles).toEqual([]);
    } finally {
      await visitor.end();
    }
  }

  test.each([
    { name: 'phone', size: phone },
    { name: 'desktop', size: desktop },
  ])('takes a photograph on a $name and makes a report of it', ({ size }) =>
    during({ ...size, parameters: { enableAlternativeCameraModule: '1' } }, async (visitor) => {
      const { screen, messages } = visitor;
      await walkTo(screen, 'photos');
      await screen.getByTestId('camera').click();
      await screen.getByTestId('shutter').click();
      await screen.getByTestId('use-photo').click();
      await screen.locator('[data-testid=next]:enabled').waitFor();
      await primary(screen).click();
      await waitForStep(screen, 'analysis');
      await walkTo(screen, 'result');
      const completed = await messages('analysis_completed');
      const { body } = await desk.backend.read(encodeURIComponent(completed[0]?.id ?? ''));
      expect(body.data.result.observations).toHaveLength(1);
    }),
  );

  test('is switched off when it is closed, and when the step is left', () =>
    during({ ...phone, parameters: { enableAlternativeCameraModule: '1' } }, async ({ screen, frame }) => {
      await frame().evaluate(keepStreams);
      const live = () => frame().evaluate<number>(liveTracks);
      await walkTo(screen, 'photos');
      await screen.getByTestId('camera').click();
      await screen.locator('[data-testid=shutter]:enabled').waitFor();
      await expect.poll(live).toBe(1);
      await screen.getByRole('button', { name: 'Close the camera' }).click();
      await screen.getByTestId('shutter').waitFor({ state: 'detached' });
      await expect.poll(live).toBe(0);
      await screen.getByTestId('camera').click();
      await screen.locator('[data-testid=shutter]:enabled').waitFor();
      await screen.getByRole('button', { name: 'Back' }).click();
      await waitForStep(screen, 'bodySite');
      await expect.poll(live).toBe(0);
    }));

  test('that is not allowed is told in words, and files can be chosen', () =>
    during({ ...phone, parameters: { enableAlternativeCameraModule: '1' } }, async ({ screen, frame }) => {
      await frame().evaluate(refuseCamera);
      await walkTo(screen, 'photos');
      await screen.getByTestId('camera').click();
      await screen.getByText('The camera is not allowed here.').waitFor();
      await walkTo(screen, 'result');
    }));
});

// These run in the browser.
const keepStreams = `(() => {
  const { mediaDevices } = navigator;
  const ask = mediaDevices.getUserMedia.bind(mediaDevices);
  window.streams = [];
  mediaDevices.getUserMedia = async (wish) => {
    const stream = await ask(wish);
    window.streams.push(stream);
    return stream;
  };
})()`;
const liveTracks = `window.streams.flatMap((stream) => stream.getTracks()).filter(({ readyState }) => readyState === 'live').length`;
/** What a browser does where the frame lacks \`allow="camera"\`, or the person says no. */
const refuseCamera = `navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError')); undefined`;
