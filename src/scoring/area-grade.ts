// SPDX-License-Identifier: Apache-2.0

/**
 * Lowest percentage of each grade from 2 on; anything above none is at least grade 1.
 * @source Fredriksson and Pettersson, Dermatologica 1978;157:238-244
 */
const lowestPercents = [10, 30, 50, 70, 90];

/** The grade 0-6 of an affected share of a region, 0-100 %. An affected area is never grade 0. */
export function areaGradeOf(percent: number): number {
  if (percent <= 0) return 0;
  return 1 + lowestPercents.filter((lowest) => percent >= lowest).length;
}
