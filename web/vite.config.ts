// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin } from 'vite';
import { compressFiles } from './compress-files.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * What other sites load to show the page: one file, without the pieces that pages share, at an address that stays. So it
 * is built by itself, and put beside the pages.
 */
const embedLoader: Plugin = {
  name: 'embed-loader',
  async generateBundle() {
    const built = await build({
      configFile: false,
      root,
      logLevel: 'warn',
      build: {
        write: false,
        target: 'baseline-widely-available',
        lib: { entry: `${root}src/embed/main.ts`, formats: ['es'], fileName: 'openderm' },
        rolldownOptions: { output: { minify: true } },
      },
    });
    for (const { output } of [built].flat().filter((each) => 'output' in each))
      for (const file of output)
        if (file.type === 'chunk')
          this.emitFile({
            type: 'prebuilt-chunk',
            fileName: 'embed/openderm.js',
            code: file.code,
            exports: file.exports,
          });
  },
};

export default defineConfig({
  root,
  plugins: [embedLoader, compressFiles],
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
        ['index', 'docs', 'instructions', 'scores', 'admin', 'iframe', 'iframe-inert', 'playground'].map(
          (name) => [name, `${root}${name}.html`],
        ),
      ),
    },
  },
});
