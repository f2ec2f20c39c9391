// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import { toLuminance } from '../colour/luminance.ts';
import type { SignGround } from './sign-ground.ts';
import { clamp, toSign } from './sign-reading.ts';

/** The lightest skin stands for a full flake: this share of the skin is darker. Our own convention. */
const fullQuantile = 0.995;

/** Flakes are lighter than the skin by this share of its luminance at least: less is the camera's grain. Our own convention. */
const leastLighter = 0.1;

/**
 * Part of the way from usual to lightest skin that fine detail takes: in skin without flakes, and at the top of the scale.
 * Measured on our phantoms.
 */
const part = { usual: 0.13, strongest: 0.33 };

/**
 * How far the reading can be trusted at best, 0-1. Flakes of dry skin are hardly larger than a pixel of the eyes' picture, and
 * hairs, pores and the camera's grain look alike: at this size dryness is a hint and no more. Our own convention.
 */
const bestConfidence = 0.25;

/** Every so many pixels are enough to know a distribution. */
const sampleStep = 3;

/** Keep ratios finite on black. */
const leastSpan = 1e-6;
const leastPart = 0.05;

interface Texture {
  /** Luminance of the skin, 0-1, in rising order. */
  readonly light: Float32Array;
  readonly mean: number;
  /** Standard deviation of its fine detail. */
  readonly fine: number;
}

/** On the skin beside the lesion: redness and scale are not what is asked. */
function readTexture({ fine, indices, lesion }: SignGround): Texture {
  const light: number[] = [];
  let [sum, energy] = [0, 0];
  for (let at = 0; at < fine.length; at += sampleStep) {
    if (!lesion.around[at]) continue;
    const lightness = indices.lightness[at] as number;
    const here = toLuminance(lightness);
    light.push(here);
    sum += here;
    energy += (here - toLuminance(lightness / Math.max(leastPart, 1 + (fine[at] as number)))) ** 2;
  }
  const count = Math.max(1, light.length);
  return { light: Float32Array.from(light).sort(), mean: sum / count, fine: Math.sqrt(energy / count) };
}

/**
 * Fine faint flakes on skin that is not inflamed: how much of the way from usual to lightest skin its finest detail takes, a
 * measure that neither light nor skin tone moves much. Not to be told well at 512 pixels, so that its confidence stays below
 * 0.3 whatever the picture.
 */
export function gradeDryness(ground: SignGround): Reading {
  const { light, mean, fine } = readTexture(ground);
  const { confidence, method } = toSign(ground, 0, 'texture');
  const full = light[Math.floor(fullQuantile * (light.length - 1))] ?? 0;
  const taken = fine / Math.max(leastSpan, full - mean, leastLighter * mean);
  return {
    value: light.length === 0 ? 0 : clamp((taken - part.usual) / (part.strongest - part.usual)),
    confidence: Math.min(confidence, bestConfidence),
    method,
  };
}
