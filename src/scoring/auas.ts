// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice, type Option } from './items.ts';
import { signs0to3 } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * AUAS: the urticaria activity of one day. A photograph shows the wheals, a person says how bad the itch was. The score asks
 * for the wheals of 24 hours; a photograph shows those of the moment.
 */

const source = {
  citation:
    'Młynek A, Zalewska-Janowska A, Martus P, et al. How to assess disease activity in patients with chronic urticaria? Allergy 2008;63:777-780.',
};

/** None, under 20, 20 to 50, more than 50 or large ones that merge. @source Młynek and others 2008 */
const wheals: readonly Option[] = [
  { value: 0, label: 'uas.answer.wheals.0' },
  { value: 1, label: 'uas.answer.wheals.1' },
  { value: 2, label: 'uas.answer.wheals.2' },
  { value: 3, label: 'uas.answer.wheals.3' },
];

const items = {
  wheals: choice('sign.wheals', wheals, { by: 'seen' }),
  pruritus: choice('sign.pruritus', signs0to3),
};

/** Nobody published bands of a single day. @source our own convention, in line with the reference's 5: intense */
const bands: BandTable = {
  basis: 'localConvention',
  bands: [
    { range: '[0, 0]', category: 'none', intensity: 'None' },
    { range: '[1, 2]', category: 'mild', intensity: 'Low' },
    { range: '[3, 4]', category: 'moderate', intensity: 'Moderate' },
    { range: '[5, 6]', category: 'intense', intensity: 'High' },
  ],
  source: { citation: 'A convention of this software; only bands of seven days are published.' },
};

/**
 * Automatic Urticaria Activity Score of a day: wheals and itch, 0 to 6.
 * @source Młynek and others 2008
 */
export const auas: ScoringSystem = {
  code: 'auas',
  input: 'photograph',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['EB00', 'EB01', 'EB02', 'EB03', 'EB04', 'EB05'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'auas',
      mode: 'local',
      items,
      formula: (answers) => ({
        value: sum([answers.wheals, answers.pruritus]),
        warnings: ['whealsOfTheMoment'],
      }),
    }),
  ],
  formulaText: 'AUAS = wheals + itch',
  range: '[0, 6]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: [],
  example: {
    form: 'auas',
    answers: { wheals: 2, pruritus: 3 },
    value: 5,
    category: 'intense',
  },
};
