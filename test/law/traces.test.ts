// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { listProjectFiles, readProjectFile } from './house/list-project-files.ts';

/*
 * What ties a clone to the machine it was written on: it would fail elsewhere, or tell strangers what is none of their
 * business. Photographs other than the samples, private keys and tokens belong here too.
 */
const textFile =
  /(^|\/)(\.[a-z]+|[A-Z]+|[\w.-]+\.(ts|tsx|mts|mjs|js|json|md|py|sh|css|html|toml|txt|csv|yml|yaml))$/;
const thisFile = 'test/law/traces.test.ts';

const files = listProjectFiles();
const texts = files
  .filter((path) => (textFile.test(path) || path === '.ci/run' || path === '.npmrc') && path !== thisFile)
  .map((path) => ({ path, text: readProjectFile(path) }));

const traces: readonly { readonly what: string; readonly pattern: RegExp; readonly instead: string }[] = [
  {
    what: 'a path of one machine',
    pattern: /(?<![\w.$}/])\/(?:root|home\/[a-z]\w*|Users\/\w+|work|mnt|opt\/[a-z])(?:\/|\b)(?=[\w./-]*)/,
    instead: 'use a relative path, or take it from the environment',
  },
  {
    what: 'a private registry',
    pattern: /^\s*(?:@[\w-]+:)?(?:registry|index-url|extra-index-url)\s*=/m,
    instead: 'leave registries to the user',
  },
  {
    what: 'a private key',
    pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
    instead: 'generate it in the test',
  },
  {
    what: 'a token',
    pattern: /\b(?:npm_|ghp_|github_pat_|sk-)[A-Za-z0-9]{20,}/,
    instead: 'revoke it, then remove it',
  },
];

describe('traces of a machine', () => {
  it.each(traces)('holds no $what', ({ pattern, instead }) => {
    const found = texts
      .map(({ path, text }) => ({ path, match: pattern.exec(text) }))
      .filter(({ match }) => match !== null)
      .map(({ path, match }) => `${path}: ${match?.[0].trim()}; ${instead}`);
    expect(found).toEqual([]);
  });

  it('carries no photograph but the samples', () => {
    const photographs = files.filter((path) => /\.(jpe?g|heic|tiff?|dcm|avif|webp)$/i.test(path));
    const strangers = photographs.filter((path) => !path.startsWith('examples/photos/'));
    expect(strangers, 'generate test pictures in test/fixtures').toEqual([]);
  });
});
