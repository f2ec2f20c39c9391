// SPDX-License-Identifier: Apache-2.0
import type { FoundBox } from '../eye.ts';
import { findRedSpots, type RedSpotSearch } from './find-red-spots.ts';
import { toBox } from './rate-spots.ts';
import type { Ground } from './read-ground.ts';

/** Papules and pustules. Chosen on the train pictures of ACNE04, faces whose lesions are boxed. */
const papules = {
  leastRadius: 0.006,
  largestRadius: 0.028,
  leastContrast: 0.05,
  leastSignificance: 4,
  island: {
    leastShare: 0.93,
    mostUnevenness: 0.1,
    mostUnevennessPerContrast: 0.8,
    darkerPerRedder: { from: 0.05, to: 1.2 },
  },
  growth: { reach: 1.8, merges: false },
} as const;

/** How far red spots are believed, by what is known of the person's skin. */
const beliefs = {
  /** Skin that is known to have acne. Measured on the train pictures of ACNE04: little recall is lost. */
  acne: { unrest: { calm: 0.5, restless: 1.5 }, leastConfidence: 0.12 },
  /** Any skin. Measured likewise and on unaffected skin: a false spot on every fifth photograph of a body. */
  any: { unrest: { calm: 0.3, restless: 0.8 }, leastConfidence: 0.22 },
} as const satisfies Record<string, Pick<RedSpotSearch, 'unrest' | 'leastConfidence'>>;

/** Hairs, creases and lips are long, lesions are round. Our own convention. */
const mostElongation = 2.2;
/** Papules fill the ellipse of their moments. Measured on our phantoms and on unaffected skin. */
const leastRoundness = 0.93;

/** Inflammatory lesions on skin that has been read: boxes with the code `inflammation`, strongest first. */
export function findInflammatoryLesionsOn(ground: Ground, skin: keyof typeof beliefs = 'any'): FoundBox[] {
  const spots = findRedSpots(ground, { ...papules, ...beliefs[skin] });
  return spots
    .filter((spot) => spot.elongation <= mostElongation && spot.roundness >= leastRoundness)
    .map((spot) => toBox(spot, 'inflammation', spot.confidence));
}
