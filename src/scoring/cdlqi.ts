// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice } from './items.ts';
import { plainScale } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * CDLQI: Children's Dermatology Life Quality Index, 4 to 16 years. How much a skin condition weighed on the last week of a
 * child's life: ten questions of 0 to 3 points, 0 (not at all) to 30. The wording belongs to Cardiff University: here it is
 * scored, not shown.
 */

const source = {
  citation:
    'Lewis-Jones MS, Finlay AY. The Children’s Dermatology Life Quality Index (CDLQI): initial validation and practical use. Br J Dermatol 1995;132:942-949.',
};

/** Each answer gives 0 to 3 points. @source Lewis-Jones and Finlay 1995 */
const points = plainScale(0, 3);

const items = {
  question1: choice('item.question1', points),
  question2: choice('item.question2', points),
  question3: choice('item.question3', points),
  question4: choice('item.question4', points),
  question5: choice('item.question5', points),
  question6: choice('item.question6', points),
  question7: choice('item.question7', points),
  question8: choice('item.question8', points),
  question9: choice('item.question9', points),
  question10: choice('item.question10', points),
};

/** Not those of adults: a child's cut-offs lie otherwise. @source Waters and others 2010 */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 1]', category: 'noEffect', intensity: 'None' },
    { range: '[2, 6]', category: 'smallEffect', intensity: 'Low' },
    { range: '[7, 12]', category: 'moderateEffect', intensity: 'Moderate' },
    { range: '[13, 18]', category: 'veryLargeEffect', intensity: 'High' },
    { range: '[19, 30]', category: 'extremelyLargeEffect', intensity: 'High' },
  ],
  source: {
    citation:
      'Waters A, Sandhu D, Beattie P, Ezughah F, Lewis-Jones S. Severity stratification of Children’s Dermatology Life Quality Index (CDLQI) scores. Br J Dermatol 2010;163(suppl 1):121.',
  },
};

/**
 * Dermatology Life Quality Index of a child: the sum of ten answers.
 * @source Lewis-Jones and Finlay 1995
 */
export const cdlqi: ScoringSystem = {
  code: 'cdlqi',
  input: 'questionnaire',
  source,
  licence: {
    terms: 'scoringOnly',
    holder: 'Cardiff University',
    note: '© Cardiff University. Routine clinical use is free of charge; every other use, and every electronic version by a company, needs a licence. The copyright line must be shown with the questionnaire.',
    url: 'http://sites.cardiff.ac.uk/dermatology/quality-of-life',
  },
  conditions: null,
  sites: null,
  forms: [
    defineForm({
      identifier: 'cdlqi',
      mode: 'global',
      items,
      formula: (answers) => ({ value: sum(Object.values(answers)) }),
    }),
  ],
  formulaText: 'CDLQI = sum of the ten answers',
  range: '[0, 30]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: ['bands'],
  example: {
    form: 'cdlqi',
    answers: {
      question1: 2,
      question2: 2,
      question3: 2,
      question4: 2,
      question5: 2,
      question6: 2,
      question7: 2,
      question8: 2,
      question9: 0,
      question10: 0,
    },
    value: 16,
    category: 'veryLargeEffect',
  },
};
