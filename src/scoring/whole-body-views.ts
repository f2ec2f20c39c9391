// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';

/**
 * Percent of the whole skin that each of the 17 views of a whole-body series shows. Scalp, neck and genitals are in none of
 * them, so that all together show 93.5 %.
 * @source our own estimate after the proportions of adults in Lund and Browder's chart, unchecked
 */
export const viewPercents: Readonly<Record<string, number>> = {
  faceFront: 1.5,
  faceLeft: 1,
  faceRight: 1,
  armLeftTop: 3.5,
  armLeftBottom: 3.5,
  armRightTop: 3.5,
  armRightBottom: 3.5,
  handLeft: 2.5,
  handRight: 2.5,
  trunkFront: 10.5,
  trunkBack: 10.5,
  trunkLeft: 2.5,
  trunkRight: 2.5,
  legsFront: 16.5,
  legsBack: 21.5,
  footLeft: 3.5,
  footRight: 3.5,
};

/**
 * Percent of the whole skin of sites that a photograph shows in place of several views: an arm for its upper and lower half,
 * a leg for its half of both sides, the front of the head for the three views of the face.
 * @source sums and halves of the percentages above
 */
const zonePercents: Readonly<Record<string, number>> = {
  headFront: 3.5,
  armLeft: 7,
  armRight: 7,
  legLeft: 19,
  legRight: 19,
};

/** Percent of the whole skin of every site that a whole-body series may have: the 17 views, and what stands for several. */
export const skinPercents: Readonly<Record<string, number>> = { ...viewPercents, ...zonePercents };

/** Views whose skin a site shows too, though they are no parts of it. */
const sharedViews: Readonly<Record<string, readonly string[]>> = {
  headFront: ['faceFront', 'faceLeft', 'faceRight'],
  legLeft: ['legsFront', 'legsBack'],
  legRight: ['legsFront', 'legsBack'],
};

/** Whether two sites show the same skin, though neither is a part of the other. */
export function showSameSkin(one: string, other: string): boolean {
  return [sharedViews[one]?.includes(other), sharedViews[other]?.includes(one)].includes(true);
}

/** Percent of the whole skin that these sites show together; null where the share of one of them is unknown. */
export function coverageOf(codes: readonly string[]): number | null {
  const shares = codes.map((code) => skinPercents[code]);
  return shares.every((share) => share !== undefined) ? sum(shares) : null;
}

/** Percent of the whole skin that all 17 views show. */
export const fullCoveragePercent = sum(Object.values(viewPercents));
