// SPDX-License-Identifier: Apache-2.0

import { fileURLToPath } from 'node:url';
import type { ModelDirs, ReadSettings } from '../src/vision/read-image.ts';

const modelDir = (name: string) => fileURLToPath(new URL(`../models/${name}`, import.meta.url));

/** The default models and limits, as the server uses them. */
export const readingSetup: {
  readonly modelDirs: ModelDirs;
  readonly settings: ReadSettings;
} = {
  modelDirs: {
    condition: modelDir('condition-default'),
    validity: modelDir('validity-default'),
    segmentation: null,
    acne: null,
  },
  settings: { maxPixels: 50_000_000, qualityAcceptableFrom: 41, priorPeak: 0.02 },
};
