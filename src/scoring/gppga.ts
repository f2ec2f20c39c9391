// SPDX-License-Identifier: Apache-2.0
import { mean } from './exact.ts';
import { choice } from './items.ts';
import { signs0to4 } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * GPPGA: how red, pustular and scaly the skin in generalised pustular psoriasis is, as one grade from 0 (clear) to 4
 * (severe). Fever and blood counts are no part of it: a patient who is unwell needs help whatever the grade.
 */

const source = {
  citation: 'Generalized Pustular Psoriasis Physician Global Assessment: how the GPPGA works.',
  url: 'https://gppga.legit.health/GPPGA/how-does-the-GPPGA-work',
};

const signs = {
  erythema: choice('sign.erythema', signs0to4),
  pustulation: choice('sign.pustulation', signs0to4),
  desquamation: choice('sign.desquamation', signs0to4),
};

/**
 * Mean of the signs from which each grade from 2 on begins; any sign at all is at least grade 1.
 * @source https://gppga.legit.health/GPPGA/how-does-the-GPPGA-work
 */
const lowestMeans = [1.5, 2.5, 3.5];

/** The grade 0-4 of a mean of three signs 0-4. */
export function gppgaGradeOf(signsMean: number): number {
  if (signsMean === 0) return 0;
  return 1 + lowestMeans.filter((lowest) => signsMean >= lowest).length;
}

/** Each grade has a name. @source https://gppga.legit.health/GPPGA/how-does-the-GPPGA-work */
export const gppgaBands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 0]', category: 'clear', intensity: 'None' },
    { range: '[1, 1]', category: 'almostClear', intensity: 'Low' },
    { range: '[2, 2]', category: 'mild', intensity: 'Low' },
    { range: '[3, 3]', category: 'moderate', intensity: 'Moderate' },
    { range: '[4, 4]', category: 'severe', intensity: 'High' },
  ],
  source,
};

/**
 * Generalised Pustular Psoriasis Physician Global Assessment: the grade, with the mean beside it.
 * @source https://gppga.legit.health/GPPGA/how-does-the-GPPGA-work
 */
export const gppga: ScoringSystem = {
  code: 'gppga',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['EA90.40'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'gppga',
      mode: 'global',
      items: signs,
      formula({ erythema, pustulation, desquamation }) {
        const signsMean = mean([erythema, pustulation, desquamation]);
        return {
          value: gppgaGradeOf(signsMean),
          components: { mean: signsMean },
          warnings: ['systemicSignsNotCounted'],
        };
      },
    }),
  ],
  formulaText:
    'Mean of erythema, pustulation and desquamation: 0 is grade 0, below 1.5 grade 1, below 2.5 grade 2, below 3.5 grade 3, else 4',
  range: '[0, 4]',
  bands: gppgaBands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: [],
  example: {
    form: 'gppga',
    answers: { erythema: 2, pustulation: 2, desquamation: 1 },
    value: 2,
    category: 'mild',
  },
};
