// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vitest/config';

/** Every mutant meets the quick tests of the clinic, in a process of its own: tables are made when their file is read. */
export default defineConfig({
  test: {
    include: ['scripts/all-clinic-tests.ts'],
    setupFiles: ['scripts/few-runs.ts'],
    maxWorkers: 1,
    isolate: true,
    bail: 1,
  },
});
