// SPDX-License-Identifier: Apache-2.0
import type { EyePicture, FoundBox } from '../eye.ts';
import { findRedSpots, type RedSpotSearch } from './find-red-spots.ts';
import { toBox } from './rate-spots.ts';
import { type Ground, readGround } from './read-ground.ts';

/** Papules and pustules. Chosen on the train pictures of ACNE04, faces whose lesions are boxed. */
const papules: RedSpotSearch = {
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
  leastConfidence: 0.18,
};

/** Hairs, creases and lips are long, lesions are round. Our own convention. */
const mostElongation = 2.2;

/** Inflammatory lesions on skin that has been read: boxes with the code `inflammation`, strongest first. */
export function findInflammatoryLesionsOn(ground: Ground): FoundBox[] {
  const spots = findRedSpots(ground, papules).filter((spot) => spot.elongation <= mostElongation);
  return spots.map((spot) => toBox(spot, 'inflammation', spot.confidence));
}

/** Red papules and pustules in a picture; the fallback of the acne eye where there is no net. */
export function findInflammatoryLesions(picture: EyePicture): FoundBox[] {
  return findInflammatoryLesionsOn(readGround(picture.image));
}
