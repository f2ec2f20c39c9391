// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import { fillMap } from '../fill-mask.ts';
import { smoothMap } from '../smooth-map.ts';
import type { SignGround } from './sign-ground.ts';
import { bestConfidence, clamp, toSign } from './sign-reading.ts';

/** Places are as large as this, as a share of the shorter side. Our own convention. */
const placeShare = 0.04;

/** The roughest places against the usual ones, as shares of the skin. Our own convention. */
const compared = { roughest: 0.95, usual: 0.4 };

/** Fine contrast of the roughest places beyond the usual ones', at the top of the scale. Chosen on our phantoms. */
const strongest = 0.07;

/** Every so many pixels are enough to know a distribution. */
const sampleStep = 7;

/** Fine contrast of the places of the skin, in rising order. */
function sampleRoughness({ fine, image, lesion, sidePx }: SignGround): Float32Array {
  const energy = smoothMap(
    fillMap(fine, (value) => value ** 2),
    image,
    placeShare * sidePx,
  );
  const samples: number[] = [];
  for (let at = 0; at < energy.length; at += sampleStep) {
    if (lesion.inside[at] || lesion.around[at]) samples.push(Math.sqrt(Math.max(0, energy[at] as number)));
  }
  return Float32Array.from(samples).sort();
}

/**
 * Fine faint flakes: light and dark in quick turn where the skin is driest, against the person's usual skin. Needs no redness:
 * dry skin is not always inflamed. Skin that is dry all over looks like skin that is not dry at all.
 */
export function gradeDryness(ground: SignGround): Reading {
  const sorted = sampleRoughness(ground);
  const quantile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const { confidence, method } = toSign(ground, 0, 'texture');
  const beyond = quantile(compared.roughest) - quantile(compared.usual);
  // Hair and scale look alike.
  return {
    value: clamp(beyond / strongest),
    confidence: Math.min(confidence, bestConfidence.relief),
    method,
  };
}
