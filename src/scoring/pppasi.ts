// SPDX-License-Identifier: Apache-2.0
import { product, sum } from './exact.ts';
import { choice, group } from './items.ts';
import { areaGrades, signs0to4 } from './scales.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * PPPASI: Palmoplantar Pustulosis Area and Severity Index. How red, pustular and scaly each palm and sole is, and how much
 * of it is affected. 0 (clear) to 72. Nobody published bands.
 */

const source = {
  citation:
    'Bhushan M, Burden AD, McElhone K, James R, Vanhoutte FP, Griffiths CEM. Oral liarozole in the treatment of palmoplantar pustular psoriasis: a randomized, double-blind, placebo-controlled study. Br J Dermatol 2001;145:546-553.',
};

const signs = {
  surface: choice('sign.surface', areaGrades, { alias: 'area' }),
  erythema: choice('sign.erythema', signs0to4),
  pustules: choice('sign.pustules', signs0to4),
  desquamation: choice('sign.desquamation', signs0to4),
};

const items = {
  rightPalm: group('pppasi.item.rightPalm', signs),
  leftPalm: group('pppasi.item.leftPalm', signs),
  rightSole: group('pppasi.item.rightSole', signs),
  leftSole: group('pppasi.item.leftSole', signs),
};

/** A sole is larger than a palm. @source Bhushan and others 2001 */
const weights = { palm: 0.2, sole: 0.3 };

interface Signs {
  readonly surface: number;
  readonly erythema: number;
  readonly pustules: number;
  readonly desquamation: number;
}

/** PPPASI of a palm or sole = weight × area × (erythema + pustules + desquamation). @source Bhushan and others 2001 */
function sidePppasi(weight: number, { surface, erythema, pustules, desquamation }: Signs): number {
  return product(weight, surface, sum([erythema, pustules, desquamation]));
}

/**
 * Palmoplantar Pustulosis Area and Severity Index of both palms and both soles.
 * @source Bhushan and others 2001
 */
export const pppasi: ScoringSystem = {
  code: 'pppasi',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['EA90'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'pppasi',
      mode: 'global',
      items,
      formula: ({ rightPalm, leftPalm, rightSole, leftSole }) => ({
        value: sum([
          sidePppasi(weights.palm, rightPalm),
          sidePppasi(weights.palm, leftPalm),
          sidePppasi(weights.sole, rightSole),
          sidePppasi(weights.sole, leftSole),
        ]),
      }),
    }),
  ],
  formulaText: 'PPPASI = 0.2 each palm + 0.3 each sole, each area × (erythema + pustules + desquamation)',
  range: '[0, 72]',
  bands: null,
  direction: 'higherIsWorse',
  responses: [
    { name: 'PPPASI50', reductionPercent: 50 },
    { name: 'PPPASI75', reductionPercent: 75 },
  ],
  minimalImportantDifference: null,
  validated: true,
  pending: ['items', 'formula', 'weights', 'responses'],
  example: {
    form: 'pppasi',
    answers: {
      rightPalm: { surface: 3, erythema: 2, pustules: 2, desquamation: 2 },
      leftPalm: { surface: 3, erythema: 2, pustules: 2, desquamation: 2 },
      rightSole: { surface: 2, erythema: 1, pustules: 1, desquamation: 1 },
      leftSole: { surface: 2, erythema: 1, pustules: 1, desquamation: 1 },
    },
    value: 10.8,
    category: null,
  },
};
