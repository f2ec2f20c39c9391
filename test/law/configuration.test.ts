// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../scripts/reference-pages.ts';
import { settingDefaults } from '../../src/config.ts';
import { listProjectFiles, readProjectFile } from './house/list-project-files.ts';

/** Read by examples and tests, not by the server. */
const elsewhere = [
  'OPENDERM_URL',
  'OPENDERM_EMAIL',
  'OPENDERM_PASSWORD',
  'OPENDERM_TEST_NO_SKIPS',
  'OPENDERM_TEST_REPORT',
];

describe('configuration', () => {
  const settings = parseSettings(readProjectFile('.env.example'));

  it('is the same in .env.example and in config.ts, defaults included', () => {
    const written = Object.fromEntries(settings.map(({ name, defaultValue }) => [name, defaultValue]));
    expect(written, 'every setting stands in both, with one default').toEqual(settingDefaults);
  });

  it('says of every setting what it does', () => {
    const silent = settings.filter(({ meaning }) => meaning.length < 10).map(({ name }) => name);
    expect(silent, 'write a comment line above it in .env.example').toEqual([]);
  });

  it('is called by its right name in documents', () => {
    const known = new Set([...Object.keys(settingDefaults), ...elsewhere]);
    const unknown = listProjectFiles()
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) =>
        (readProjectFile(path).match(/\bOPENDERM_[A-Z_]+[A-Z]\b/g) ?? [])
          .filter((name) => !known.has(name))
          .map((name) => `${path}: ${name} is no setting`),
      );
    expect(unknown).toEqual([]);
  });
});
