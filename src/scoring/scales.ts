// SPDX-License-Identifier: Apache-2.0
import type { Option } from './items.ts';

/*
 * Answers that several systems share. A scale of one system alone stands in that system's file.
 */

/** Absent or present. */
export const noYes: readonly Option[] = [
  { value: 0, label: 'answer.no' },
  { value: 1, label: 'answer.yes' },
];

/** Signs of psoriasis. @source Fredriksson and Pettersson, Dermatologica 1978;157:238-244 */
export const signs0to4: readonly Option[] = [
  { value: 0, label: 'grade.none' },
  { value: 1, label: 'grade.slight' },
  { value: 2, label: 'grade.moderate' },
  { value: 3, label: 'grade.marked' },
  { value: 4, label: 'grade.veryMarked' },
];

/** Signs of eczema. @source European Task Force on Atopic Dermatitis, Dermatology 1993;186:23-31 */
export const signs0to3: readonly Option[] = [
  { value: 0, label: 'grade.none' },
  { value: 1, label: 'grade.mild' },
  { value: 2, label: 'grade.moderate' },
  { value: 3, label: 'grade.severe' },
];

/**
 * How much of a region is affected: none, under 10 %, 10-29, 30-49, 50-69, 70-89, 90-100.
 * @source Fredriksson and Pettersson, Dermatologica 1978;157:238-244
 */
export const areaGrades: readonly Option[] = [
  { value: 0, label: 'area.none' },
  { value: 1, label: 'area.below10' },
  { value: 2, label: 'area.10to29' },
  { value: 3, label: 'area.30to49' },
  { value: 4, label: 'area.50to69' },
  { value: 5, label: 'area.70to89' },
  { value: 6, label: 'area.90to100' },
];

/** Where the wording belongs to somebody else: the numbers alone. */
export function plainScale(from: number, to: number): readonly Option[] {
  return Array.from({ length: to - from + 1 }, (_, step) => ({ value: from + step, label: 'answer.plain' }));
}

/** The same where the numbers have gaps, e.g. 0, 3, 6. */
export function plainValues(...values: readonly number[]): readonly Option[] {
  return values.map((value) => ({ value, label: 'answer.plain' }));
}
