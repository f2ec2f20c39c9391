// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { readProjectFile } from './house/list-project-files.ts';

interface LockedPackage {
  readonly version?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const text = readProjectFile('package-lock.json');
const packages: Readonly<Record<string, LockedPackage>> = JSON.parse(text).packages;

describe('package-lock.json', () => {
  it('locks packages by version and hash, not by address', () => {
    const addresses = text.match(/"resolved": "https?:[^"]*"/g) ?? [];
    expect(addresses.slice(0, 3), 'keep omit-lockfile-registry-resolved in .npmrc and lock again').toEqual(
      [],
    );
  });

  /* npm writes none for a platform whose package it could not find, and `npm ci` then fails on every machine. */
  it('has an entry for every platform of every native package', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
    );
    expect(missing, 'choose a version whose packages are all published, then lock again').toEqual([]);
  });
});

/** Whether a dependency of the package at `path` has an entry, beside it or in a folder above. */
function isLocked(path: string, name: string): boolean {
  const folders = path
    .split('/node_modules/')
    .map((_, at, parts) => parts.slice(0, at + 1).join('/node_modules/'));
  return ['', ...folders].some(
    (folder) => `${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages,
  );
}
