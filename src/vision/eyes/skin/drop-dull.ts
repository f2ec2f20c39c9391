// SPDX-License-Identifier: Apache-2.0
import type { SkinIndices } from '../colour/skin-indices.ts';

/**
 * Skin turns redder the darker it is, by pigment as by shade: its redness is at least this share of how much darker it is than
 * the light parts of the same skin. Walls, cloth and dark hair stay dull.
 * @source measured on photographs: unaffected skin of PAD-UFES-20 (Pacheco and others 2020) rises by 0.28 in the middle
 */
const leastRedness = 0.25;

/** The light parts of the skin: this share of it is lighter. Our own convention. */
const lightShare = 0.1;

/** Every so many pixels are enough to know a distribution. */
const sampleStep = 9;

function findLightSkin(melanin: Float32Array, marked: Float32Array): number {
  const samples = new Float32Array(Math.ceil(melanin.length / sampleStep));
  let count = 0;
  for (let at = 0; at < melanin.length; at += sampleStep) {
    if (marked[at]) samples[count++] = melanin[at] as number;
  }
  const sorted = samples.subarray(0, count).sort();
  return sorted[Math.floor(lightShare * count)] ?? 0;
}

/** Takes from what has the colour of skin (1, elsewhere 0) what is too dull for how dark it is. */
export function dropDull(marked: Float32Array, { erythema, melanin }: SkinIndices): Float32Array {
  const light = findLightSkin(melanin, marked);
  const kept = marked.slice();
  for (let at = 0; at < kept.length; at++) {
    if ((erythema[at] as number) < leastRedness * ((melanin[at] as number) - light)) kept[at] = 0;
  }
  return kept;
}
