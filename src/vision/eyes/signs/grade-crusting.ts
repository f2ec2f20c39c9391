// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import type { SignGround } from './sign-ground.ts';
import { meanOver, shareOf, toSign } from './sign-reading.ts';

/** Crust is yellower than the own skin by this much, as optical density. Chosen on our phantoms. */
const leastYellower = 0.075;

/** Share of the lesion that crusts cover at the top of the scale. Chosen on our phantoms. */
const strongest = 0.5;

/** Yellow-brown covering of the lesion: dried serum takes blue light. */
export function gradeCrusting(ground: SignGround): Reading {
  const { lesion, yellowness } = ground;
  const yellow = meanOver(yellowness, lesion.around) + leastYellower;
  const share = shareOf(lesion.inside, (at) => (yellowness[at] as number) > yellow);
  return toSign(ground, share / strongest, 'texture');
}
