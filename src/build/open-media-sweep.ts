// SPDX-License-Identifier: Apache-2.0
import { createSweepMedia, type SweepMediaDependencies, type Swept } from '../device/sweep-media.ts';
import { type RegularRun, runRegularly } from '../outbox/run-regularly.ts';
import type { Store } from '../store/store.ts';

export interface MediaSweepOptions extends Pick<SweepMediaDependencies, 'media' | 'clock'> {
  readonly store: Pick<Store, 'reports' | 'secrets'>;
  readonly log: {
    info(details: object, message: string): void;
    warn(details: object, message: string): void;
  };
}

/** @source our own convention: what is a day old lies about for some hours more */
const sweepEveryMs = 6 * 60 * 60 * 1000;
/** As an id has. @source RFC 9562: 122 bits of chance never meet */
const markBytes = 16;

/** Files that no report refers to go while the server runs: at its start, and every six hours. */
export async function openMediaSweep({
  store,
  media,
  clock,
  log,
}: MediaSweepOptions): Promise<Pick<RegularRun, 'stop'>> {
  const mark = await store.secrets.obtain('storage-mark', markBytes);
  const databaseMark = Buffer.from(mark).toString('hex');
  const sweep = createSweepMedia({ media, reports: store.reports, databaseMark, clock });
  return runRegularly({
    async turn(signal) {
      // A server that ends does not wait for a storage that does not answer.
      const swept = await Promise.race([sweep(signal), untilAborted(signal)]);
      if (swept.removed > 0) log.info(swept, 'removed pictures that no report refers to');
    },
    pauseMs: sweepEveryMs,
    onFailure: (err) => log.warn({ err }, 'could not look for pictures that no report refers to'),
  });
}

function untilAborted(signal: AbortSignal): Promise<Swept> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve({ listed: 0, removed: 0 }), { once: true });
  });
}
