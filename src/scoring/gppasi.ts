// SPDX-License-Identifier: Apache-2.0
import { product, sum } from './exact.ts';
import { choice, group } from './items.ts';
import { regions, regionWeights } from './regions.ts';
import { areaGrades, signs0to4 } from './scales.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * GPPASI: Generalised Pustular Psoriasis Area and Severity Index: PASI with pustules in the place of thickness. How red,
 * pustular and scaly the skin of each region is, and how much of it is affected. 0 (clear) to 72. Nobody published bands.
 * Fever and blood counts are no part of it: a patient who is unwell needs help whatever the score.
 */

const source = {
  citation:
    'Described in figure 2 of the review at PubMed 35061231, after PASI (Fredriksson and Pettersson, Dermatologica 1978;157:238-244); the first source is still to be looked up.',
  url: 'https://pubmed.ncbi.nlm.nih.gov/35061231/',
};

const signs = {
  surface: choice('sign.surface', areaGrades, { alias: 'area' }),
  erythema: choice('sign.erythema', signs0to4),
  pustules: choice('sign.pustules', signs0to4),
  desquamation: choice('sign.desquamation', signs0to4, { alias: 'scaling' }),
};

const wholeBody = {
  headNeck: group('region.headNeck', signs),
  upperLimbs: group('region.upperLimbs', signs),
  trunk: group('region.trunk', signs),
  lowerLimbs: group('region.lowerLimbs', signs),
};

interface Signs {
  readonly surface: number;
  readonly erythema: number;
  readonly pustules: number;
  readonly desquamation: number;
}

/** GPPASI of a region = weight × area × (erythema + pustules + desquamation). @source PubMed 35061231, figure 2 */
function regionGppasi(weight: number, { surface, erythema, pustules, desquamation }: Signs): number {
  return product(weight, surface, sum([erythema, pustules, desquamation]));
}

/**
 * Generalised Pustular Psoriasis Area and Severity Index of the whole body.
 * @source PubMed 35061231, figure 2
 */
export const gppasi: ScoringSystem = {
  code: 'gppasi',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['EA90.40'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'gppasi',
      mode: 'global',
      items: wholeBody,
      formula: (values) => ({
        value: sum(regions.map((region) => regionGppasi(regionWeights[region], values[region]))),
        warnings: ['systemicSignsNotCounted'],
      }),
    }),
  ],
  formulaText:
    'GPPASI = 0.1 head + 0.2 arms + 0.3 trunk + 0.4 legs, each area × (erythema + pustules + desquamation)',
  range: '[0, 72]',
  bands: null,
  direction: 'higherIsWorse',
  responses: [
    { name: 'GPPASI50', reductionPercent: 50 },
    { name: 'GPPASI75', reductionPercent: 75 },
    { name: 'GPPASI90', reductionPercent: 90 },
  ],
  minimalImportantDifference: null,
  validated: true,
  pending: ['items', 'formula', 'weights', 'responses'],
  example: {
    form: 'gppasi',
    answers: {
      headNeck: { surface: 2, erythema: 3, pustules: 4, desquamation: 1 },
      upperLimbs: { surface: 3, erythema: 3, pustules: 3, desquamation: 2 },
      trunk: { surface: 5, erythema: 4, pustules: 4, desquamation: 2 },
      lowerLimbs: { surface: 3, erythema: 3, pustules: 3, desquamation: 2 },
    },
    value: 31,
    category: null,
  },
};
