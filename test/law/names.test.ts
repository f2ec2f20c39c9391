// SPDX-License-Identifier: Apache-2.0
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listProjectFiles } from './house/list-project-files.ts';
import { readSources } from './house/read-source.ts';

/** Names that collect strangers: what is in there cannot be guessed. */
const dumpingGrounds = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'types',
  'shared',
  'lib',
  'constants',
];

const files = listProjectFiles();
const sources = readSources();

describe('names', () => {
  it('writes source files in kebab-case', () => {
    const odd = files
      .filter((path) => /\.(ts|tsx|mts|mjs|js|css)$/.test(path))
      .filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(basename(path)));
    expect(odd.map((path) => `${path}: rename to kebab-case`)).toEqual([]);
  });

  it('has no file or folder that collects strangers', () => {
    const collecting = files.filter((path) =>
      path.split('/').some((part) => dumpingGrounds.includes(part.replace(/\..*$/, ''))),
    );
    expect(collecting.map((path) => `${path}: name it after the one idea it holds`)).toEqual([]);
  });

  it('keeps index.ts for the doors of packages', () => {
    const barrels = sources.filter(({ path }) => path.startsWith('src/') && basename(path) === 'index.ts');
    expect(barrels.map(({ path }) => `${path}: import the file you mean`)).toEqual([]);
  });

  it('numbers no test file', () => {
    const numbered = sources.filter(({ path }) => /[-.]\d+\.test\.ts$/.test(path));
    expect(numbered.map(({ path }) => `${path}: name the behaviour`)).toEqual([]);
  });
});
