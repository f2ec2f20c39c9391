// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import type { SignGround } from './sign-ground.ts';
import { meanOver, shareOf, toSign } from './sign-reading.ts';

/** Crust is yellower than the own skin by this much, as optical density. Measured on our phantoms. */
const leastYellower = 0.06;

/** ... and darker by this much: dried serum and blood take light. Measured on our phantoms. */
const leastDarker = 0.03;

/** Share of the lesion that crusts cover at the top of the scale. Our own convention. */
const strongest = 0.33;

/** Yellow-brown, dull covering of the lesion. */
export function gradeCrusting(ground: SignGround): Reading {
  const { lesion, indices, yellowness } = ground;
  const yellow = meanOver(yellowness, lesion.around) + leastYellower;
  const dark = meanOver(indices.melanin, lesion.around) + leastDarker;
  const isCrust = (at: number) =>
    (yellowness[at] as number) > yellow && (indices.melanin[at] as number) > dark;
  return toSign(ground, shareOf(lesion.inside, isCrust) / strongest, 'texture');
}
