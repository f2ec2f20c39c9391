// SPDX-License-Identifier: Apache-2.0
import { glob, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** What the words on a command line led to. */
export interface FoundPhotographs {
  readonly paths: readonly string[];
  /** One line for each word that led nowhere. */
  readonly problems: readonly string[];
}

const PICTURE_ENDINGS = new Set(['.jpg', '.jpeg', '.png', '.webp', '.avif', '.heif', '.heic']);
const GLOB_SIGNS = /[*?[\]{}]/;

/**
 * The files meant by file names, folders (their pictures, folders inside included) and patterns such as `*.jpg`, each
 * once, in the order given; a named file is taken whatever its ending.
 */
export async function findPhotographs(words: readonly string[]): Promise<FoundPhotographs> {
  const found = await Promise.all(words.map(findOne));
  const problems = words.flatMap((word, at) => {
    const result = found[at];
    return typeof result === 'string' ? [`${word}: ${result}`] : [];
  });
  return {
    paths: [...new Set(found.flatMap((result) => (typeof result === 'string' ? [] : result)))],
    problems,
  };
}

/** Paths, or in words why there are none. */
async function findOne(word: string): Promise<readonly string[] | string> {
  const about = await stat(word).catch(() => undefined);
  if (about?.isFile()) return [word];
  if (about?.isDirectory()) return orNothing(await picturesUnder(word), 'no pictures in this folder');
  if (about) return 'neither a file nor a folder';
  if (!GLOB_SIGNS.test(word)) return 'no such file';
  return orNothing(await collect(glob(word), (path) => path), 'nothing matches this pattern');
}

async function picturesUnder(folder: string): Promise<readonly string[]> {
  return collect(glob('**/*', { cwd: folder }), (path) => join(folder, path));
}

async function collect(
  paths: AsyncIterable<string>,
  place: (path: string) => string,
): Promise<readonly string[]> {
  const found = [];
  for await (const path of paths)
    if (PICTURE_ENDINGS.has(extname(path).toLowerCase())) found.push(place(path));
  return found.sort();
}

function orNothing(paths: readonly string[], otherwise: string): readonly string[] | string {
  return paths.length > 0 ? paths : otherwise;
}
