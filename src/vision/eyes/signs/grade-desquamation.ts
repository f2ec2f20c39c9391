// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import type { SignGround } from './sign-ground.ts';
import { shareOf, toSign } from './sign-reading.ts';

/** A flake is lighter than its surroundings by this share of their lightness. Measured on our phantoms. */
const leastContrast = 0.06;

/** Share of the lesion that flakes cover at the top of the scale. Measured on our phantoms. */
const strongest = 0.2;

/** Scale throws light back before blood can colour it: bright, fine, pale spots on the lesion, more than on the skin beside it. */
export function gradeDesquamation(ground: SignGround): Reading {
  const { lesion, fine, middle } = ground;
  const isFlake = (at: number) => (fine[at] as number) + (middle[at] as number) > leastContrast;
  const excess = shareOf(lesion.inside, isFlake) - shareOf(lesion.around, isFlake);
  return toSign(ground, excess / strongest, 'texture');
}
