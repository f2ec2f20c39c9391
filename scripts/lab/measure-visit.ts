// SPDX-License-Identifier: Apache-2.0
import type { Page } from 'playwright-core';
import { phone } from '../../test/fixtures/framed-visit.ts';
import type { IframeDesk } from '../../test/fixtures/iframe-desk.ts';
import { primary, waitForStep, walkTo } from '../../test/fixtures/iframe-walk.ts';
import { visit } from '../../test/fixtures/page-visit.ts';

/** @source Lighthouse's mobile defaults: slow 4G, and a CPU four times slower */
export const slowPhone = { cpuSlowdown: 4, downloadKbps: 1600, uploadKbps: 750, latencyMs: 150 } as const;

/** What one visit felt like. */
export interface MeasuredVisit {
  readonly firstPaintMs: number;
  /** From the request until the first question is there. */
  readonly readyMs: number;
  /** From a tap to the next picture on the screen, the longest of all that somebody makes up to the photographs. */
  readonly slowestMs: number;
  /** Everything that came over the line until the first question was there. */
  readonly bytes: number;
}

/** One visit from an empty cache to the photographs. */
export async function measureVisit(desk: IframeDesk): Promise<MeasuredVisit> {
  const { page, end } = await visit(desk.browser, desk.tiny.origin, phone);
  await page.addInitScript(watchInteractions);
  const bytes = await slowDown(page);
  await page.goto(await desk.makeAddress({ enableAnamnesis: '1' }));
  await waitForStep(page, 'welcome');
  await primary(page).waitFor();
  const readyMs = await page.evaluate<number>('performance.now()');
  const received = bytes();
  await walkTo(page, 'photos');
  // An interaction is reported with the frame after it.
  await page.waitForFunction('window.interactions.length > 0');
  const measured = {
    firstPaintMs: await page.evaluate<number>(
      `performance.getEntriesByName('first-contentful-paint')[0].startTime`,
    ),
    readyMs,
    slowestMs: await page.evaluate<number>('Math.max(...window.interactions)'),
    bytes: received,
  };
  await end();
  return measured;
}

/** Makes the machine a slow phone on a slow line; the bytes that arrived so far. */
async function slowDown(page: Page): Promise<() => number> {
  const { cpuSlowdown, downloadKbps, uploadKbps, latencyMs } = slowPhone;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: (downloadKbps * 1000) / 8,
    uploadThroughput: (uploadKbps * 1000) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  return () => bytes;
}

// Runs in the browser: how long each tap or key took until the screen showed its effect.
const watchInteractions = `
  window.interactions = [];
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) if (interactionId > 0) window.interactions.push(duration);
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 });
`;
