// SPDX-License-Identifier: Apache-2.0
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listProjectFiles, projectRoot } from './house/list-project-files.ts';

/** A clone must stay small enough to fetch on a ward's network, and every version of a weight file stays in history. */
const MAX_ALL_BYTES = 80e6;
const MAX_FILE_BYTES = 20e6;

const weights = listProjectFiles()
  .filter((path) => /\.(onnx|data|safetensors)$/.test(path))
  .map((path) => ({ path, sizeBytes: statSync(join(projectRoot, path)).size }));

describe('weights', () => {
  it('stay within 20 MB a file and 80 MB in all', () => {
    const heavy = weights.filter(({ sizeBytes }) => sizeBytes > MAX_FILE_BYTES).map(({ path }) => path);
    expect(heavy, 'quantise it, or choose a smaller backbone').toEqual([]);
    expect(weights.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)).toBeLessThan(MAX_ALL_BYTES);
  });

  it('lie in models/, each with its manifest, card and labels', () => {
    const lacking = weights.flatMap(({ path }) =>
      ['model.json', 'card.md']
        .map((name) => `${dirname(path)}/${name}`)
        .filter((companion) => !path.startsWith('models/') || !existsSync(join(projectRoot, companion))),
    );
    expect(lacking, 'a weight file without its papers is not a model').toEqual([]);
  });
});
