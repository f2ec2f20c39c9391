// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import type { SignGround } from './sign-ground.ts';

/** So much lesion skin is enough to grade it, as a share of the picture. Our own convention. */
const enoughLesionShare = 0.02;

/** How far the measure of a sign can be trusted at best, 0-1: colour more than texture. Our own convention. */
export const bestConfidence = { colour: 0.8, texture: 0.6, relief: 0.45 } as const;

/** Light that is too dim or too strong hides texture and colour, as the mean L* of the skin. Our own convention. */
const readableLight = { from: 12, fullFrom: 28, fullTo: 90, to: 99 };

/** Every so many pixels are enough to know a mean. */
const sampleStep = 11;

function gradeLight({ indices, lesion }: SignGround): number {
  let [sum, count] = [0, 0];
  for (let at = 0; at < lesion.inside.length; at += sampleStep) {
    if (!lesion.inside[at] && !lesion.around[at]) continue;
    sum += indices.lightness[at] as number;
    count++;
  }
  const mean = count === 0 ? 0 : sum / count;
  const rising = (mean - readableLight.from) / (readableLight.fullFrom - readableLight.from);
  const falling = (readableLight.to - mean) / (readableLight.to - readableLight.fullTo);
  return clamp(Math.min(rising, falling));
}

/**
 * Contrast of the finest detail that any sharp photograph of skin shows, as a share of lightness; without it texture and relief
 * are blurred away. Measured on our phantoms and on photographs made blurred (sigma of 8 pixels: mostly about 0.003).
 */
const sharpness = { from: 0.002, fullFrom: 0.006 };

function gradeSharpness({ fine, lesion }: SignGround): number {
  let [sum, count] = [0, 0];
  for (let at = 0; at < fine.length; at += sampleStep) {
    if (!lesion.inside[at] && !lesion.around[at]) continue;
    sum += (fine[at] as number) ** 2;
    count++;
  }
  const contrast = Math.sqrt(sum / Math.max(1, count));
  return clamp((contrast - sharpness.from) / (sharpness.fullFrom - sharpness.from));
}

export function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/**
 * A sign as measured: its level kept within 0-1; its confidence less for little lesion skin, no unaffected skin, bad
 * light, and, but for colour, blur.
 * @param level 0 (absent) to 1 (the most the scale knows)
 */
export function toSign(ground: SignGround, level: number, kind: keyof typeof bestConfidence): Reading {
  const { lesion, indices } = ground;
  const lesionShare = lesion.insidePx / Math.max(1, indices.erythema.length);
  const size = lesion.insidePx === 0 ? 1 : Math.min(1, Math.sqrt(lesionShare / enoughLesionShare));
  const clear = kind === 'colour' ? 1 : gradeSharpness(ground);
  const confidence = bestConfidence[kind] * lesion.confidence * size * clear * gradeLight(ground);
  return { value: lesion.insidePx === 0 ? 0 : clamp(level), confidence, method: 'measured' };
}

/** Mean of a map over marked pixels; 0 where there are none. */
export function meanOver(map: Float32Array, marked: Uint8Array): number {
  let [sum, count] = [0, 0];
  for (let at = 0; at < map.length; at++) {
    if (!marked[at]) continue;
    sum += map[at] as number;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

/** Standard deviation about zero, of a map of contrasts. */
export function energyOver(map: Float32Array, marked: Uint8Array): number {
  let [sum, count] = [0, 0];
  for (let at = 0; at < map.length; at++) {
    if (!marked[at]) continue;
    sum += (map[at] as number) ** 2;
    count++;
  }
  return count === 0 ? 0 : Math.sqrt(sum / count);
}

/** Share of marked pixels for which the test holds, 0-1. */
export function shareOf(marked: Uint8Array, holds: (at: number) => boolean): number {
  let [found, count] = [0, 0];
  for (let at = 0; at < marked.length; at++) {
    if (!marked[at]) continue;
    count++;
    if (holds(at)) found++;
  }
  return count === 0 ? 0 : found / count;
}
