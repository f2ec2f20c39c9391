// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice } from './items.ts';
import { plainScale } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * UAS7: Urticaria Activity Score of seven days in a row. Each day gives its UAS, wheals 0-3 + itch 0-3; the week gives 0
 * (free of itch and wheals) to 42. A week with a missing day has no score.
 */

const source = {
  citation:
    'Młynek A, Zalewska-Janowska A, Martus P, Staubach P, Zuberbier T, Maurer M. How to assess disease activity in patients with chronic urticaria? Allergy 2008;63:777-780.',
};

/** UAS of one day: wheals 0-3 + itch 0-3. @source Młynek and others 2008 */
const dayTotals = plainScale(0, 6);

const items = {
  question1: choice('uas7.item.day1', dayTotals),
  question2: choice('uas7.item.day2', dayTotals),
  question3: choice('uas7.item.day3', dayTotals),
  question4: choice('uas7.item.day4', dayTotals),
  question5: choice('uas7.item.day5', dayTotals),
  question6: choice('uas7.item.day6', dayTotals),
  question7: choice('uas7.item.day7', dayTotals),
};

const cutOffs = {
  citation:
    'Stull D, McBride D, Tian H, et al. Analysis of disease activity categories in chronic spontaneous/idiopathic urticaria. Br J Dermatol 2017;177:1093-1101.',
};

/** Under 7 the urticaria is well controlled, from 28 on severe. @source Stull and others 2017 */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 0]', category: 'itchAndHiveFree', intensity: 'None' },
    { range: '[1, 6]', category: 'wellControlled', intensity: 'Low' },
    { range: '[7, 15]', category: 'mild', intensity: 'Low' },
    { range: '[16, 27]', category: 'moderate', intensity: 'Moderate' },
    { range: '[28, 42]', category: 'severe', intensity: 'High' },
  ],
  source: cutOffs,
};

/**
 * Urticaria Activity Score of a week: the sum of seven days.
 * @source Młynek and others 2008; minimal important difference 9.5 to 11, of which the upper end is taken so that no change
 * is called important too early
 */
export const uas7: ScoringSystem = {
  code: 'uas7',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'Free of charge for everybody; in words of our own.' },
  conditions: ['EB00', 'EB01', 'EB02', 'EB03', 'EB05'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'uas7',
      mode: 'global',
      items,
      formula: (days) => ({ value: sum(Object.values(days)) }),
    }),
  ],
  formulaText: 'UAS7 = sum of the UAS of seven days in a row',
  range: '[0, 42]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: {
    points: 11,
    source: {
      citation: 'Named as 11 points in PMC10796664; others found 9.5 to 10.5.',
      url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC10796664',
    },
  },
  validated: true,
  pending: ['bands'],
  example: {
    form: 'uas7',
    answers: {
      question1: 3,
      question2: 3,
      question3: 4,
      question4: 3,
      question5: 3,
      question6: 3,
      question7: 4,
    },
    value: 23,
    category: 'moderate',
  },
};
