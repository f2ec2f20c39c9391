// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice, type Option } from './items.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * UAS: Urticaria Activity Score of one day: how many wheals, how much itch. 0 to 6. Its published bands belong to the sum of
 * seven days, UAS7.
 */

const source = {
  citation:
    'Młynek A, Zalewska-Janowska A, Martus P, Staubach P, Zuberbier T, Maurer M. How to assess disease activity in patients with chronic urticaria? Allergy 2008;63:777-780.',
};

/** How many wheals in 24 hours. @source Młynek and others 2008 */
export const whealGrades: readonly Option[] = [
  { value: 0, label: 'uas.answer.wheals.0' },
  { value: 1, label: 'uas.answer.wheals.1' },
  { value: 2, label: 'uas.answer.wheals.2' },
  { value: 3, label: 'uas.answer.wheals.3' },
];

/** How much itch in 24 hours. @source Młynek and others 2008 */
export const itchGrades: readonly Option[] = [
  { value: 0, label: 'grade.none' },
  { value: 1, label: 'uas.answer.pruritus.1' },
  { value: 2, label: 'uas.answer.pruritus.2' },
  { value: 3, label: 'uas.answer.pruritus.3' },
];

const items = {
  wheals: choice('sign.wheals', whealGrades),
  pruritus: choice('sign.pruritus', itchGrades),
};

/** Nobody published bands of a single day. @source our own convention, in line with the reference's 5: intense */
export const uasBands: BandTable = {
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
 * Urticaria Activity Score of a day.
 * @source Młynek and others 2008
 */
export const uas: ScoringSystem = {
  code: 'uas',
  input: 'questionnaire',
  source,
  licence: {
    terms: 'open',
    holder: null,
    note: 'A tool of the urticaria guideline, free of charge also for industry; in words of our own.',
  },
  conditions: ['EB00', 'EB01', 'EB02', 'EB03', 'EB04', 'EB05'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'uas',
      mode: 'global',
      items,
      formula: ({ wheals, pruritus }) => ({ value: sum([wheals, pruritus]) }),
    }),
  ],
  formulaText: 'UAS = wheals + itch',
  range: '[0, 6]',
  bands: uasBands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: [],
  example: { form: 'uas', answers: { wheals: 2, pruritus: 3 }, value: 5, category: 'intense' },
};
