// SPDX-License-Identifier: Apache-2.0
import type { FoundBox } from '../eye.ts';
import { findRedSpots, type RedSpot, type RedSpotSearch } from './find-red-spots.ts';
import { toBox } from './rate-spots.ts';
import type { Ground } from './read-ground.ts';

/** From half a centimetre on a hand's width of skin up to plates of a third of the picture. Chosen on our phantoms. */
const wheals: RedSpotSearch = {
  leastRadius: 0.014,
  largestRadius: 0.22,
  leastContrast: 0.025,
  leastSignificance: 4.5,
  island: {
    leastShare: 0.75,
    mostUnevenness: 0.12,
    mostUnevennessPerContrast: 3,
    darkerPerRedder: { from: -1, to: 1.2 },
  },
  growth: { reach: 2, merges: true },
  // Measured on photographs of unaffected skin against our phantoms.
  unrest: { calm: 0.15, restless: 0.55 },
  leastConfidence: 0.18,
};

/** Wheals may be oval or run together, scratches and creases are longer. Our own convention. */
const mostElongation = 4;

/** A branched net of vessels is no wheal. Our own convention. */
const leastRoundness = 0.45;

/** Wheals are pink: what is redder than this, in optical density, is something else. Our own convention. */
const mostContrast = 0.35;

function isWheal(spot: RedSpot): boolean {
  if (spot.blob.contrast > mostContrast) return false;
  return spot.elongation <= mostElongation && spot.roundness >= leastRoundness;
}

/** Pink, soft-edged swellings, also with a paler middle; those that touch are one. Boxes with the code `wheal`. */
export function findWheals(ground: Ground): FoundBox[] {
  const spots = findRedSpots(ground, wheals).filter(isWheal);
  return spots.map((spot) => toBox(spot, 'wheal', spot.confidence));
}
