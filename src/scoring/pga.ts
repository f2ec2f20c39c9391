// SPDX-License-Identifier: Apache-2.0
import { mean, round } from './exact.ts';
import { choice } from './items.ts';
import { signs0to4 } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * PGA: Physician Global Assessment of psoriasis. How red, scaly and thick the plaques are altogether, as one grade from 0
 * (clear) to 4 (severe).
 */

const source = {
  citation:
    'Static Physician Global Assessment of psoriasis, as used in trials; the first paper is still to be looked up.',
};

const items = {
  erythema: choice('sign.erythema', signs0to4),
  desquamation: choice('sign.desquamation', signs0to4),
  induration: choice('sign.induration', signs0to4),
};

/** One grade, one band. @source the static Physician Global Assessment */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 0]', category: 'clear', intensity: 'None' },
    { range: '[1, 1]', category: 'almostClear', intensity: 'Low' },
    { range: '[2, 2]', category: 'mild', intensity: 'Low' },
    { range: '[3, 3]', category: 'moderate', intensity: 'Moderate' },
    { range: '[4, 4]', category: 'severe', intensity: 'High' },
  ],
  source: { citation: 'The five grades of the static Physician Global Assessment.' },
};

/**
 * Physician Global Assessment: the mean of three signs, halves upwards. Some trials take the worst sign instead.
 * @source the static Physician Global Assessment
 */
export const pga: ScoringSystem = {
  code: 'pga',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['EA90'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'pga',
      mode: 'global',
      items,
      formula: ({ erythema, desquamation, induration }) => ({
        value: round(mean([erythema, desquamation, induration]), 0),
      }),
    }),
  ],
  formulaText: 'PGA = mean of erythema, desquamation and induration, rounded, halves upwards',
  range: '[0, 4]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: ['formula'],
  example: {
    form: 'pga',
    answers: { erythema: 2, desquamation: 1, induration: 1 },
    value: 1,
    category: 'almostClear',
  },
};
