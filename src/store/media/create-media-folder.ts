// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import type { NewReportMedia } from '../../record/report-record.ts';
import { onDisk } from '../disk-failure.ts';
import { syncFolder, toTemporary, type WritingDisk, writeDurably } from '../write-durably.ts';
import { listReportFolders } from './list-report-folders.ts';
import { assertIds, isId, markName, reportsFolder, toMediaName } from './media-ids.ts';
import type { MediaStore } from './media-store.ts';

/** For the account the server runs under, and nobody else. */
const FOLDER_MODE = 0o700;

/** Keeps pictures as `<folder>/reports/<company id>/<report id>/<picture id>.jpg`. */
export function createMediaFolder(dir: string, disk: WritingDisk = fs): MediaStore {
  const folder = join(dir, reportsFolder);
  return {
    async keep(companyId, reportId, media) {
      assertIds([companyId, reportId, ...media.map((each) => each.media.id)]);
      const report = join(folder, companyId, reportId);
      await onDisk(() =>
        writeAll({ disk, report, folders: [report, join(report, '..'), folder, dir] }, media),
      );
    },
    async takeBack(companyId, reportId, media) {
      assertIds([companyId, reportId, ...media.map((each) => each.media.id)]);
      await clear(disk, join(folder, companyId, reportId), media);
    },
    async read(companyId, reportId, mediaId) {
      if (![companyId, reportId, mediaId].every(isId)) return undefined;
      return await onDisk(() => readIfThere(join(folder, companyId, reportId, toMediaName(mediaId))));
    },
    async remove(companyId, reportId) {
      if (![companyId, reportId].every(isId)) return;
      const company = join(folder, companyId);
      await onDisk(async () => {
        await disk.rm(join(company, reportId), { recursive: true, force: true });
        await syncFolder(company, disk).catch(unlessMissing);
      });
    },
    listReports: () => listReportFolders(folder),
    mark: (own) => onDisk(() => markFolder(disk, folder, own)),
    ping: () => onDisk(() => tryToWrite(disk, folder)),
    close: () => undefined,
  };
}

interface Shelf {
  readonly disk: WritingDisk;
  readonly report: string;
  /** Whose names change, from the inside out. */
  readonly folders: readonly string[];
}

/** All or nothing. Together, as the disk takes many names in one go. */
async function writeAll({ disk, report, folders }: Shelf, media: readonly NewReportMedia[]): Promise<void> {
  const pathOf = ({ media: { id } }: NewReportMedia) => join(report, toMediaName(id));
  try {
    await disk.mkdir(report, { recursive: true, mode: FOLDER_MODE });
    // All of them come to an end: one that were still being written could appear after it was cleared away.
    const written = await Promise.allSettled(
      media.map((each) => writeDurably(pathOf(each), each.jpeg, disk)),
    );
    const failed = written.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
    for (const changed of folders) await syncFolder(changed, disk);
  } catch (error) {
    await clear(disk, report, media);
    throw error;
  }
}

/** Only an empty folder goes: pictures that were kept before stay. */
async function clear(disk: WritingDisk, report: string, media: readonly NewReportMedia[]): Promise<void> {
  for (const each of media) await discard(disk, join(report, toMediaName(each.media.id)));
  await disk.rmdir(report).catch(() => undefined);
}

/** Of what could not be completed nothing may stay on a disk that is perhaps full. What stands in the way of a file is not ours. */
async function discard(disk: WritingDisk, path: string): Promise<void> {
  for (const each of [toTemporary(path), path]) await disk.rm(each, { force: true }).catch(() => undefined);
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  return await fs.readFile(path).catch(unlessMissing);
}

/** A file that is not there is an answer; a disk that cannot be read is not. */
function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

async function markFolder(disk: WritingDisk, folder: string, own: string): Promise<string> {
  const path = join(folder, markName);
  const found = await readIfThere(path);
  if (found !== undefined) return new TextDecoder().decode(found);
  await disk.mkdir(folder, { recursive: true, mode: FOLDER_MODE });
  // Two servers may come at once: each writes beside it, and the last one stays.
  const beside = toOwnName(path);
  await writeDurably(beside, new TextEncoder().encode(own), disk);
  await disk.rename(beside, path);
  return own;
}

/** Which no other server or call takes. */
function toOwnName(path: string): string {
  return `${path}-${randomUUID()}`;
}

/** A disk that is away, read-only or full says so only when it is written to: a folder is the least that can be. */
async function tryToWrite(disk: WritingDisk, folder: string): Promise<void> {
  await disk.mkdir(folder, { recursive: true, mode: FOLDER_MODE });
  const trial = toOwnName(join(folder, '.ready'));
  await disk.mkdir(trial);
  await disk.rmdir(trial);
}
