// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../src/quality/pixel-image.ts';
import { type CameraName, cameras } from './cameras.ts';
import { type Canvas, createCanvas } from './canvas.ts';
import { develop } from './develop.ts';
import { type LightName, lights } from './lights.ts';
import { createRandom } from './random.ts';
import { type ToneName, tones } from './tones.ts';
import { type FeatureTruth, type PhantomTruth, sumUp } from './truth.ts';

/** Puts something on a canvas and says what. */
export type Feature = (canvas: Canvas) => FeatureTruth;

export interface PhantomSpec {
  readonly seed: number;
  readonly tone: ToneName;
  readonly features: readonly Feature[];
  readonly light?: LightName;
  readonly camera?: CameraName;
  /** 320 by default. */
  readonly sidePx?: number;
}

export interface Phantom {
  readonly image: PixelImage;
  readonly truth: PhantomTruth;
}

/** A photograph of skin that never was, with all that there is to know of it. The same spec gives the same pixels. */
export function renderPhantom(spec: PhantomSpec): Phantom {
  const canvas = createCanvas(spec.sidePx ?? 320, tones[spec.tone], createRandom(spec.seed));
  const found = spec.features.map((feature) => feature(canvas));
  const image = develop(canvas, lights[spec.light ?? 'daylight'], cameras[spec.camera ?? 'good']);
  return {
    image,
    truth: sumUp(
      found,
      canvas.skin.map((value) => 255 * value),
    ),
  };
}
