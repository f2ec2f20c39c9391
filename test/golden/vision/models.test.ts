// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeImage } from '../../../src/vision/decode-image.ts';
import { loadModel } from '../../../src/vision/load-model.ts';
import { resizePixels } from '../../../src/vision/resize-pixels.ts';
import { runNet } from '../../../src/vision/run-net.ts';
import conditionDefault from './condition-default.json' with { type: 'json' };
import conditionFree from './condition-free.json' with { type: 'json' };
import validityDefault from './validity-default.json' with { type: 'json' };
import validityFree from './validity-free.json' with { type: 'json' };

/** A logit's level says nothing; its distance from the others does. */
function centre(values: readonly number[]): readonly number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

const modelsDir = resolve(import.meta.dirname, '../../../models');

describe.each([conditionDefault, conditionFree, validityDefault, validityFree])(
  'the shipped $model',
  (golden) => {
    it('reads pictures here as it did where it was trained', async () => {
      const model = await loadModel(resolve(modelsDir, golden.model));
      const { input, calibration, sha256, file } = model.manifest;
      expect(sha256[file], 'run python -m training.golden after a change of weights').toBe(golden.sha256);
      for (const [name, { logits }] of Object.entries(golden.pictures)) {
        const bytes = await readFile(resolve(import.meta.dirname, name));
        const { working } = await decodeImage(bytes, { maxPixels: 1e6, neededPx: input.widthPx });
        const { probabilities } = await runNet(model, resizePixels(working, input));
        const found = centre([...probabilities].map((value) => Math.log(value) * calibration.temperature));
        const wanted = centre(logits);
        const worst = Math.max(
          ...found.map((value, label) => Math.abs(value - (wanted[label] ?? Number.NaN))),
        );
        expect(worst, name).toBeLessThan(golden.logitTolerance);
      }
    });
  },
);
