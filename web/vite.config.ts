// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root,
  base: '/',
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: `${root}dist`,
    emptyOutDir: true,
    target: 'baseline-widely-available',
    // A data: URI in place of a small file would need a wider content security policy.
    assetsInlineLimit: 0,
    // The polyfill is one more script, for browsers that the target leaves out anyway.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.fromEntries(
        ['index', 'docs', 'instructions', 'scores', 'admin', 'iframe', 'iframe-inert'].map((name) => [
          name,
          `${root}${name}.html`,
        ]),
      ),
    },
  },
});
