// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { body, Calibration, Fraction, head, Name } from './manifest-parts.ts';

export const AcneManifestSchema = Type.Object({
  ...head,
  task: Type.Literal('acne-detection'),
  ...body,
  outputs: Type.Object({ heat: Name, size: Name, density: Name, grade: Name }),
  calibration: Calibration,
  thresholds: Type.Object({ lesion: Fraction }),
});

/**
 * A net that finds the lesions of acne. Out come, over cells of the input picture: `heat` `[1, 1, h, w]`, probability 0-1
 * that a lesion's centre lies in the cell (a lesion is a peak of at least `thresholds.lesion`); `size` `[1, 2, h, w]`, its
 * width and height in pixels of the input; `density` `[1, 1, h, w]`, expected number of lesions; and `grade` `[1, 4]`,
 * logits of the four grades of `labels.json` from the mildest on, calibrated by `calibration`.
 */
export type AcneManifest = Static<typeof AcneManifestSchema>;
