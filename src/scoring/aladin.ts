// SPDX-License-Identifier: Apache-2.0
import { product, sum } from './exact.ts';
import { count, measure } from './items.ts';
import { type BandTable, defineForm, type Outcome, type ScoringSystem } from './scoring-system.ts';

/*
 * ALADIN: how many lesions of acne a photograph shows, and how close together they lie. The reference's constants are not
 * public, so this is an open index of our own, 0 to 12, which nobody has validated.
 */

const source = {
  citation:
    'An open index of this software: number and density of acne lesions. It is not the published index of the same name, whose constants are not public.',
};

const items = {
  acne: count('aladin.item.acne', { by: 'seen' }),
  acneDensity: measure(
    'aladin.item.acneDensity',
    { minimum: 0, maximum: null, decimals: 2, display: 'answer.plain' },
    { by: 'seen' },
  ),
};

/** Fewest lesions of each grade from 1 on: 1-10, 11-25, 26-50, more than 50. @source our own convention, unvalidated */
export const fewestLesions = [1, 11, 26, 51];

/**
 * Lowest density of each grade from 2 on; any neighbour at all is at least grade 1. Density is the mean number of other
 * lesions within two lesion diameters of a lesion.
 * @source our own convention, unvalidated
 */
const lowestDensities = [1, 2, 4];

function countGradeOf(lesions: number): number {
  return fewestLesions.filter((fewest) => lesions >= fewest).length;
}

function densityGradeOf(density: number): number {
  if (density === 0) return 0;
  return 1 + lowestDensities.filter((lowest) => density >= lowest).length;
}

/** The number of lesions weighs twice as much as their density. @source our own convention, unvalidated */
const weights = { countGrade: 2, densityGrade: 1 };

interface Lesions {
  readonly acne: number;
  readonly acneDensity: number;
}

/** Index = 2 × grade of the count + grade of the density. @source our own index, unvalidated */
export function acneIndexOf({ acne, acneDensity }: Lesions): Outcome {
  const countGrade = countGradeOf(acne);
  const densityGrade = densityGradeOf(acneDensity);
  return {
    value: sum([product(weights.countGrade, countGrade), product(weights.densityGrade, densityGrade)]),
    components: { countGrade, densityGrade },
  };
}

/** Five grades, as the reference names them. @source our own convention: equal steps of the index */
const bands: BandTable = {
  basis: 'localConvention',
  bands: [
    { range: '[0, 0]', category: 'grade0', intensity: 'None' },
    { range: '[1, 3]', category: 'grade1', intensity: 'Low' },
    { range: '[4, 6]', category: 'grade2', intensity: 'Low' },
    { range: '[7, 9]', category: 'grade3', intensity: 'Moderate' },
    { range: '[10, 12]', category: 'grade4', intensity: 'High' },
  ],
  source: { citation: 'A convention of this software; nobody published any.' },
};

/**
 * Acne lesions by number and density.
 * @source our own index, unvalidated
 */
export const aladin: ScoringSystem = {
  code: 'aladin',
  input: 'photograph',
  source,
  licence: { terms: 'open', holder: null, note: 'An index of this software, free to use; not validated.' },
  conditions: ['ED80'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'aladinLocal',
      mode: 'local',
      items,
      formula: (lesions) => acneIndexOf(lesions),
    }),
  ],
  formulaText:
    '2 × grade of the count (0, 1-10, 11-25, 26-50, more) + grade of the density (0, below 1, below 2, below 4, more)',
  range: '[0, 12]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: false,
  pending: ['formula', 'weights', 'bands'],
  example: {
    form: 'aladinLocal',
    answers: { acne: 33, acneDensity: 1.5 },
    value: 8,
    category: 'grade3',
  },
};
