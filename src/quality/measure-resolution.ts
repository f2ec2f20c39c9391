// SPDX-License-Identifier: Apache-2.0
import type { GradingCurve } from './grade.ts';

/**
 * Grade of the upright short side in pixels. A sharp picture of 224 px is good enough, since that is what the nets
 * see; below about 100 px a lesion is a handful of pixels.
 */
export const resolutionCurve: GradingCurve = [
  [0, 0],
  [32, 0.08],
  [64, 0.24],
  [100, 0.48],
  [150, 0.68],
  [224, 0.88],
  [320, 0.95],
  [480, 1],
];
