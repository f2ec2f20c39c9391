// SPDX-License-Identifier: Apache-2.0
import { product, sum } from './exact.ts';
import { choice, measure, percentage } from './items.ts';
import { signs0to3 } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * SCORAD: Scoring Atopic Dermatitis. How much of the skin is affected, how bad six signs are where they are typical, and how
 * much itch and lost sleep there was. 0 to 103.
 */

const source = {
  citation:
    'European Task Force on Atopic Dermatitis. Severity scoring of atopic dermatitis: the SCORAD index. Dermatology 1993;186:23-31.',
};

/** 0 to 10, mean of the last three days and nights. @source European Task Force on Atopic Dermatitis 1993 */
export const ofTen = { minimum: 0, maximum: 10, decimals: 1, display: 'answer.ofTen' };

const items = {
  surface: percentage('sign.surface', { alias: 'area' }),
  erythema: choice('sign.erythema', signs0to3),
  swelling: choice('sign.swelling', signs0to3),
  crusting: choice('sign.crusting', signs0to3),
  excoriation: choice('sign.excoriation', signs0to3),
  lichenification: choice('sign.lichenification', signs0to3),
  dryness: choice('sign.dryness', signs0to3),
  pruritus: measure('sign.pruritus', ofTen),
  sleeplessness: measure('sign.sleeplessness', ofTen),
};

/** A fifth of the extent and seven halves of the signs. @source European Task Force on Atopic Dermatitis 1993 */
const weights = { extent: 0.2, signs: 3.5 };

type Answers = Readonly<Record<Exclude<keyof typeof items, 'surface'>, number>>;

/**
 * SCORAD = A/5 + 7B/2 + C: A percent of the whole skin, B the six signs, C itch and loss of sleep. Without C it is the
 * objective SCORAD.
 * @source European Task Force on Atopic Dermatitis 1993
 */
export function scoradOf(
  percentOfBody: number,
  { pruritus, sleeplessness, ...signs }: Answers,
): { readonly value: number; readonly objectiveScorad: number } {
  const { erythema, swelling, crusting, excoriation, lichenification, dryness } = signs;
  const signsSum = sum([erythema, swelling, crusting, excoriation, lichenification, dryness]);
  const objectiveScorad = sum([product(weights.extent, percentOfBody), product(weights.signs, signsSum)]);
  return { value: sum([objectiveScorad, pruritus, sleeplessness]), objectiveScorad };
}

/** Below 25 mild, above 50 severe. @source https://clincalcpro.com/calculators/dermatology/scorad */
export const scoradBands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 25)', category: 'mild', intensity: 'Low' },
    { range: '[25, 50]', category: 'moderate', intensity: 'Moderate' },
    { range: '(50, 103]', category: 'severe', intensity: 'High' },
  ],
  source: {
    citation: 'Cut-offs 25 and 50, as given by ClinCalcPro.',
    url: 'https://clincalcpro.com/calculators/dermatology/scorad',
  },
};

/**
 * Scoring Atopic Dermatitis, of the whole body.
 * @source European Task Force on Atopic Dermatitis 1993; minimal important difference 8.7 points
 */
export const scorad: ScoringSystem = {
  code: 'scorad',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['EA80', 'EA81', 'EA82', 'EA83', 'EA84', 'EA85', 'EA86', 'EA87', 'EA88', 'EA89'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'scorad',
      mode: 'global',
      items,
      formula({ surface, ...answers }) {
        const { value, objectiveScorad } = scoradOf(surface, answers);
        return { value, components: { objectiveScorad } };
      },
    }),
  ],
  formulaText:
    'SCORAD = A/5 + 7 × B/2 + C; A = affected percent of the whole skin, B = sum of the six signs, C = itch + loss of sleep',
  range: '[0, 103]',
  bands: scoradBands,
  direction: 'higherIsWorse',
  responses: [
    { name: 'SCORAD50', reductionPercent: 50 },
    { name: 'SCORAD75', reductionPercent: 75 },
  ],
  minimalImportantDifference: {
    points: 8.7,
    source: { citation: 'Named in reviews as 8.7 points; the first source is still to be looked up.' },
  },
  validated: true,
  pending: ['minimalImportantDifference'],
  example: {
    form: 'scorad',
    answers: {
      surface: 35,
      erythema: 2,
      swelling: 2,
      crusting: 1,
      excoriation: 2,
      lichenification: 2,
      dryness: 2,
      pruritus: 7,
      sleeplessness: 5,
    },
    value: 57.5,
    category: 'severe',
  },
};
