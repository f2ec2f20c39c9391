// SPDX-License-Identifier: Apache-2.0

/*
 * Mutation testing of the clinic (npm run mutation): every number, band, item and step of a formula in src/scoring is changed
 * in turn, and a test must notice. Sentences that are only read (citations, notes, the formula as text) are left alone.
 */

/** Properties whose value is a sentence for people. */
const sentences = new Set(['citation', 'url', 'note', 'holder', 'formulaText']);

const sentencesForPeople = {
  shouldIgnore({ node, parentPath }) {
    const isSentence =
      node.type === 'ObjectProperty' && node.key.type === 'Identifier' && sentences.has(node.key.name);
    const isThrown = parentPath?.node.type === 'NewExpression' && parentPath.node.callee.name === 'Error';
    if (isSentence || isThrown) return 'a sentence for people';
    return undefined;
  },
};

export const strykerPlugins = [
  { kind: 'Ignore', name: 'sentences', factory: Object.assign(() => sentencesForPeople, { inject: [] }) },
];

export default {
  plugins: ['@stryker-mutator/vitest-runner', new URL(import.meta.url).pathname],
  ignorers: ['sentences'],
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutation.config.ts', related: false },
  mutate: ['src/scoring/**/*.ts', '!src/scoring/**/*.test.ts'],
  // The runner does not find single tests by name under Vitest 5, so every mutant meets all of them.
  coverageAnalysis: 'off',
  concurrency: 2,
  timeoutMS: 30_000,
  // Node runs the sources as they are; the paths of tsconfig.json need no rewriting.
  tsconfigFile: 'none.json',
  disableTypeChecks: false,
  tempDirName: 'node_modules/.cache/stryker',
  ignorePatterns: ['/models', '/training', '/data', '/screenshots', '/web', '/docs', '/bench'],
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 97, low: 95, break: 95 },
};
