// SPDX-License-Identifier: Apache-2.0
import { scaleBands } from './bands.ts';
import { product, sum } from './exact.ts';
import { choice, group } from './items.ts';
import { regionOf, regions, regionWeights } from './regions.ts';
import { areaGrades, signs0to4 } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * PASI: Psoriasis Area and Severity Index. How red, thick and scaly the plaques of each region are, and how much of it
 * they cover. 0 (clear) to 72.
 */

const source = {
  citation:
    'Fredriksson T, Pettersson U. Severe psoriasis: oral therapy with a new retinoid. Dermatologica 1978;157:238-244.',
  url: 'https://doi.org/10.1159/000250839',
};

const signs = {
  surface: choice('sign.surface', areaGrades, { alias: 'area' }),
  erythema: choice('sign.erythema', signs0to4),
  induration: choice('sign.induration', signs0to4),
  desquamation: choice('sign.desquamation', signs0to4),
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
  readonly induration: number;
  readonly desquamation: number;
}

/**
 * PASI of a region = weight x area x (erythema + induration + desquamation).
 * @source Fredriksson and Pettersson 1978
 */
export function regionPasi(weight: number, { surface, erythema, induration, desquamation }: Signs): number {
  return product(weight, surface, sum([erythema, induration, desquamation]));
}

/**
 * Cut-offs 7 and 15 of the whole body. A single site is read against them times its region's weight.
 * @source the reference API's printed bands of the trunk, 2.1 / 4.5 / 21.6, divided by its weight 0.3
 */
export const pasiBands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 0]', category: 'none', intensity: 'None' },
    { range: '(0, 7)', category: 'mild', intensity: 'Low' },
    { range: '[7, 15)', category: 'moderate', intensity: 'Moderate' },
    { range: '[15, 72]', category: 'severe', intensity: 'High' },
  ],
  source: {
    citation: 'Bands of the reference API: its printed cut-offs of the trunk divided by the weight 0.3.',
  },
};

/**
 * Psoriasis Area and Severity Index, of one site or of the whole body.
 * @source Fredriksson and Pettersson 1978; minimal important difference about 2.3 to 3.2, of which the upper end is taken
 * so that no change is called important too early
 */
export const pasi: ScoringSystem = {
  code: 'pasi',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['EA90'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'pasiLocal',
      mode: 'local',
      items: signs,
      formula(values, site) {
        const weight = regionWeights[regionOf(site)];
        return { value: regionPasi(weight, values), bands: scaleBands(pasiBands.bands, weight) };
      },
    }),
    defineForm({
      identifier: 'pasi',
      mode: 'global',
      items: wholeBody,
      formula: (values) => ({
        value: sum(regions.map((region) => regionPasi(regionWeights[region], values[region]))),
      }),
    }),
  ],
  formulaText:
    'PASI = 0.1 head + 0.2 arms + 0.3 trunk + 0.4 legs, each area × (erythema + induration + desquamation)',
  range: '[0, 72]',
  bands: pasiBands,
  direction: 'higherIsWorse',
  responses: [
    { name: 'PASI50', reductionPercent: 50 },
    { name: 'PASI75', reductionPercent: 75 },
    { name: 'PASI90', reductionPercent: 90 },
    { name: 'PASI100', reductionPercent: 100 },
  ],
  minimalImportantDifference: {
    points: 3.2,
    source: { citation: 'Reviews name 2.3 to 3.2 points; the first source is still to be looked up.' },
  },
  validated: true,
  pending: ['responses', 'minimalImportantDifference'],
  example: {
    form: 'pasiLocal',
    site: 'trunkFront',
    answers: { surface: 3, erythema: 3, induration: 2, desquamation: 2 },
    value: 6.3,
    category: 'severe',
  },
};
