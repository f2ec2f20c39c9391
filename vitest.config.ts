// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vitest/config';

/** Where `.ci/run` reads its counts from. */
const report = process.env['OPENDERM_TEST_REPORT'];

export default defineConfig({
  test: {
    include: ['{src,contract,sdk,test,examples,bench}/**/*.test.ts', 'web/**/*.spec.ts'],
    // A busy machine is late, not wrong.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    env: { OPENDERM_READ_TIMEOUT_S: '120' },
    maxWorkers: 2,
    ...(report && { reporters: ['default', ['json', { outputFile: report }]] }),
  },
});
