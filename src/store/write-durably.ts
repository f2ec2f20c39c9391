// SPDX-License-Identifier: Apache-2.0
import * as fs from 'node:fs/promises';

/** The calls that write; tests pass disks that fail at the n-th of them. */
export interface WritingDisk extends Pick<typeof fs, 'open' | 'rename' | 'rm' | 'rmdir'> {
  mkdir(path: string, options?: { readonly recursive: true; readonly mode: number }): Promise<unknown>;
}

/** For the account the server runs under, and nobody else. */
const FILE_MODE = 0o600;

/**
 * Under a temporary name until complete, so that no reader ever sees half a file. Its name reaches the disk with its
 * folder: see `syncFolder`.
 */
export async function writeDurably(
  path: string,
  bytes: Uint8Array,
  { open, rename }: Pick<WritingDisk, 'open' | 'rename'> = fs,
): Promise<void> {
  const temporary = toTemporary(path);
  const file = await open(temporary, 'w', FILE_MODE);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

/** Where a file is until it is complete; one that was never completed is nobody's. */
export function toTemporary(path: string): string {
  return `${path}.part`;
}

/** Names are in folders: they too must reach the disk before anybody relies on them. */
export async function syncFolder(path: string, { open }: Pick<WritingDisk, 'open'> = fs): Promise<void> {
  // Windows has no such call; its file system journals names by itself.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
