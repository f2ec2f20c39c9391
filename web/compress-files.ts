// SPDX-License-Identifier: Apache-2.0
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Below this the headers weigh more than what is saved. Our own convention. */
const leastBytes = 1024;

/** Writes compressed twins beside scripts, styles and drawings: the server sends the one that a browser knows. */
export const compressFiles: Plugin = {
  name: 'compress-files',
  writeBundle({ dir }) {
    if (dir === undefined) return;
    for (const name of globSync('{assets,embed}/*.{js,css,svg}', { cwd: dir })) {
      const path = `${dir}/${name}`;
      const bytes = readFileSync(path);
      if (bytes.length < leastBytes) continue;
      writeFileSync(`${path}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
      writeFileSync(`${path}.br`, brotliCompressSync(bytes));
    }
  },
};
