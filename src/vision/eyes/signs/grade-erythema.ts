// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import type { SignGround } from './sign-ground.ts';
import { meanOver, toSign } from './sign-reading.ts';

/** Redness above the own skin's that is the most a scale knows, as optical density. Measured on our phantoms. */
const strongest = 0.19;

/**
 * How much redder the lesion is than the person's own skin: the erythema index is a difference of densities, so that melanin,
 * the same in both, falls out.
 * @source Diffey and others 1984; Takiwaki 1998
 */
export function gradeErythema(ground: SignGround): Reading {
  const { excess, inside } = ground.lesion;
  return toSign(ground, meanOver(excess, inside) / strongest, 'colour');
}
