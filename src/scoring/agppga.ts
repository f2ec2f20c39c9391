// SPDX-License-Identifier: Apache-2.0
import { mean } from './exact.ts';
import { gppga, gppgaBands, gppgaGradeOf } from './gppga.ts';
import { choice } from './items.ts';
import { signs0to4 } from './scales.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * AGPPGA: how red, pustular and scaly generalised pustular psoriasis looks on a photograph, as one grade from 0 (clear) to
 * 4 (severe). Fever and blood counts are no part of it: a patient who is unwell needs help whatever the grade.
 */

const signs = {
  erythema: choice('sign.erythema', signs0to4, { by: 'seen' }),
  desquamation: choice('sign.desquamation', signs0to4, { by: 'seen' }),
  pustulation: choice('sign.pustulation', signs0to4, { by: 'seen' }),
};

/**
 * Automatic Generalised Pustular Psoriasis Physician Global Assessment: the grade, with the mean beside it.
 * @source https://gppga.legit.health/GPPGA/how-does-the-GPPGA-work
 */
export const agppga: ScoringSystem = {
  code: 'agppga',
  input: 'photograph',
  source: gppga.source,
  licence: gppga.licence,
  conditions: gppga.conditions,
  sites: null,
  forms: [
    defineForm({
      identifier: 'agppgaLocal',
      mode: 'local',
      items: signs,
      formula({ erythema, desquamation, pustulation }) {
        const signsMean = mean([erythema, desquamation, pustulation]);
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
    form: 'agppgaLocal',
    answers: { erythema: 3, desquamation: 2, pustulation: 3 },
    value: 3,
    category: 'moderate',
  },
};
