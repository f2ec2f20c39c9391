// SPDX-License-Identifier: Apache-2.0
import { setTimeout } from 'node:timers/promises';
import type { NewReportMedia } from '../../record/report-record.ts';
import type { Bucket, ListedObject } from '../open-bucket.ts';
import { assertIds, isId, markName, reportsFolder, toMediaName } from './media-ids.ts';
import type { MediaStore, ReportFiles } from './media-store.ts';

/** Keeps pictures as `reports/<company id>/<report id>/<picture id>.jpg`. */
export function createMediaBucket(bucket: Bucket): MediaStore {
  return {
    async keep(companyId, reportId, media) {
      assertIds([companyId, reportId, ...media.map((each) => each.media.id)]);
      await putAll(bucket, toFolder(companyId, reportId), media);
    },
    async takeBack(companyId, reportId, media) {
      assertIds([companyId, reportId, ...media.map((each) => each.media.id)]);
      await Promise.all(toObjects(toFolder(companyId, reportId), media).map(({ key }) => bucket.remove(key)));
    },
    async read(companyId, reportId, mediaId) {
      if (![companyId, reportId, mediaId].every(isId)) return undefined;
      return await bucket.get(`${toFolder(companyId, reportId)}${toMediaName(mediaId)}`);
    },
    async remove(companyId, reportId) {
      if (![companyId, reportId].every(isId)) return;
      for await (const { key } of bucket.list(toFolder(companyId, reportId))) await bucket.remove(key);
    },
    listReports: () => listReports(bucket),
    mark: (own) => markPlace(bucket, own),
    ping: () => bucket.ping(),
    close: () => bucket.close(),
  };
}

function toFolder(companyId: string, reportId: string): string {
  return `${reportsFolder}/${companyId}/${reportId}/`;
}

/** Each waits mostly for the line, but a narrow one is shared fairly only by few. @source our own convention */
const sentAtOnce = 8;
/** Whoever waits for a refusal does not wait for the clearing up as well. @source our own convention */
const clearingMs = 3000;

/** All or nothing, as far as the bucket answers. */
async function putAll(bucket: Bucket, folder: string, media: readonly NewReportMedia[]): Promise<void> {
  const objects = toObjects(folder, media);
  const waiting = objects.values();
  let failure: { readonly error: unknown } | undefined;
  const send = async () => {
    for (const { key, jpeg } of waiting) {
      if (failure !== undefined) return;
      await bucket.put(key, jpeg).catch((error: unknown) => {
        failure ??= { error };
      });
    }
  };
  await Promise.all(Array.from({ length: sentAtOnce }, send));
  if (failure === undefined) return;
  // One that failed may have arrived all the same. What cannot be removed now is nobody's: the sweep takes it.
  const cleared = Promise.allSettled(objects.map(({ key }) => bucket.remove(key)));
  await Promise.race([cleared, setTimeout(clearingMs, undefined, { ref: false })]);
  throw failure.error;
}

function toObjects(folder: string, media: readonly NewReportMedia[]) {
  return media.map(({ media: { id }, jpeg }) => ({ key: `${folder}${toMediaName(id)}`, jpeg }));
}

async function markPlace(bucket: Bucket, own: string): Promise<string> {
  const key = `${reportsFolder}/${markName}`;
  const found = await bucket.get(key);
  if (found !== undefined) return new TextDecoder().decode(found);
  await bucket.put(key, new TextEncoder().encode(own));
  return own;
}

/** The list is in order of keys, so the pictures of a report follow each other. */
async function* listReports(bucket: Bucket): AsyncIterable<ReportFiles> {
  let current: ReportFiles | undefined;
  for await (const object of bucket.list(`${reportsFolder}/`)) {
    const found = toReportFiles(object);
    if (found === undefined) continue;
    const isSame = current?.reportId === found.reportId && current.companyId === found.companyId;
    if (current !== undefined && !isSame) yield current;
    const newestAtMs = Math.max(found.newestAtMs, (isSame && current?.newestAtMs) || 0);
    current = { ...found, newestAtMs };
  }
  if (current !== undefined) yield current;
}

/** Undefined for what somebody else has put there. */
function toReportFiles({ key, modifiedAtMs }: ListedObject): ReportFiles | undefined {
  const [, companyId = '', reportId = '', name] = key.split('/');
  return isId(companyId) && isId(reportId) && name !== undefined
    ? { companyId, reportId, newestAtMs: modifiedAtMs }
    : undefined;
}
