// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import type { SignGround } from './sign-ground.ts';
import { shareOf, toSign } from './sign-reading.ts';

/** A flake is hardly redder than the own skin, as optical density, though it lies on a red ground. Chosen on our phantoms. */
const mostRedder = 0.02;

/** Share of the lesion that flakes cover at the top of the scale. Chosen on our phantoms. */
const strongest = 0.65;

/** Scale throws light back before blood can colour it: pale places within the lesion. */
export function gradeDesquamation(ground: SignGround): Reading {
  const { lesion, indices } = ground;
  const isFlake = (at: number): boolean =>
    (indices.erythema[at] as number) - (lesion.ground[at] as number) < mostRedder;
  return toSign(ground, shareOf(lesion.inside, isFlake) / strongest, 'texture');
}
