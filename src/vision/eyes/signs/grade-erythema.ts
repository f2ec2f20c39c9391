// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import type { SignGround } from './sign-ground.ts';
import { meanOver, toSign } from './sign-reading.ts';

/**
 * Redness above the own skin's that takes the grade to 1 - 1/e of the scale, as optical density. A scale's upper end is no
 * redness of its own: inflamed skin of photographs has 0.05 to 0.45, and a straight scale long enough for all of it would leave
 * most of it pale. Chosen on our phantoms and on photographs.
 */
const reach = 0.14;

/**
 * How much redder the lesion is than the person's own skin: the erythema index is a difference of densities, so that melanin,
 * the same in both, falls out. Rises ever more slowly, and without an end.
 * @source Diffey and others 1984; Takiwaki 1998
 */
export function gradeErythema(ground: SignGround): Reading {
  const { excess, inside } = ground.lesion;
  return toSign(ground, 1 - Math.exp(-meanOver(excess, inside) / reach), 'colour');
}
