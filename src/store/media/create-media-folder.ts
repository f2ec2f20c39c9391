// SPDX-License-Identifier: Apache-2.0
import { mkdir, readFile, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { NewReportMedia } from '../../record/report-record.ts';
import { syncFolder, toTemporary, writeDurably } from '../write-durably.ts';
import type { MediaStore } from './media-store.ts';

/** For the account the server runs under, and nobody else. */
const FOLDER_MODE = 0o700;
/** As ids are made: nothing in a name can lead out of the folder. */
const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Keeps pictures as `<data folder>/reports/<company id>/<report id>/<picture id>.jpg`. */
export function createMediaFolder(dataDir: string): MediaStore {
  const folder = join(dataDir, 'reports');
  return {
    async keep(companyId, reportId, media) {
      assertIds([companyId, reportId, ...media.map((each) => each.media.id)]);
      const company = join(folder, companyId);
      const report = join(company, reportId);
      await mkdir(report, { recursive: true, mode: FOLDER_MODE });
      await writeAll(report, media);
      for (const changed of [report, company, folder, dataDir]) await syncFolder(changed);
    },
    async read(companyId, reportId, mediaId) {
      if (![companyId, reportId, mediaId].every(isId)) return undefined;
      return await readIfThere(join(folder, companyId, reportId, toName(mediaId)));
    },
    async remove(companyId, reportId) {
      if (![companyId, reportId].every(isId)) return;
      const company = join(folder, companyId);
      await rm(join(company, reportId), { recursive: true, force: true });
      await syncFolder(company).catch(unlessMissing);
    },
  };
}

function isId(id: string): boolean {
  return idPattern.test(id);
}

function assertIds(ids: readonly string[]): void {
  const strange = ids.find((id) => !isId(id));
  if (strange !== undefined) throw new TypeError(`Expected a UUID in lower case, received ${strange}`);
}

function toName(mediaId: string): string {
  return `${mediaId}.jpg`;
}

/** All or nothing. Together, as the disk takes many names in one go. */
async function writeAll(report: string, media: readonly NewReportMedia[]): Promise<void> {
  const pathOf = ({ media: { id } }: NewReportMedia) => join(report, toName(id));
  const written = await Promise.allSettled(media.map((each) => writeDurably(pathOf(each), each.jpeg)));
  const failed = written.find(({ status }) => status === 'rejected');
  if (failed?.status !== 'rejected') return;
  for (const each of media) await discard(pathOf(each));
  // Only an empty folder goes: pictures that were kept before stay.
  await rmdir(report).catch(() => undefined);
  throw failed.reason;
}

/** Of what could not be completed nothing may stay on a disk that is perhaps full. */
async function discard(path: string): Promise<void> {
  await rm(toTemporary(path), { force: true });
  // What stands in the way of a file is not ours to remove.
  await rm(path, { force: true }).catch(() => undefined);
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  return await readFile(path).catch(unlessMissing);
}

/** A file that is not there is an answer; a disk that cannot be read is not. */
function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
