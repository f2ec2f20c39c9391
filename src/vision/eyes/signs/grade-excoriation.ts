// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import type { SignGround } from './sign-ground.ts';
import { meanOver, shareOf, toSign } from './sign-reading.ts';

/** A scratch is darker than its close surroundings by this share of their lightness. Chosen on our phantoms. */
const leastContrast = 0.05;

/** ... and redder than the lesion it lies on, as optical density: hairs and creases are not. Chosen on our phantoms. */
const leastRedder = 0.09;

/** Share of the lesion under scratches at the top of the scale. Chosen on our phantoms. */
const strongest = 0.12;

/** Fine, dark red marks within the lesion. */
export function gradeExcoriation(ground: SignGround): Reading {
  const { lesion, indices, fine } = ground;
  const redness = meanOver(lesion.excess, lesion.inside) + leastRedder;
  const isScratch = (at: number): boolean =>
    (fine[at] as number) < -leastContrast &&
    (indices.erythema[at] as number) - (lesion.ground[at] as number) > redness;
  return toSign(ground, shareOf(lesion.inside, isScratch) / strongest, 'texture');
}
