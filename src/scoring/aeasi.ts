// SPDX-License-Identifier: Apache-2.0
import { areaGradeOf } from './area-grade.ts';
import { scaleBands } from './bands.ts';
import { product, sum } from './exact.ts';
import { choice, measure, percentage } from './items.ts';
import { regionOf, regionWeights } from './regions.ts';
import { signs0to3 } from './scales.ts';
import { type BandTable, defineForm, type Region, type ScoringSystem } from './scoring-system.ts';

/*
 * AEASI: EASI of one photographed site. The photograph shows redness, thickness, scratching and lichenification; a person
 * says how much of the site is affected, and how old the patient is.
 */

const source = {
  citation:
    'Hanifin JM, Thurston M, Omoto M, et al. The eczema area and severity index (EASI): assessment of reliability in atopic dermatitis. Exp Dermatol 2001;10:11-18.',
};

const items = {
  surface: percentage('sign.surface'),
  patientAge: measure('sign.patientAge', {
    minimum: 0,
    maximum: 150,
    decimals: 0,
    display: 'answer.years',
  }),
  redness: choice('sign.redness', signs0to3, { by: 'seen' }),
  thickness: choice('sign.thickness', signs0to3, { by: 'seen' }),
  scratching: choice('sign.scratching', signs0to3, { by: 'seen' }),
  lichenification: choice('sign.lichenification', signs0to3, { by: 'seen' }),
};

/** Years from which the weights of adults apply. @source Hanifin and others 2001 */
const adultWeightsFromYears = 8;

/** Younger children have larger heads and shorter legs. @source Hanifin and others 2001 */
const youngWeights: Readonly<Record<Region, number>> = {
  headNeck: 0.2,
  upperLimbs: 0.2,
  trunk: 0.3,
  lowerLimbs: 0.3,
};

/** Share of each region in EASI at that age. @source Hanifin and others 2001 */
export function easiWeightsAt(years: number): Readonly<Record<Region, number>> {
  return years < adultWeightsFromYears ? youngWeights : regionWeights;
}

interface Signs {
  readonly redness: number;
  readonly thickness: number;
  readonly scratching: number;
  readonly lichenification: number;
}

/**
 * EASI of a region = weight × area grade × (redness + thickness + scratching + lichenification).
 * @source Hanifin and others 2001
 */
export function regionEasi(
  weight: number,
  surfaceGrade: number,
  { redness, thickness, scratching, lichenification }: Signs,
): number {
  return product(weight, surfaceGrade, sum([redness, thickness, scratching, lichenification]));
}

/** Cut-offs of the whole body. @source table 3 of https://pmc.ncbi.nlm.nih.gov/articles/PMC7395647 */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 0]', category: 'clear', intensity: 'None' },
    { range: '(0, 1]', category: 'almostClear', intensity: 'Low' },
    { range: '(1, 7]', category: 'mild', intensity: 'Low' },
    { range: '(7, 21]', category: 'moderate', intensity: 'Moderate' },
    { range: '(21, 50]', category: 'severe', intensity: 'High' },
    { range: '(50, 72]', category: 'verySevere', intensity: 'High' },
  ],
  source: {
    citation: 'Table 3 of PMC7395647; written there as steps of 0.1, here without gaps.',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7395647',
  },
};

/**
 * Automatic EASI of one site: weighted by its region, so that it is also what the site adds to the EASI of the whole body.
 * Read against the cut-offs of the whole body, as integrations expect, and once more against those times the weight.
 * @source Hanifin and others 2001; the reference's example of an arm, 0.2 × 4 × (2 + 2) = 3.2, mild; minimal important
 * difference 6.6 points
 */
export const aeasi: ScoringSystem = {
  code: 'aeasi',
  input: 'photograph',
  source,
  licence: {
    terms: 'open',
    holder: null,
    note: 'A published method, in words of our own; the drawings and texts of its guides are not free to copy.',
  },
  conditions: ['EA80', 'EA89'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'aeasi',
      mode: 'local',
      items,
      formula({ surface, patientAge, ...signs }, site) {
        const weight = easiWeightsAt(patientAge)[regionOf(site)];
        const surfaceGrade = areaGradeOf(surface);
        const value = regionEasi(weight, surfaceGrade, signs);
        return {
          value,
          components: { surfaceGrade },
          globalScoreContribution: value,
          localBands: scaleBands(bands.bands, weight),
        };
      },
    }),
  ],
  formulaText:
    'AEASI = weight × area grade × (redness + thickness + scratching + lichenification); weight 0.1 head, 0.2 arms, 0.3 trunk, 0.4 legs, under eight years 0.2, 0.2, 0.3, 0.3',
  range: '[0, 72]',
  bands,
  direction: 'higherIsWorse',
  responses: [
    { name: 'EASI50', reductionPercent: 50 },
    { name: 'EASI75', reductionPercent: 75 },
    { name: 'EASI90', reductionPercent: 90 },
  ],
  minimalImportantDifference: {
    points: 6.6,
    source: { citation: 'Named in reviews as 6.6 points; the first source is still to be looked up.' },
  },
  validated: true,
  pending: ['weights', 'minimalImportantDifference'],
  example: {
    form: 'aeasi',
    site: 'armLeft',
    answers: { surface: 60, patientAge: 40, redness: 2, thickness: 2, scratching: 0, lichenification: 0 },
    value: 3.2,
    category: 'mild',
  },
};
