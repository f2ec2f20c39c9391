// SPDX-License-Identifier: Apache-2.0
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isId } from './media-ids.ts';
import type { ReportFiles } from './media-store.ts';

/** Every report that has a folder under `<folder>/<company id>/`, an empty one too; one by one, however many there are. */
export async function* listReportFolders(folder: string): AsyncIterable<ReportFiles> {
  for await (const companyId of listFolders(folder)) {
    for await (const reportId of listFolders(join(folder, companyId))) {
      const newestAtMs = await findNewest(join(folder, companyId, reportId));
      if (newestAtMs !== undefined) yield { companyId, reportId, newestAtMs };
    }
  }
}

/** Only what is named as we name; nothing where the folder has gone meanwhile. */
async function* listFolders(path: string): AsyncIterable<string> {
  const folder = await opendir(path).catch(unlessMissing);
  // Reading to the end closes it, giving up in between as well.
  for await (const entry of folder ?? []) if (entry.isDirectory() && isId(entry.name)) yield entry.name;
}

/** Of the folder and of everything in it; undefined when it has gone meanwhile. */
async function findNewest(path: string): Promise<number | undefined> {
  const folder = await opendir(path).catch(unlessMissing);
  if (folder === undefined) return undefined;
  let newestAtMs = await modifiedAtMs(path);
  for await (const { name } of folder)
    newestAtMs = Math.max(newestAtMs, await modifiedAtMs(join(path, name)));
  return newestAtMs;
}

async function modifiedAtMs(path: string): Promise<number> {
  return (await stat(path).catch(unlessMissing))?.mtimeMs ?? 0;
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
