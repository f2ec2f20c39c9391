// SPDX-License-Identifier: Apache-2.0
import { product, sum } from './exact.ts';
import { choice, group, measure, type Option } from './items.ts';
import { regions, regionWeights } from './regions.ts';
import { areaGrades } from './scales.ts';
import { type BandTable, defineForm, type Region, type ScoringSystem } from './scoring-system.ts';

/*
 * EASI: Eczema Area and Severity Index. How red, swollen, scratched and lichenified the eczema of each region is, and how
 * much of the region it covers. 0 (clear) to 72. In children under eight the head counts more and the legs less.
 */

const source = {
  citation:
    'Hanifin JM, Thurston M, Omoto M, et al. The eczema area and severity index (EASI): assessment of reliability in atopic dermatitis. Exp Dermatol 2001;10:11-18.',
};

/**
 * Half points between two grades, but none between nothing and mild: a sign is there or it is not.
 * @source usual practice, still to be looked up in the guide for raters, PMC9154300
 */
const halfGrades: readonly Option[] = [
  { value: 0, label: 'grade.none' },
  { value: 1, label: 'grade.mild' },
  { value: 1.5, label: 'grade.mildToModerate' },
  { value: 2, label: 'grade.moderate' },
  { value: 2.5, label: 'grade.moderateToSevere' },
  { value: 3, label: 'grade.severe' },
];

const signs = {
  surface: choice('sign.surface', areaGrades, { alias: 'area' }),
  erythema: choice('sign.erythema', halfGrades),
  edema: choice('sign.edema', halfGrades),
  excoriation: choice('sign.excoriation', halfGrades),
  lichenification: choice('sign.lichenification', halfGrades),
};

/** Whole years; nobody has lived to 150. */
const items = {
  patientAge: measure('sign.patientAge', { minimum: 0, maximum: 150, decimals: 0, display: 'answer.years' }),
  headNeck: group('region.headNeck', signs),
  upperLimbs: group('region.upperLimbs', signs),
  trunk: group('region.trunk', signs),
  lowerLimbs: group('region.lowerLimbs', signs),
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
  /** Oedema and papulation. */
  readonly thickness: number;
  /** Excoriation. */
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
export const easiBands: BandTable = {
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
 * Eczema Area and Severity Index of the whole body.
 * @source Hanifin and others 2001; minimal important difference 6.6 points, Schram and others 2012
 */
export const easi: ScoringSystem = {
  code: 'easi',
  input: 'questionnaire',
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
      identifier: 'easi',
      mode: 'global',
      items,
      formula({ patientAge, ...regionSigns }) {
        const weights = easiWeightsAt(patientAge);
        const parts = regions.map((region) => {
          const { surface, erythema, edema, excoriation, lichenification } = regionSigns[region];
          const seen = { redness: erythema, thickness: edema, scratching: excoriation, lichenification };
          return regionEasi(weights[region], surface, seen);
        });
        return { value: sum(parts) };
      },
    }),
  ],
  formulaText:
    'EASI = 0.1 head + 0.2 arms + 0.3 trunk + 0.4 legs (under eight years 0.2, 0.2, 0.3, 0.3), each area × (erythema + oedema + excoriation + lichenification)',
  range: '[0, 72]',
  bands: easiBands,
  direction: 'higherIsWorse',
  responses: [
    { name: 'EASI50', reductionPercent: 50 },
    { name: 'EASI75', reductionPercent: 75 },
    { name: 'EASI90', reductionPercent: 90 },
  ],
  minimalImportantDifference: {
    points: 6.6,
    source: {
      citation:
        'Schram ME, Spuls PI, Leeflang MM, Lindeboom R, Bos JD, Schmitt J. EASI, (objective) SCORAD and POEM for atopic eczema: responsiveness and minimal clinically important difference. Allergy 2012;67:99-106.',
    },
  },
  validated: true,
  pending: ['items', 'weights', 'minimalImportantDifference'],
  example: {
    form: 'easi',
    answers: {
      patientAge: 30,
      headNeck: { surface: 2, erythema: 2, edema: 1, excoriation: 1, lichenification: 0 },
      upperLimbs: { surface: 2, erythema: 2, edema: 2, excoriation: 1, lichenification: 1 },
      trunk: { surface: 1, erythema: 1, edema: 1, excoriation: 0, lichenification: 0 },
      lowerLimbs: { surface: 3, erythema: 2, edema: 2, excoriation: 2, lichenification: 1 },
    },
    value: 12.2,
    category: 'moderate',
  },
};
