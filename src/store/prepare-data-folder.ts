// SPDX-License-Identifier: Apache-2.0
import { mkdir, open } from 'node:fs/promises';

/** Photographs' readings and keys: for the account the server runs under, and nobody else. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** Makes the data folder if it is missing, readable by its owner only; a folder that exists is left as it is. */
export async function prepareDataFolder(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: FOLDER_MODE });
}

/** Makes an empty file that only its owner may read; SQLite gives the files it adds beside it the same mode. */
export async function preparePrivateFile(path: string): Promise<void> {
  await (await open(path, 'a', FILE_MODE)).close();
}
