// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vitest/config';

/** The quick tests of the clinic: each mutant meets all of them. */
export default defineConfig({
  test: {
    include: ['src/scoring/**/*.test.ts', 'test/golden/scoring/*.test.ts', 'src/catalogue/words.test.ts'],
    exclude: ['src/scoring/drift.test.ts'],
    setupFiles: ['scripts/few-runs.ts'],
    maxWorkers: 1,
    // A table is made when its file is read: each mutant needs the files read anew.
    isolate: true,
    bail: 1,
  },
});
