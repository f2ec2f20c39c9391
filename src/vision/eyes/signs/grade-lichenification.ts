// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import { readRelief } from './read-relief.ts';
import type { SignGround } from './sign-ground.ts';
import { energyOver, toSign } from './sign-reading.ts';

/** Relief of coarsened skin lines beyond the unaffected skin's, at the top of the scale, as optical density. Measured on our phantoms. */
const strongest = 0.03;

/** Coarse, deepened skin lines: contrast of middle-sized detail on the lesion against the skin beside it. */
export function gradeLichenification(ground: SignGround): Reading {
  const { lesion } = ground;
  const { lines } = readRelief(ground.image);
  const excess = energyOver(lines, lesion.inside) - energyOver(lines, lesion.around);
  return toSign(ground, excess / strongest, 'texture');
}
