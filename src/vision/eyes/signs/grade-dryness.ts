// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import type { SignGround } from './sign-ground.ts';
import { bestConfidence, clamp, shareOf, toSign } from './sign-reading.ts';

/** Dry skin's flakes are faint: lighter than their surroundings by this share of their lightness. Measured on our phantoms. */
const leastContrast = 0.035;

/** Share of grain that any photographed skin shows, and the share at the top of the scale. Measured on our phantoms. */
const usual = 0.06;
const strongest = 0.3;

/** Fine faint flakes on all the skin that is seen: dryness is not kept to the lesion. */
export function gradeDryness(ground: SignGround): Reading {
  const { lesion, fine } = ground;
  const skin = lesion.inside.map((value, at) => value | (lesion.around[at] as number));
  const share = shareOf(skin, (at) => (fine[at] as number) > leastContrast);
  const { confidence, method } = toSign(ground, 0, 'texture');
  const value = clamp((share - usual) / (strongest - usual));
  // Nothing beside it to compare with: the grain of the camera looks alike.
  return { value, confidence: Math.min(confidence, bestConfidence.relief), method };
}
