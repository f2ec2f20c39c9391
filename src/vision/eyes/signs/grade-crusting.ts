// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import { measureYellowness } from '../blobs/measure-yellowness.ts';
import { smoothMap } from '../smooth-map.ts';
import type { SignGround } from './sign-ground.ts';
import { meanOver, shareOf, toSign } from './sign-reading.ts';

/** Camera grain is evened out over so many pixels: blue is faint in dark skin, and noisy. Our own convention. */
const grainPx = 1;

/** Crust is yellower than the own skin by this much, as optical density. Chosen on our phantoms. */
const leastYellower = 0.075;

/** Share of the lesion that crusts cover at the top of the scale. Chosen on our phantoms. */
const strongest = 0.5;

/** Yellow-brown covering of the lesion: dried serum takes blue light. */
export function gradeCrusting(ground: SignGround): Reading {
  const { lesion, image } = ground;
  const yellowness = smoothMap(measureYellowness(image), image, grainPx);
  const yellow = meanOver(yellowness, lesion.around) + leastYellower;
  const share = shareOf(lesion.inside, (at) => (yellowness[at] as number) > yellow);
  return toSign(ground, share / strongest, 'texture');
}
