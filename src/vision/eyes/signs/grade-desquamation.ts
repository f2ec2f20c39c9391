// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import { fromLuminance, toLuminance } from '../colour/luminance.ts';
import { fillMask } from '../fill-mask.ts';
import type { SignGround } from './sign-ground.ts';
import { meanOver, shareOf, toSign } from './sign-reading.ts';

/** A flake is hardly redder than the own skin, as optical density, though it lies on a red ground. Chosen on our phantoms. */
const mostRedder = 0.02;

/**
 * A pixel that scale covers to less than this share is no flake: over dark skin a trace of white already hides the redness,
 * over light skin it does not. Chosen on our phantoms.
 */
const leastCover = 0.3;

/** Full scale is about as light as the lightest of the pale places: this share of them is darker. Our own convention. */
const fullQuantile = 0.98;

/** Every so many pixels are enough to know a distribution. */
const sampleStep = 5;

/** Share of the lesion that flakes cover at the top of the scale. Chosen on our phantoms. */
const strongest = 0.65;

function findFull(lightness: Float32Array, pale: Uint8Array): number {
  const samples: number[] = [];
  for (let at = 0; at < pale.length; at += sampleStep) if (pale[at]) samples.push(lightness[at] as number);
  return Float32Array.from(samples).sort()[Math.floor(fullQuantile * samples.length)] ?? 0;
}

/** The L* from which on a pale place is covered enough: light of scale and of skin mix by their shares of the pixel. */
function findLeastLightness(lightness: Float32Array, pale: Uint8Array, inside: Uint8Array): number {
  const bare = fillMask(inside, (value, at) => (value && !pale[at] ? 1 : 0));
  const skin = toLuminance(meanOver(lightness, bare));
  const full = toLuminance(findFull(lightness, pale));
  return fromLuminance(skin + leastCover * Math.max(0, full - skin));
}

/** Scale throws light back before blood can colour it: pale places within the lesion, lighter than its bare skin. */
export function gradeDesquamation(ground: SignGround): Reading {
  const { lesion, indices } = ground;
  const { erythema, lightness } = indices;
  const pale = fillMask(lesion.inside, (value, at) =>
    value && (erythema[at] as number) - (lesion.ground[at] as number) < mostRedder ? 1 : 0,
  );
  const least = findLeastLightness(lightness, pale, lesion.inside);
  const share = shareOf(lesion.inside, (at) => pale[at] === 1 && (lightness[at] as number) >= least);
  return toSign(ground, share / strongest, 'texture');
}
