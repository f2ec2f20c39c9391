// SPDX-License-Identifier: Apache-2.0
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, writeDurably } from '../write-durably.ts';
import type { PhotographStore } from './photograph-store.ts';

/** For the account the server runs under, and nobody else. */
const FOLDER_MODE = 0o700;
/** As ids are made: nothing in a name can lead out of the folder. */
const analysisIdPattern = /^[0-9a-f-]{36}$/;

/** Keeps photographs as `<data folder>/photographs/<analysis id>/<number from 1>.jpg`. */
export function createPhotographFolder(dataDir: string): PhotographStore {
  const folder = join(dataDir, 'photographs');
  return {
    async keep(analysisId, photographs) {
      if (!analysisIdPattern.test(analysisId)) throw new TypeError(`Expected a UUID, received ${analysisId}`);
      const own = join(folder, analysisId);
      await mkdir(own, { recursive: true, mode: FOLDER_MODE });
      await Promise.all(photographs.map((jpeg, index) => writeDurably(join(own, `${index + 1}.jpg`), jpeg)));
      for (const changed of [own, folder, dataDir]) await syncFolder(changed);
    },
  };
}
