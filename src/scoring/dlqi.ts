// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice } from './items.ts';
import { plainScale } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * DLQI: Dermatology Life Quality Index. How much a skin condition weighed on the last week of an adult's life: ten
 * questions of 0 to 3 points, 0 (not at all) to 30. The questions belong to Cardiff University: an operator with a licence
 * loads them; without it they are shown as numbers.
 */

const source = {
  citation:
    'Finlay AY, Khan GK. Dermatology Life Quality Index (DLQI): a simple practical measure for routine clinical use. Clin Exp Dermatol 1994;19:210-216.',
};

/** Each answer gives 0 to 3 points. @source Finlay and Khan 1994 */
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

/** @source Hongbo Y, Thomas CL, Harrison MA, Salek MS, Finlay AY. J Invest Dermatol 2005;125:659-664 */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 1]', category: 'noEffect', intensity: 'None' },
    { range: '[2, 5]', category: 'smallEffect', intensity: 'Low' },
    { range: '[6, 10]', category: 'moderateEffect', intensity: 'Moderate' },
    { range: '[11, 20]', category: 'veryLargeEffect', intensity: 'High' },
    { range: '[21, 30]', category: 'extremelyLargeEffect', intensity: 'High' },
  ],
  source: {
    citation:
      'Hongbo Y, Thomas CL, Harrison MA, Salek MS, Finlay AY. Translating the science of quality of life into practice: what do dermatology life quality index scores mean? J Invest Dermatol 2005;125:659-664.',
  },
};

/**
 * Dermatology Life Quality Index of an adult.
 * @source Finlay and Khan 1994; minimal important difference 4 points
 */
export const dlqi: ScoringSystem = {
  code: 'dlqi',
  input: 'questionnaire',
  source,
  licence: {
    terms: 'scoringOnly',
    holder: 'Cardiff University',
    note: '© Cardiff University (AY Finlay, GK Khan, 1992). Routine clinical use is free of charge; every other use, and every electronic version by a company, needs a licence.',
    url: 'https://www.dermatology.org.uk/quality/quality-dlqi-info.html',
  },
  conditions: null,
  sites: null,
  forms: [
    defineForm({
      identifier: 'dlqi',
      mode: 'global',
      items,
      formula: (answers) => ({ value: sum(Object.values(answers)) }),
    }),
  ],
  formulaText: 'DLQI = sum of the ten answers',
  range: '[0, 30]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: {
    points: 4,
    source: { citation: 'Named in reviews as 4 points; the first source is still to be looked up.' },
  },
  validated: true,
  pending: ['items', 'minimalImportantDifference'],
  example: {
    form: 'dlqi',
    answers: {
      question1: 1,
      question2: 2,
      question3: 3,
      question4: 1,
      question5: 2,
      question6: 3,
      question7: 1,
      question8: 2,
      question9: 3,
      question10: 1,
    },
    value: 19,
    category: 'veryLargeEffect',
  },
};
