// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice } from './items.ts';
import { plainScale } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * PEST: Psoriasis Epidemiology Screening Tool. Five questions, no 0 or yes 1, that find who among patients with psoriasis
 * may have arthritis; 3 or more is a reason to refer. It says nothing about severity. The wording is used by permission of
 * its owners: here it is scored, not shown.
 */

const source = {
  citation:
    'Ibrahim GH, Buch MH, Lawson C, Waxman R, Helliwell PS. Evaluation of an existing screening tool for psoriatic arthritis in people with psoriasis and the development of a new instrument: the Psoriasis Epidemiology Screening Tool (PEST) questionnaire. Clin Exp Rheumatol 2009;27:469-474.',
};

/** No 0, yes 1. @source Ibrahim and others 2009 */
const points = plainScale(0, 1);

const items = {
  question1: choice('item.question1', points),
  question2: choice('item.question2', points),
  question3: choice('item.question3', points),
  question4: choice('item.question4', points),
  question5: choice('item.question5', points),
};

/** Refer from 3 on. @source Ibrahim and others 2009 */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 2]', category: 'negative', intensity: 'Low' },
    { range: '[3, 5]', category: 'positive', intensity: 'High' },
  ],
  source,
};

/**
 * Psoriasis Epidemiology Screening Tool: the number of questions answered with yes.
 * @source Ibrahim and others 2009
 */
export const pest: ScoringSystem = {
  code: 'pest',
  input: 'questionnaire',
  source,
  licence: {
    terms: 'scoringOnly',
    holder: 'University of Leeds (PS Helliwell)',
    note: 'Reproduced elsewhere with permission of the University of Leeds; ask its owners before the wording is shown.',
  },
  conditions: ['EA90'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'pest',
      mode: 'global',
      items,
      formula: (answers) => ({ value: sum(Object.values(answers)) }),
    }),
  ],
  formulaText: 'PEST = number of questions answered with yes; 3 or more: refer to a rheumatologist',
  range: '[0, 5]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: ['items'],
  example: {
    form: 'pest',
    answers: { question1: 1, question2: 1, question3: 1, question4: 0, question5: 0 },
    value: 3,
    category: 'positive',
  },
};
