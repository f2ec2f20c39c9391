// SPDX-License-Identifier: Apache-2.0
import { globSync } from 'node:fs';
import { resolve } from 'node:path';

/*
 * The quick tests of the clinic as one file: a mutant then costs one fresh process, not one for each file. What is most
 * likely to notice stands first.
 */
const root = resolve(import.meta.dirname, '..');
const patterns = [
  'test/golden/scoring/*.test.ts',
  'src/scoring/*.test.ts',
  'src/catalogue/words.test.ts',
  'src/fhir/*.test.ts',
];
const slow = ['src/scoring/drift.test.ts'];

for (const file of globSync(patterns, { cwd: root }).filter((each) => !slow.includes(each)))
  await import(resolve(root, file));
