// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice } from './items.ts';
import { noYes } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * PURE-4: does somebody with psoriasis need to see a rheumatologist? Four questions, 0 to 4. It looks for arthritis; it does
 * not say how severe the psoriasis is.
 */

const source = {
  citation:
    'Audureau E, Roux F, Lons Danic D, et al. Psoriatic arthritis screening by the dermatologist: development and first validation of the PURE-4 scale. J Eur Acad Dermatol Venereol 2018;32:1950-1953.',
};

const items = {
  question1: choice('pure4.item.question1', noYes),
  question2: choice('pure4.item.question2', noYes),
  question3: choice('pure4.item.question3', noYes),
  question4: choice('pure4.item.question4', noYes),
};

/** From 2 points on, as the Spanish validation advises; the first paper takes 1. @source Spanish validation of PURE-4 */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 1]', category: 'negative', intensity: 'Low' },
    { range: '[2, 4]', category: 'positive', intensity: 'High' },
  ],
  source: {
    citation:
      'Spanish validation of PURE-4: 2 or more is the best cut-off (negative predictive value 95.1 %); the first paper takes 1 or more (sensitivity 85.7 %, specificity 83.6 %).',
  },
};

/**
 * Screening for psoriatic arthritis: one point for each yes.
 * @source Audureau and others 2018
 */
export const pure4: ScoringSystem = {
  code: 'pure4',
  input: 'questionnaire',
  source,
  licence: {
    terms: 'open',
    holder: null,
    note: 'Published by its authors; no licence programme is known. The questions are in words of our own.',
  },
  conditions: ['EA90'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'pure4',
      mode: 'global',
      items,
      formula: (answers) => ({ value: sum(Object.values(answers)) }),
    }),
  ],
  formulaText: 'PURE-4 = number of questions answered with yes',
  range: '[0, 4]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: [],
  example: {
    form: 'pure4',
    answers: { question1: 1, question2: 0, question3: 0, question4: 1 },
    value: 2,
    category: 'positive',
  },
};
