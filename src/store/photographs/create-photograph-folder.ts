// SPDX-License-Identifier: Apache-2.0
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { PhotographStore } from './photograph-store.ts';

/** For the account the server runs under, and nobody else. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
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
      // The names are in the folders: they too must reach the disk before anybody relies on them.
      for (const changed of [own, folder, dataDir]) await syncFolder(changed);
    },
  };
}

/** Under a temporary name until complete, so that no reader ever sees half a photograph. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.part`;
  const file = await open(temporary, 'w', FILE_MODE);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

async function syncFolder(path: string): Promise<void> {
  // Windows has no such call; its file system journals names by itself.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
