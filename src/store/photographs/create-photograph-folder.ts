// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { onDisk } from '../disk-failure.ts';
import { syncFolder, type WritingDisk, writeDurably } from '../write-durably.ts';
import type { PhotographStore } from './photograph-store.ts';

/** For the account the server runs under, and nobody else. */
const FOLDER_MODE = 0o700;
/** As ids are made: nothing in a name can lead out of the folder. */
const analysisIdPattern = /^[0-9a-f-]{36}$/;

/** Keeps photographs as `<data folder>/photographs/<analysis id>/<number from 1>.jpg`. */
export function createPhotographFolder(dataDir: string, disk: WritingDisk = fs): PhotographStore {
  const folder = join(dataDir, 'photographs');
  return {
    async keep(analysisId, photographs) {
      if (!analysisIdPattern.test(analysisId)) throw new TypeError(`Expected a UUID, received ${analysisId}`);
      const own = join(folder, analysisId);
      await onDisk(() => writeAll({ disk, own, folders: [own, folder, dataDir] }, photographs));
    },
    async remove(analysisId) {
      const own = join(folder, analysisId);
      if (analysisIdPattern.test(analysisId) && existsSync(own))
        await onDisk(async () => {
          await disk.rm(own, { recursive: true });
          await syncFolder(folder, disk);
        });
    },
  };
}

interface Shelf {
  readonly disk: WritingDisk;
  readonly own: string;
  /** Whose names change, from the inside out. */
  readonly folders: readonly string[];
}

/** All or nothing: an analysis that is not answered keeps no photograph. */
async function writeAll({ disk, own, folders }: Shelf, photographs: readonly Uint8Array[]): Promise<void> {
  await disk.mkdir(own, { recursive: true, mode: FOLDER_MODE });
  try {
    const written = await Promise.allSettled(
      photographs.map((jpeg, index) => writeDurably(join(own, `${index + 1}.jpg`), jpeg, disk)),
    );
    const failed = written.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
    for (const changed of folders) await syncFolder(changed, disk);
  } catch (error) {
    await disk.rm(own, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}
