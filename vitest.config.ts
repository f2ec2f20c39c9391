// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vitest/config';

/** Where `.ci/run` reads its counts from. */
const report = process.env['OPENDERM_TEST_REPORT'];

export default defineConfig({
  test: {
    include: ['{src,contract,sdk,test,examples,bench}/**/*.test.ts', 'web/**/*.spec.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A busy machine is late, not wrong.
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
    ...(report && { reporters: ['default', ['json', { outputFile: report }]] }),
  },
});
