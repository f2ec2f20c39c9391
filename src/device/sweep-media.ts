// SPDX-License-Identifier: Apache-2.0
import type { MediaStore } from '../store/media/media-store.ts';
import type { NamedReport, ReportStore } from '../store/reports/report-store.ts';

export interface SweepMediaDependencies {
  readonly media: Pick<MediaStore, 'listReports' | 'remove' | 'mark'>;
  readonly reports: Pick<ReportStore, 'missing'>;
  /** Which database this is: the same text for every server that uses it. */
  readonly databaseMark: string;
  readonly clock: { nowMs(): number };
}

export interface Swept {
  /** Reports that have files. */
  readonly listed: number;
  /** Reports that are no report: their files were removed. */
  readonly removed: number;
}

/** Removes files that no report refers to. @throws Error when that would remove more than an accident leaves */
export type SweepMedia = (signal: AbortSignal) => Promise<Swept>;

/**
 * A report is written within seconds, its pictures first. A day later whatever has no record never will, however far the
 * clocks of server and storage are apart. @source our own convention
 */
const graceMs = 24 * 60 * 60 * 1000;
/** Looked up in one query. @source our own convention */
const batchSize = 200;
/**
 * A server that dies leaves what it had in hand. More, and more than this share of everything, is no accident but a database
 * that was restored from an older copy, and its pictures may still be wanted. @source our own convention
 */
const mostByAccident = 100;
const mostShareByAccident = 0.1;

/** Several servers may do it at once, and beside reports that are being written or erased. */
export function createSweepMedia(dependencies: SweepMediaDependencies): SweepMedia {
  const { media, databaseMark } = dependencies;
  return async (signal) => {
    await assertOurs(media, databaseMark);
    const { listed, strays } = await findStrays(dependencies, signal);
    const most = Math.max(mostByAccident, listed * mostShareByAccident);
    if (strays.length > most) throw new Error(tooMany(strays.length, listed));
    let removed = 0;
    for (const { companyId, reportId } of strays) {
      if (signal.aborted) break;
      await media.remove(companyId, reportId);
      removed += 1;
    }
    return { listed, removed };
  };
}

/** Nothing here is known to another database: it would find only strays. */
async function assertOurs(media: SweepMediaDependencies['media'], own: string): Promise<void> {
  const found = await media.mark(own);
  if (found === own) return;
  throw new Error('The storage of pictures belongs to another database: nothing is removed there');
}

function tooMany(strays: number, listed: number): string {
  return `${strays} of ${listed} reports in the storage are not in the database, which is more than an accident leaves: nothing is removed. Was an old copy of the database restored?`;
}

async function findStrays(
  { media, reports, clock }: SweepMediaDependencies,
  signal: AbortSignal,
): Promise<{ readonly listed: number; readonly strays: readonly NamedReport[] }> {
  const beforeMs = clock.nowMs() - graceMs;
  const strays: NamedReport[] = [];
  let listed = 0;
  for await (const batch of inBatches(media.listReports())) {
    listed += batch.length;
    if (signal.aborted) break;
    const old = batch.filter(({ newestAtMs }) => newestAtMs < beforeMs);
    strays.push(...(await reports.missing(old)));
  }
  return { listed, strays };
}

async function* inBatches<T>(items: AsyncIterable<T>): AsyncIterable<readonly T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
