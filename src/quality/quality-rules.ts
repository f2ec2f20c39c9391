// SPDX-License-Identifier: Apache-2.0

import type { GradingCurve } from './grade.ts';
import { contrastCurve } from './measure-contrast.ts';
import { clippingCurve, highlightsCurve, shadowsCurve } from './measure-exposure.ts';
import { glareCurve } from './measure-glare.ts';
import { noiseCurve } from './measure-noise.ts';
import { notableBelow, worstWeight } from './measure-quality.ts';
import { resolutionCurve } from './measure-resolution.ts';
import { blurCurve } from './measure-sharpness.ts';
import { judgedSidePx } from './quality-picture.ts';

/** What the quality of a photograph is graded by, for whoever wants to grade it before sending it. */
export interface QualityRules {
  /** Below this grade, 0-1, a fault is worth a word. */
  readonly notableBelow: number;
  /** How far the worst grade decides alone, 0-1. */
  readonly worstWeight: number;
  /** Every picture is judged as if its short side had so many pixels. */
  readonly judgedSidePx: number;
  /** By what is measured. */
  readonly curves: Readonly<Record<MeasureName, GradingCurve>>;
}

export type MeasureName =
  | 'resolution'
  | 'highlights'
  | 'shadows'
  | 'clipping'
  | 'blur'
  | 'noise'
  | 'glare'
  | 'contrast';

/** The very ones that `measureQuality` uses. */
export const qualityRules: QualityRules = {
  notableBelow,
  worstWeight,
  judgedSidePx,
  curves: {
    resolution: resolutionCurve,
    highlights: highlightsCurve,
    shadows: shadowsCurve,
    clipping: clippingCurve,
    blur: blurCurve,
    noise: noiseCurve,
    glare: glareCurve,
    contrast: contrastCurve,
  },
};
