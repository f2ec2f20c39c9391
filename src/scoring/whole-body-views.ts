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

/** Percent of the whole skin that these views show together; null where one of them is none of the 17. */
export function coverageOf(codes: readonly string[]): number | null {
  const shares = codes.map((code) => viewPercents[code]);
  return shares.every((share) => share !== undefined) ? sum(shares) : null;
}

/** Percent of the whole skin that all 17 views show. */
export const fullCoveragePercent = sum(Object.values(viewPercents));
